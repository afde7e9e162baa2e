package org.companytimeline.query.view;

import java.util.List;

/// Where the next page of a list begins: the point in the log at which the first page was read, and
/// the key of the last item given.
///
/// @param at the point in the log that every page of this list shows
/// @param question the hash of what was asked (path and filters): a page cursor continues that
///   question alone
/// @param key the parts of the last item's sort key
public record PageCursor(Cursor at, int question, List<String> key) {

    public PageCursor {
        key = List.copyOf(key);
    }

    /// Opaque text, to be passed as `cursor`.
    @Override
    public String toString() {
        return CursorText.write(this);
    }
}
