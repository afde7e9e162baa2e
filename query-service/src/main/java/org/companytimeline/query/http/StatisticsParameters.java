package org.companytimeline.query.http;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.companytimeline.event.Currency;
import org.companytimeline.event.Round;
import org.companytimeline.event.shape.Words;
import org.companytimeline.query.view.Dimension;
import org.companytimeline.query.view.FactFilter;
import org.companytimeline.query.view.RoundFilter;

/// The parameters of statistics.
record StatisticsParameters(Parameters given) {

    RoundFilter rounds() {
        return new RoundFilter(
                by(Dimension.YEAR, Dimension.COUNTRY, Dimension.ROUND, Dimension.CURRENCY),
                countries(),
                kinds(),
                currencies(),
                holdingStatuses(),
                given.period());
    }

    FactFilter facts() {
        return new FactFilter(
                by(Dimension.TYPE, Dimension.MONTH, Dimension.COUNTRY),
                countries(),
                given.types(),
                given.statuses(),
                given.period());
    }

    /// Each once, in the order in which they are given.
    private List<Dimension> by(Dimension... allowed) {
        List<String> names =
                Stream.of(allowed)
                        .map(dimension -> dimension.name().toLowerCase(Locale.ROOT))
                        .toList();
        List<Dimension> by = new ArrayList<>();
        for (String text : given.all("by")) {
            int at = names.indexOf(text);
            if (at < 0) {
                given.fault(
                        "by",
                        "%s is nothing to group by here.".formatted(Parameters.quoted(text)),
                        names);
            } else if (!by.contains(allowed[at])) {
                by.add(allowed[at]);
            }
        }
        return List.copyOf(by);
    }

    private SortedSet<String> countries() {
        List<String> countries = List.of(Locale.getISOCountries());
        return values(
                "country",
                text -> text.toUpperCase(Locale.ROOT),
                countries::contains,
                "%s is no country: use ISO 3166-1 alpha-2, such as FR.",
                List.of());
    }

    private SortedSet<String> kinds() {
        List<String> kinds =
                Stream.of(Round.values()).map(round -> Words.kebab(round.name())).toList();
        return values("round", text -> text, kinds::contains, "%s is no kind of round.", kinds);
    }

    private SortedSet<String> currencies() {
        List<String> currencies = Currency.codes();
        return values(
                "currency",
                text -> text.toUpperCase(Locale.ROOT),
                currencies::contains,
                "%s is no currency: use ISO 4217, such as EUR.",
                List.of());
    }

    /// Those of what took place, unless others are asked for.
    private SortedSet<String> holdingStatuses() {
        SortedSet<String> statuses = given.statuses();
        return statuses.isEmpty() ? new TreeSet<>(List.of("reported", "confirmed")) : statuses;
    }

    private SortedSet<String> values(
            String name,
            UnaryOperator<String> normal,
            Predicate<String> isKnown,
            String refusal,
            List<String> allowed) {
        SortedSet<String> values = new TreeSet<>();
        for (String text : given.all(name)) {
            String value = normal.apply(text);
            if (!isKnown.test(value)) {
                given.fault(name, refusal.formatted(Parameters.quoted(text)), allowed);
            }
            values.add(value);
        }
        return values;
    }
}
