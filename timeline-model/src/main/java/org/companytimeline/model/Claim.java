package org.companytimeline.model;

import java.util.Comparator;
import java.util.UUID;
import org.companytimeline.event.Event;
import org.companytimeline.event.RecordedEvent;
import org.companytimeline.event.Status;
import org.jspecify.annotations.Nullable;

/// A claim as the fold places it: the head of a lineage.
///
/// @param order its place among the claims of its block in recorded order
/// @param sum its sum of money, where its type has one that counts
/// @param thread the thread that it belongs to
/// @param atHome whether its own content has the key of its block. A threaded claim may not; it
///   follows its thread
record Claim(
        Lineage lineage,
        int order,
        DaySpan days,
        @Nullable Amount sum,
        @Nullable ThreadId thread,
        boolean atHome) {

    /// A thread within a company and type.
    record ThreadId(String publisher, String name) {

        /// The thread of a lineage's head; null where it has none.
        static @Nullable ThreadId of(Lineage lineage) {
            String name = lineage.head().event().thread();
            return name == null ? null : new ThreadId(lineage.publisher(), name);
        }
    }

    /// The order in which claims are placed: those that stand, threaded first, then the narrower
    /// date, then recorded order. Threaded claims that left the key of their block come behind
    /// those that did not.
    static final Comparator<Claim> PLACING_ORDER =
            (one, other) -> {
                int compared = Boolean.compare(one.isRetracted(), other.isRetracted());
                if (compared == 0) {
                    compared = Integer.compare(one.threadRank(), other.threadRank());
                }
                if (compared == 0) {
                    compared = Long.compare(one.days.width(), other.days.width());
                }
                return compared == 0 ? Integer.compare(one.order, other.order) : compared;
            };

    static Claim of(Lineage lineage, int order, FactRule<?> rule, String block) {
        Event event = lineage.head().event();
        ThreadId thread = ThreadId.of(lineage);
        return new Claim(
                lineage,
                order,
                DaySpan.of(event.when()),
                rule.amountOf(event.details()),
                thread,
                thread == null || block.equals(Block.keyOf(event)));
    }

    private int threadRank() {
        return thread == null ? 2 : atHome ? 0 : 1;
    }

    RecordedEvent recorded() {
        return lineage.head();
    }

    Event event() {
        return recorded().event();
    }

    UUID id() {
        return event().id();
    }

    boolean isRetracted() {
        return lineage.isRetracted();
    }

    /// Whether it says that the fact is not so.
    boolean isDenial() {
        return event().status() == Status.DENIED;
    }
}
