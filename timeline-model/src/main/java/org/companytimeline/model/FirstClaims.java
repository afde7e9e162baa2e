package org.companytimeline.model;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// The first claims of the facts in a block, and which of them fits another claim best: the nearest
/// date, then the nearest sum, then the first recorded.
///
/// They stand in trees split by date and by sum in turn, of which no two have the same number of
/// claims: adding one joins trees as adding one to a binary number carries. A search leaves out
/// every branch that can't hold a better one, so a block of thousands of facts costs little more
/// per claim than a small one.
final class FirstClaims<F> {

    private final FactRule<?> rule;
    private final List<Branch<F>> trees = new ArrayList<>();

    FirstClaims(FactRule<?> rule) {
        this.rule = rule;
    }

    void add(Claim first, F fact) {
        List<Leaf<F>> leaves = new ArrayList<>(List.of(new Leaf<>(first, fact)));
        while (!trees.isEmpty() && trees.getLast().size == leaves.size()) {
            trees.removeLast().addLeavesTo(leaves);
        }
        trees.add(Branch.of(leaves, true));
    }

    /// The fact whose first claim fits best among those that match and are allowed; null where none
    /// does.
    @Nullable F bestFor(Claim claim, Predicate<F> allowed) {
        Search<F> search = new Search<>(claim, rule, allowed);
        trees.forEach(search::in);
        return search.best == null ? null : search.best.fact;
    }

    /// A fact and its first claim.
    private record Leaf<F>(Claim first, F fact) {}

    /// How well a fact fits a claim, or at best could: the smaller the better.
    ///
    /// @param distance between the sums; null, and worse than any, where they can't be compared
    private record Fit(long daysApart, @Nullable BigDecimal distance, int order)
            implements Comparable<Fit> {

        private static final Comparator<Fit> ORDER =
                Comparator.comparingLong(Fit::daysApart)
                        .thenComparing(
                                Fit::distance, Comparator.nullsLast(Comparator.naturalOrder()))
                        .thenComparingInt(Fit::order);

        @Override
        public int compareTo(Fit other) {
            return ORDER.compare(this, other);
        }
    }

    /// One half of a tree: what its claims have in common, and its own halves or its only leaf.
    private static final class Branch<F> {
        private final int size;
        private final DaySpan reach;
        private final int firstOrder;
        private final @Nullable BigDecimal lowestSum;
        private final @Nullable BigDecimal highestSum;
        private final boolean someWithoutSum;
        private final @Nullable Leaf<F> leaf;
        private final List<Branch<F>> halves;

        private Branch(Leaf<F> leaf) {
            Claim first = leaf.first;
            Amount sum = first.sum();
            this.size = 1;
            this.reach = first.days();
            this.firstOrder = first.order();
            this.lowestSum = sum == null ? null : sum.typical();
            this.highestSum = lowestSum;
            this.someWithoutSum = sum == null;
            this.leaf = leaf;
            this.halves = List.of();
        }

        private Branch(Branch<F> one, Branch<F> other) {
            this.size = one.size + other.size;
            this.reach =
                    new DaySpan(
                            Math.min(one.reach.from(), other.reach.from()),
                            Math.max(one.reach.to(), other.reach.to()));
            this.firstOrder = Math.min(one.firstOrder, other.firstOrder);
            this.lowestSum = lower(one.lowestSum, other.lowestSum);
            this.highestSum = higher(one.highestSum, other.highestSum);
            this.someWithoutSum = one.someWithoutSum || other.someWithoutSum;
            this.leaf = null;
            this.halves = List.of(one, other);
        }

        static <F> Branch<F> of(List<Leaf<F>> leaves, boolean byDate) {
            if (leaves.size() == 1) {
                return new Branch<>(leaves.getFirst());
            }
            List<Leaf<F>> sorted = leaves.stream().sorted(byDate ? byDate() : bySum()).toList();
            int half = sorted.size() / 2;
            return new Branch<>(
                    of(sorted.subList(0, half), !byDate),
                    of(sorted.subList(half, sorted.size()), !byDate));
        }

        private static <F> Comparator<Leaf<F>> byDate() {
            return Comparator.<Leaf<F>>comparingLong(leaf -> leaf.first.days().from())
                    .thenComparingInt(leaf -> leaf.first.order());
        }

        private static <F> Comparator<Leaf<F>> bySum() {
            return Comparator.<Leaf<F>, BigDecimal>comparing(
                            leaf -> leaf.first.sum() == null ? null : leaf.first.sum().typical(),
                            Comparator.nullsFirst(Comparator.naturalOrder()))
                    .thenComparingInt(leaf -> leaf.first.order());
        }

        void addLeavesTo(List<Leaf<F>> leaves) {
            if (leaf != null) {
                leaves.add(leaf);
            }
            halves.forEach(half -> half.addLeavesTo(leaves));
        }

        /// How well the best of these claims could fit: none of them fits better.
        Fit bestFit(Claim claim) {
            Amount sum = claim.sum();
            return new Fit(
                    reach.daysApart(claim.days()),
                    sum == null ? null : distanceTo(sum.typical()),
                    firstOrder);
        }

        private @Nullable BigDecimal distanceTo(BigDecimal sum) {
            BigDecimal nearest = nearestSumTo(sum);
            return nearest == null ? null : nearest.subtract(sum).abs();
        }

        /// A sum that lies no further away than the nearest of these claims; null where they have
        /// none.
        private @Nullable BigDecimal nearestSumTo(BigDecimal sum) {
            return lowestSum == null || highestSum == null
                    ? null
                    : sum.max(lowestSum).min(highestSum);
        }

        /// Whether any of these claims could match.
        boolean mayMatch(Claim claim, FactRule<?> rule) {
            Integer slack = rule.slack();
            if (slack != null && reach.daysApart(claim.days()) > slack) {
                return false;
            }
            BigDecimal part = rule.amountSlack();
            if (part == null) {
                return true;
            }
            Amount sum = claim.sum();
            if (sum == null) {
                return someWithoutSum;
            }
            BigDecimal nearest = nearestSumTo(sum.typical());
            return nearest != null && Amount.isWithin(part, sum.typical(), nearest);
        }

        private static @Nullable BigDecimal lower(@Nullable BigDecimal a, @Nullable BigDecimal b) {
            return a == null ? b : b == null ? a : a.min(b);
        }

        private static @Nullable BigDecimal higher(@Nullable BigDecimal a, @Nullable BigDecimal b) {
            return a == null ? b : b == null ? a : a.max(b);
        }
    }

    /// A search for the best fit of one claim.
    private static final class Search<F> {
        private final Claim claim;
        private final FactRule<?> rule;
        private final Predicate<F> allowed;
        private @Nullable Leaf<F> best;
        private @Nullable Fit bestFit;

        Search(Claim claim, FactRule<?> rule, Predicate<F> allowed) {
            this.claim = claim;
            this.rule = rule;
            this.allowed = allowed;
        }

        void in(Branch<F> branch) {
            if (!branch.mayMatch(claim, rule) || !isBetter(branch.bestFit(claim))) {
                return;
            }
            Leaf<F> leaf = branch.leaf;
            if (leaf == null) {
                branch.halves.stream()
                        .sorted(Comparator.comparing(half -> half.bestFit(claim)))
                        .forEach(this::in);
                return;
            }
            Fit fit = fit(leaf.first);
            if (isBetter(fit) && rule.isMatch(claim, leaf.first) && allowed.test(leaf.fact)) {
                best = leaf;
                bestFit = fit;
            }
        }

        private boolean isBetter(Fit fit) {
            return bestFit == null || fit.compareTo(bestFit) < 0;
        }

        private Fit fit(Claim first) {
            Amount sum = claim.sum();
            Amount other = first.sum();
            return new Fit(
                    claim.days().daysApart(first.days()),
                    sum == null || other == null || !sum.currency().equals(other.currency())
                            ? null
                            : sum.distance(other),
                    first.order());
        }
    }
}
