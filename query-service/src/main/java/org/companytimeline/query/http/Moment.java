package org.companytimeline.query.http;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import org.companytimeline.query.view.CursorText;

/// An instant as a reader writes it: ISO 8601 with a zone.
sealed interface Moment {

    /// The instant that is meant.
    record At(Instant instant) implements Moment {}

    /// The text is no instant.
    ///
    /// @param why what the text is instead, and what to write; to be put behind the text
    record None(String why) implements Moment {}

    /// A blank before the offset is a plus sign that was not encoded.
    static Moment read(String text) {
        String written = text.strip().replace(' ', '+');
        try {
            Instant instant = OffsetDateTime.parse(written).toInstant();
            return isStorable(instant)
                    ? new At(instant)
                    : new None("lies outside the years 1 to 9999.");
        } catch (DateTimeException e) {
            return new None(whyNot(written));
        }
    }

    private static boolean isStorable(Instant instant) {
        return !instant.isBefore(Instant.parse("0001-01-01T00:00:00Z"))
                && instant.isBefore(Instant.parse("9999-12-31T00:00:00Z"));
    }

    private static String whyNot(String text) {
        if (CursorText.readPage(text).isPresent()) {
            return "is the next of a page: pass the Timeline-Cursor of an answer, or an instant"
                    + " such as 2026-03-01T00:00:00Z.";
        }
        try {
            LocalDate day = LocalDate.parse(text);
            return "is a date, not an instant: write %sT00:00:00Z for its beginning, or %<sT23:59:59.999Z for its end."
                    .formatted(day);
        } catch (DateTimeException e) {
            // told below, as for a time without a zone
        }
        try {
            return "has no zone: write %sZ, or with another zone's offset."
                    .formatted(LocalDateTime.parse(text));
        } catch (DateTimeException e) {
            return "is neither an instant nor a Timeline-Cursor: write 2026-03-01T00:00:00Z, or the"
                    + " Timeline-Cursor of an answer as it is.";
        }
    }
}
