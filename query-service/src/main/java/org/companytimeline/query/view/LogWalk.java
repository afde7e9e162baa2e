package org.companytimeline.query.view;

import java.util.List;
import java.util.Optional;

/// A walk through the log as the read model holds it, a chunk at a time: to a point, and from there
/// to the next.
///
/// @param at everything before it was given
/// @param to where this leg ends; empty if the next chunk begins one, which ends at the head
/// @param after the last event given on this leg, if it gave all that was recorded before
public record LogWalk(Cursor at, Optional<Cursor> to, Optional<EventKey> after) {

    /// What one step gives.
    public sealed interface Step {

        /// Events that follow, and the walk that goes on after them.
        ///
        /// @param head how far the projection is
        /// @param isLegOver whether the walk has come to the end of its leg
        record Given(List<StreamedEvent> events, LogWalk rest, Cursor head, boolean isLegOver)
                implements Step {}

        /// The read model holds another log than the one that is walked through.
        record AnotherLog() implements Step {}
    }

    /// How much a chunk may hold.
    ///
    /// @param events at most
    /// @param bytes of bodies: it ends before the event that would begin beyond them
    public record Bounds(int events, long bytes) {}

    /// One that begins here.
    public static LogWalk from(Cursor at) {
        return new LogWalk(at, Optional.empty(), Optional.empty());
    }

    /// One that goes from here to there.
    public static LogWalk between(Cursor at, Cursor to) {
        return new LogWalk(at, Optional.of(to), Optional.empty());
    }

    /// This leg from just after an event that a step of it gave.
    ///
    /// @param at where that event lies just before
    /// @param last that event
    /// @param head of that step
    public LogWalk after(Cursor at, EventKey last, Cursor head) {
        return onThisLeg(at, to.orElse(head), head, last);
    }

    /// While the projection does not hold all of a leg, what it lacks may be recorded before what
    /// is given: then the offsets alone tell what was given.
    private static LogWalk onThisLeg(Cursor at, Cursor to, Cursor head, EventKey last) {
        return new LogWalk(
                at, Optional.of(to), holdsAll(head, to) ? Optional.of(last) : Optional.empty());
    }

    private static boolean holdsAll(Cursor head, Cursor to) {
        return to.isWithin(head);
    }

    /// The next chunk.
    ///
    /// What a projection that is made anew does not hold yet is not given, and not passed either.
    public Step step(Snapshot snapshot, EventFilter filter, Bounds bounds) {
        Cursor head = snapshot.log().cursor();
        if (!head.log().equals(at.log())) {
            return new Step.AnotherLog();
        }
        Cursor end = to.isEmpty() ? head : to.get().upTo(head);
        Cursor begin = at.over(head.nextOffsets().size());
        Optional<EventKey> last = holdsAll(head, to.orElse(end)) ? after : Optional.empty();
        StreamChunk chunk = snapshot.between(begin, end, last, filter, bounds);
        MovingCursor moved = MovingCursor.at(begin);
        chunk.events().forEach(event -> moved.pass(event.key().position()));
        if (chunk.isLast()) {
            moved.pass(end);
            return new Step.Given(chunk.events(), from(moved.cursor()), head, true);
        }
        LogWalk rest =
                onThisLeg(moved.cursor(), to.orElse(end), head, chunk.events().getLast().key());
        return new Step.Given(chunk.events(), rest, head, false);
    }
}
