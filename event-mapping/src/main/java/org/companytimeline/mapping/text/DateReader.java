package org.companytimeline.mapping.text;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.companytimeline.event.edtf.Edtf;
import org.companytimeline.event.words.DatePhrases;
import org.companytimeline.event.words.DateReading;
import org.jspecify.annotations.Nullable;

/// Reads the dates of a file.
///
/// @param spellings tried in turn; the first that fits reads the date
/// @param firstOfJanuaryIsYear whether 1 January means no more than its year
/// @param firstOfMonthIsMonth whether the first of a month means no more than its month
/// @param asBy whether a date says that it was so by then, and may have begun before
/// @param between what a date has to lie in; null for any
/// @param outside what becomes of one that does not
/// @param ifEmpty the date where there is no text; null for none
/// @param otherwise the date where the text is none; null to refuse it
public record DateReader(
        List<DateSpelling> spellings,
        boolean firstOfJanuaryIsYear,
        boolean firstOfMonthIsMonth,
        boolean asBy,
        @Nullable Edtf between,
        Outside outside,
        @Nullable FileDate ifEmpty,
        @Nullable Edtf otherwise) {

    /// What becomes of a date outside of the limits.
    public enum Outside {
        REFUSE,
        KEEP
    }

    private static final int MONTH_CHARACTERS = "2024-01".length();
    private static final int YEAR_CHARACTERS = "2024".length();
    private static final int MOST_SHOWN = 80;

    public DateReader {
        spellings = List.copyOf(spellings);
    }

    /// Reads a text that is not empty.
    ///
    /// @param anchor when words were written, as far as that is known
    public Reading<FileDate> read(String text, @Nullable Edtf anchor) {
        for (DateSpelling spelling : spellings) {
            Optional<FileDate> read = spelling.read(text, anchor);
            if (read.isPresent()) {
                return withinLimits(text, read.get());
            }
        }
        if (otherwise != null) {
            return Reading.of(FileDate.standIn(otherwise, text));
        }
        return Reading.unfit(
                "is no date in "
                        + String.join(", ", spellings.stream().map(DateReader::shown).toList())
                        + hint(text, anchor)
                        + "; correct it, or add its pattern to the mapping");
    }

    private Reading<FileDate> withinLimits(String text, FileDate date) {
        if (between != null
                && outside == Outside.REFUSE
                && !(within(date.edtf().earliest()) && within(date.edtf().latest()))) {
            return Reading.unfit(
                    "lies outside of %s; correct it, or let the mapping say \"outside: keep\""
                            .formatted(between));
        }
        FileDate precise = withPrecision(text, date);
        return Reading.of(asBy ? by(text, precise) : precise);
    }

    private static FileDate by(String text, FileDate date) {
        String edtf = date.edtf().toString();
        return edtf.contains("/") || edtf.startsWith("[")
                ? date
                : FileDate.standIn(
                        Edtf.parse("../" + edtf), date.text() == null ? text : date.text());
    }

    private boolean within(Optional<LocalDate> day) {
        return between == null
                || day.isEmpty()
                || (between.earliest().map(first -> !day.get().isBefore(first)).orElse(true)
                        && between.latest().map(last -> !day.get().isAfter(last)).orElse(true));
    }

    private FileDate withPrecision(String text, FileDate date) {
        String edtf = date.edtf().toString();
        if (date.edtf().days() != 1 || !edtf.matches("[0-9]{4}-[0-9]{2}-01")) {
            return date;
        }
        if (firstOfJanuaryIsYear && edtf.endsWith("-01-01")) {
            return coarser(text, edtf, YEAR_CHARACTERS, "1 January read as the year alone");
        }
        return firstOfMonthIsMonth
                ? coarser(text, edtf, MONTH_CHARACTERS, "the first of a month read as the month")
                : date;
    }

    private static FileDate coarser(String text, String edtf, int characters, String rule) {
        return FileDate.standIn(
                Edtf.parse(edtf.substring(0, characters)), text + " (" + rule + ")");
    }

    private static String shown(DateSpelling spelling) {
        return switch (spelling) {
            case DateSpelling.ByPattern byPattern -> byPattern.pattern().toString();
            case DateSpelling.Timestamp _ -> "timestamp";
            case DateSpelling.AsEdtf _ -> "edtf";
            case DateSpelling.Words _ -> "words";
        };
    }

    /// What the words lack, where words are read.
    private String hint(String text, @Nullable Edtf anchor) {
        if (!spellings.contains(DateSpelling.Words.WORDS)) {
            return "";
        }
        return DatePhrases.read(text, anchor) instanceof DateReading.AnchorNeeded
                ? " (the words need an anchor)"
                : "";
    }

    /// A text as it stands in a refusal, cut at 80 characters.
    public static String quoted(String text) {
        return '"'
                + (text.length() <= MOST_SHOWN ? text : text.substring(0, MOST_SHOWN) + "…")
                + '"';
    }
}
