package org.companytimeline.query.stream;

import java.util.concurrent.atomic.AtomicReference;
import org.companytimeline.query.view.Cursor;
import org.jspecify.annotations.Nullable;

/// How far the projection was when it was last looked at.
final class Head {

    private record Seen(Cursor head, long atNanos) {}

    private final AtomicReference<@Nullable Seen> last = new AtomicReference<>();

    void set(Cursor head) {
        last.set(new Seen(head, System.nanoTime()));
    }

    /// The last one.
    ///
    /// @param otherwise where none was seen since
    /// @param sinceNanos by `System.nanoTime()`
    Cursor since(long sinceNanos, Cursor otherwise) {
        Seen seen = last.get();
        return seen == null || seen.atNanos - sinceNanos < 0 ? otherwise : seen.head;
    }
}
