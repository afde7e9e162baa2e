package org.companytimeline.query.view;

import java.util.Optional;

/// Which part of a list is asked for.
///
/// @param limit the most items to give, 1 to [#MAX_LIMIT]
/// @param cursor where to go on; empty for the first page
public record PageRequest(int limit, Optional<PageCursor> cursor) {

    public static final int DEFAULT_LIMIT = 50;
    public static final int MAX_LIMIT = 1_000;

    /// Why its cursor holds no point of this log; empty if it does.
    Optional<Refusal> refusal(LogState log) {
        return cursor.flatMap(page -> log.refusal(page.at()));
    }
}
