package org.companytimeline.event.edtf;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/// What to write instead of a text that is not accepted.
///
/// @param shape the texts it answers
/// @param advice what is wrong with them and what would be accepted
record Hint(Pattern shape, String advice) {

    static final String MORE_THAN_ONE_SLASH =
            "an interval is two dates with one slash between them, such as 2024-05/2024-06, and a"
                    + " day is written with hyphens, such as 2024-05-17";
    static final String ENDS_BEFORE_IT_STARTS =
            "it ends before it starts; write the earlier date first, such as 2024-05/2024-06";
    static final String SEASON_IN_INTERVAL =
            "a season cannot be an end of an interval; write its first or last month, such as"
                    + " 2024-03/2024-08";
    static final String RANGE_WITHOUT_A_DATE =
            "a range has a date on at least one side of the dots, such as 2024-05..2024-06 or"
                    + " 2024-05..";

    private static final String ACCEPTED =
            "write a year (2024), a month (2024-05), a day (2024-05-17), a quarter (2024-33), an"
                + " interval (2024-11/2024-12, ../2024) or one of several ([2023,2024]), with X for"
                + " an unknown digit and ?, ~ or % after what is uncertain, approximate or both";

    private static final List<Hint> BY_SHAPE =
            List.of(
                    hint(".*[0-9X]{2}[?~%]*[T ][0-9].*", "leave out the time of day: 2024-05-17"),
                    hint(
                            "[{].*",
                            "{} means all of several dates; post an event for each, or write"
                                    + " [2023,2024] for one of them"),
                    hint("\\[.*", "a list of dates ends with ], such as [2023,2024]"),
                    hint(
                            "Y.*",
                            "years go from -9999 to 9999 and are written with four digits and no Y:"
                                    + " 2024"),
                    hint(
                            ".*[0-9]S[0-9]+.*",
                            "significant digits are not accepted; write X for the digits that are"
                                    + " not known: 195X"),
                    hint(
                            ".*[0-9]E[0-9].*",
                            "years go from -9999 to 9999 and are written with four digits: 2024"),
                    hint("[?~%]?-?[0-9X]{3}[?~%]?", "write a decade with an X: 199X for the 1990s"),
                    hint(
                            "[?~%]?-?[0-9X]{1,2}[?~%]?",
                            "write a century with two X: 19XX for 1900 to 1999, and a year with"
                                    + " four digits"),
                    hint(
                            "[0-9X]{4}-?[Qq][1-4].*",
                            "write a quarter as 33 to 36: 2024-33 for the first of 2024"),
                    hint(
                            "[0-9X]{4}-?[Hh][12].*",
                            "write a half as 40 or 41: 2024-40 for the first of 2024"),
                    hint(".*[0-9]{8}.*", "write a day with hyphens: 2024-05-17"),
                    hint("[+-]?[0-9X]{5,}.*", "years go from -9999 to 9999: 2024"),
                    hint(
                            "[?~%]?-?[0-9X]{4}[?~%]?-[?~%]?[0-9X]?(-.*)?|.*-[0-9]",
                            "months and days have two digits: 2024-05-07"),
                    hint(
                            "open|now|present|unknown|.*[.][.].*",
                            "an open end is written .. and only in an" + " interval: 2024-05/.."));

    /// The hint for a text that does not have the shape of a date.
    static String forShape(String text) {
        return BY_SHAPE.stream()
                .filter(hint -> hint.shape().matcher(text).matches())
                .map(Hint::advice)
                .findFirst()
                .orElse(ACCEPTED);
    }

    /// The hint for a text with the shape of a date that no calendar has.
    static String forCalendar(WrittenDate date) {
        if (date.year().isNone()) {
            return "there is no year -0000; year 0 is written 0000 and the year before it -0001";
        }
        Digits month = date.month();
        if (month != null && IntStream.rangeClosed(1, 12).noneMatch(month::canBe)) {
            return "months go from 01 to 12 (and without a day, seasons, quarters and halves of a"
                    + " year from 21 to 41)";
        }
        return "there is no such day; the last day of a month is 28 to 31: 2023-02-28";
    }

    private static Hint hint(String shape, String advice) {
        return new Hint(Pattern.compile(shape, Pattern.DOTALL), advice);
    }
}
