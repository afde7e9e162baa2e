package org.companytimeline.model;

import java.util.Comparator;
import java.util.UUID;
import org.companytimeline.event.Event;
import org.companytimeline.event.RecordedEvent;
import org.companytimeline.event.Status;
import org.jspecify.annotations.Nullable;

/// A claim as the fold places it.
///
/// @param order its place in recorded order among the claims of its block
/// @param sum its sum of money, where its type has one that counts
/// @param thread the thread that it belongs to
/// @param atHome whether its own content has the key of its block. A threaded claim may not; it
///   follows its thread, whose first recorded claim does
record Claim(
        RecordedEvent recorded,
        int order,
        DaySpan days,
        @Nullable Amount sum,
        @Nullable ThreadId thread,
        boolean atHome) {

    /// A thread within a company and type.
    record ThreadId(String publisher, String name) {}

    /// The order in which claims are placed: threaded first, then the narrower date, then recorded
    /// order. Threaded claims that left the key of their block come behind those that did not.
    static final Comparator<Claim> PLACING_ORDER =
            Comparator.<Claim>comparingInt(claim -> claim.thread == null ? 2 : claim.atHome ? 0 : 1)
                    .thenComparingLong(claim -> claim.days.width())
                    .thenComparingInt(Claim::order);

    static Claim of(RecordedEvent recorded, int order, FactRule<?> rule, String block) {
        Event event = recorded.event();
        String thread = event.thread();
        return new Claim(
                recorded,
                order,
                DaySpan.of(event.when()),
                rule.amountOf(event.details()),
                thread == null ? null : new ThreadId(event.publisher(), thread),
                thread == null || block.equals(Block.keyOf(event)));
    }

    Event event() {
        return recorded.event();
    }

    UUID id() {
        return event().id();
    }

    /// Whether it says that the fact is not so.
    boolean isDenial() {
        return event().status() == Status.DENIED;
    }
}
