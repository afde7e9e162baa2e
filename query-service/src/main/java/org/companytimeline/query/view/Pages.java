package org.companytimeline.query.view;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/// Pages of one list, whichever way its rows are read.
///
/// @param question what is asked
/// @param version what decides the bytes beside question, cursor and limit
/// @param firstPoint the point in the log at which a first page is read; it must be the same as
///   long as the answer is
/// @param keyReader reads this list's sort key
/// @param reader reads rows
record Pages<K extends SortKey>(
        Question question,
        Object version,
        Supplier<Cursor> firstPoint,
        Function<List<String>, Optional<K>> keyReader,
        Reader<K> reader) {

    /// Reads rows as they stood at a point in the log.
    interface Reader<K extends SortKey> {

        /// The rows that follow.
        ///
        /// @param after the key after which to begin; empty for the start
        Rows<K> read(Cursor at, Optional<K> after, int limit);
    }

    Answer answer(LogState log, PageRequest page) {
        Optional<Refusal> refusal = page.refusal(log);
        if (refusal.isPresent()) {
            return new Answer.Refused(refusal.get());
        }
        Optional<K> after = Optional.empty();
        if (page.cursor().isPresent()) {
            PageCursor cursor = page.cursor().get();
            after = keyReader.apply(cursor.key());
            if (cursor.question() != question.hash() || after.isEmpty()) {
                return new Answer.Refused(new Refusal.CursorOfAnotherQuestion());
            }
        }
        Cursor at = page.cursor().map(PageCursor::at).orElseGet(firstPoint);
        return found(log, at, after, page.limit());
    }

    private Answer found(LogState log, Cursor at, Optional<K> after, int limit) {
        EntityTag tag =
                EntityTag.of(
                        question.text(),
                        version,
                        log.foldVersion(),
                        at,
                        after.map(SortKey::parts).orElse(List.of()),
                        limit);
        return new Answer.Found(
                tag,
                () -> {
                    Rows<K> rows = reader.read(at, after, limit);
                    Optional<PageCursor> next =
                            rows.last()
                                    .map(last -> new PageCursor(at, question.hash(), last.parts()));
                    return ListBody.of(rows, next);
                });
    }
}
