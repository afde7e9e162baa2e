package org.companytimeline.model;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.companytimeline.event.Mention;
import org.companytimeline.event.Money;
import org.companytimeline.event.Place;
import org.companytimeline.event.When;
import org.companytimeline.event.edtf.Edtf;
import org.jspecify.annotations.Nullable;

/// When values that claims of one fact give for a field say the same, and when they contradict each
/// other. A coarser value that a finer one fits into contradicts nothing.
interface Comparison<T> {

    /// Equal for two values that say the same.
    Object sameness(T value);

    /// Whether any two of the values contradict each other.
    boolean contradict(Collection<? extends T> values);

    /// Different values contradict each other.
    static <T> Comparison<T> exact() {
        return new Exact<>();
    }

    /// Different words contradict each other, unless one text has all the words of the other.
    static Comparison<String> words() {
        return new Subsets<>(Words::setOf);
    }

    /// Different texts contradict each other, unless one list has all the entries of the other.
    static Comparison<List<String>> texts() {
        return new Subsets<>(list -> {
            Set<String> entries = new TreeSet<>();
            list.forEach(entry -> entries.add(Words.of(entry)));
            return entries;
        });
    }

    /// Different companies contradict each other, unless one list has all the entries of the other.
    static Comparison<List<? extends Mention>> companies() {
        return new Subsets<>(list -> {
            Set<String> entries = new TreeSet<>();
            list.forEach(mention -> entries.add(Keys.company(mention)));
            return entries;
        });
    }

    /// Different companies contradict each other.
    static Comparison<Mention> company() {
        return new Subsets<>(mention -> Set.of(Keys.company(mention)));
    }

    /// Sums of money contradict each other in different currencies, or if they lie apart by more
    /// than this part of the larger. One that is not disclosed contradicts none.
    static Comparison<Money> money(BigDecimal slack) {
        return new Sums(slack);
    }

    /// Numbers contradict each other if they lie apart by more than this part of the larger.
    static <N extends Number> Comparison<N> number(BigDecimal slack) {
        return new Numbers<>(slack);
    }

    /// Dates contradict each other where there is no day that all of them can mean.
    static Comparison<Edtf> dates() {
        return new Dates();
    }

    /// Places contradict each other where both name a city, region or country and not the same.
    static Comparison<Place> place() {
        return new Places();
    }

    /// See [#exact].
    record Exact<T>() implements Comparison<T> {
        @Override
        public Object sameness(T value) {
            return Objects.requireNonNull(value);
        }

        @Override
        public boolean contradict(Collection<? extends T> values) {
            return new HashSet<>(values).size() > 1;
        }
    }

    /// Values as sets: they contradict each other unless they are a chain of subsets.
    record Subsets<T>(Function<T, Set<String>> entries) implements Comparison<T> {
        @Override
        public Object sameness(T value) {
            return entries.apply(value);
        }

        @Override
        public boolean contradict(Collection<? extends T> values) {
            Set<String> smaller = Set.of();
            for (Set<String> larger :
                    values.stream()
                            .map(entries)
                            .sorted(Comparator.comparingInt(Set::size))
                            .toList()) {
                if (!larger.containsAll(smaller)) {
                    return true;
                }
                smaller = larger;
            }
            return false;
        }
    }

    /// See [#money].
    record Sums(BigDecimal slack) implements Comparison<Money> {
        @Override
        public Object sameness(Money value) {
            Amount amount = Amount.of(value);
            return amount == null
                    ? "undisclosed"
                    : List.of(amount.currency(), plain(amount.low()), plain(amount.high()));
        }

        @Override
        public boolean contradict(Collection<? extends Money> values) {
            List<Amount> amounts =
                    values.stream().map(Amount::of).filter(Objects::nonNull).toList();
            if (amounts.stream().map(Amount::currency).distinct().count() > 1) {
                return true;
            }
            BigDecimal lowestHigh = null;
            BigDecimal highestLow = null;
            for (Amount amount : amounts) {
                BigDecimal high = amount.high();
                if (high != null && (lowestHigh == null || high.compareTo(lowestHigh) < 0)) {
                    lowestHigh = high;
                }
                BigDecimal low = amount.low();
                if (low != null && (highestLow == null || low.compareTo(highestLow) > 0)) {
                    highestLow = low;
                }
            }
            return lowestHigh != null
                    && highestLow != null
                    && highestLow.compareTo(lowestHigh) > 0
                    && !Amount.isWithin(slack, lowestHigh, highestLow);
        }

        private static Object plain(@Nullable BigDecimal number) {
            return number == null ? "open" : number.stripTrailingZeros();
        }
    }

    /// See [#number].
    record Numbers<N extends Number>(BigDecimal slack) implements Comparison<N> {
        @Override
        public Object sameness(N value) {
            return new BigDecimal(value.toString()).stripTrailingZeros();
        }

        @Override
        public boolean contradict(Collection<? extends N> values) {
            List<BigDecimal> sorted =
                    values.stream()
                            .map(value -> new BigDecimal(value.toString()))
                            .sorted()
                            .toList();
            return !sorted.isEmpty()
                    && !Amount.isWithin(slack, sorted.getFirst(), sorted.getLast());
        }
    }

    /// See [#dates].
    record Dates() implements Comparison<Edtf> {
        @Override
        public Object sameness(Edtf value) {
            return value.toString();
        }

        @Override
        public boolean contradict(Collection<? extends Edtf> values) {
            long latestStart = Long.MIN_VALUE;
            long earliestEnd = Long.MAX_VALUE;
            for (Edtf value : values) {
                DaySpan days = DaySpan.of(When.of(value));
                latestStart = Math.max(latestStart, days.from());
                earliestEnd = Math.min(earliestEnd, days.to());
            }
            return latestStart > earliestEnd;
        }
    }

    /// See [#place].
    record Places() implements Comparison<Place> {
        @Override
        public Object sameness(Place value) {
            return List.of(
                    value.city() == null ? "" : Words.of(value.city()),
                    value.region() == null ? "" : value.region().code(),
                    value.country() == null ? "" : value.country().code());
        }

        @Override
        public boolean contradict(Collection<? extends Place> values) {
            return differ(values, place -> place.city() == null ? null : Words.of(place.city()))
                    || differ(values, Place::region)
                    || differ(values, Place::country);
        }

        private static boolean differ(
                Collection<? extends Place> places, Reading<Place, Object> part) {
            return places.stream().map(part::of).filter(Objects::nonNull).distinct().count() > 1;
        }
    }
}
