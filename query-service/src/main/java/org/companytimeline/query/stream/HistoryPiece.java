package org.companytimeline.query.stream;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;
import org.companytimeline.query.view.Cursor;
import org.companytimeline.query.view.EventKey;
import org.companytimeline.query.view.EventSum;
import org.companytimeline.query.view.EventTraits;
import org.companytimeline.query.view.LogWalk;
import org.companytimeline.query.view.MovingCursor;
import org.companytimeline.query.view.StreamFilter;
import org.companytimeline.query.view.StreamedEvent;
import org.jspecify.annotations.Nullable;

/// What one stream has read of history and not written yet, ready to be sent.
///
/// It is a copy of what the database holds, so it can be dropped at any event: the walk from there
/// reads the rest again. Belongs to its stream.
final class HistoryPiece {

    /// What an event takes beside its bytes, about.
    private static final int EVENT_OVERHEAD_BYTES = 150;

    /// One event that was read.
    ///
    /// @param digest null if the filter leaves it out
    /// @param to where its bytes end
    record Entry(EventKey key, EventSum.@Nullable Digest digest, int to) {}

    private final LogWalk from;
    private final LogWalk rest;
    private final Cursor head;
    private final boolean isLegOver;
    private final List<Entry> entries;
    private final byte[] bytes;
    private int taken;

    private HistoryPiece(LogWalk from, LogWalk.Step.Given step, List<Entry> entries, byte[] bytes) {
        this.from = from;
        this.entries = entries;
        this.bytes = bytes;
        rest = step.rest();
        head = step.head();
        isLegOver = step.isLegOver();
    }

    /// @param from whose step this was
    static HistoryPiece of(
            LogWalk from, LogWalk.Step.Given step, StreamFilter filter, StreamFormat format) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        List<Entry> entries = new ArrayList<>(step.events().size());
        MovingCursor at = MovingCursor.at(from.at());
        for (StreamedEvent event : step.events()) {
            at.pass(event.key().position());
            EventSum.Digest digest = null;
            if (!filter.looksInside() || filter.fits(EventTraits.of(event))) {
                format.event(bytes, at.cursor().toString(), event.body());
                digest = EventSum.Digest.of(event.key().position(), event.id());
            }
            entries.add(new Entry(event.key(), digest, bytes.size()));
        }
        return new HistoryPiece(from, step, entries, bytes.toByteArray());
    }

    boolean isTaken() {
        return taken == entries.size();
    }

    /// The next event, which is taken with this.
    Entry take() {
        return entries.get(taken++);
    }

    byte[] bytes() {
        return bytes;
    }

    /// Where the bytes of the event begin that was taken last.
    int begin() {
        return taken == 1 ? 0 : entries.get(taken - 2).to();
    }

    /// The walk that goes on after what was taken.
    ///
    /// @param at where the stream stands
    LogWalk rest(MovingCursor at) {
        if (isTaken()) {
            return rest;
        }
        return taken == 0 ? from : from.after(at.cursor(), entries.get(taken - 1).key(), head);
    }

    /// Whether the stream has come to the end of its leg with it.
    boolean isLegOver() {
        return isLegOver;
    }

    /// Whether it holds nothing and leads nowhere.
    boolean isNothing() {
        return isLegOver && rest.at().equals(from.at());
    }

    /// How much memory it takes, about.
    long weight() {
        return bytes.length + (long) entries.size() * EVENT_OVERHEAD_BYTES;
    }
}
