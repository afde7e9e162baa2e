package org.companytimeline.mapping.text;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// How a date is spelled, such as `dd-MM-yyyy`: `d` or `dd` is the day, `M` or `MM` the month as a
/// number, `MMM` or `MMMM` its English or French name, `yyyy` or `yy` the year, `*` any text that
/// says nothing of the date; everything else stands for itself. A day beside the name of a month
/// may be an ordinal (`1st`, `1er`).
public final class DatePattern {

    /// A date, as fine as it was spelled.
    ///
    /// @param month null where there is a year alone
    /// @param day null where there is none
    record Spelled(int year, @Nullable Integer month, @Nullable Integer day) {

        /// In EDTF.
        String edtf() {
            String date = String.format(Locale.ROOT, "%04d", year);
            date += month == null ? "" : String.format(Locale.ROOT, "-%02d", month);
            return date + (day == null ? "" : String.format(Locale.ROOT, "-%02d", day));
        }
    }

    private static final Pattern TOKEN = Pattern.compile("(d{1,2})|(M{1,4})|(yyyy|yy)|(\\*)");

    private final String text;
    private final Pattern spelling;
    private final List<Character> parts;
    private final boolean namesMonth;
    private final @Nullable Integer pivot;

    private DatePattern(
            String text,
            Pattern spelling,
            List<Character> parts,
            boolean namesMonth,
            @Nullable Integer pivot) {
        this.text = text;
        this.spelling = spelling;
        this.parts = parts;
        this.namesMonth = namesMonth;
        this.pivot = pivot;
    }

    /// Reads a pattern.
    ///
    /// @param pivot the first of the hundred years that `yy` means; null where none was said
    public static Reading<DatePattern> of(String pattern, @Nullable Integer pivot) {
        StringBuilder spelling = new StringBuilder();
        List<Character> parts = new ArrayList<>();
        boolean namesMonth = pattern.contains("MMM");
        Matcher token = TOKEN.matcher(pattern);
        int from = 0;
        while (token.find()) {
            String literal = pattern.substring(from, token.start());
            if (literal.chars().anyMatch(Character::isLetter)) {
                return Reading.unfit(unknownLetters(literal));
            }
            spelling.append(literal.isEmpty() ? "" : Pattern.quote(literal));
            from = token.end();
            String letters = token.group();
            spelling.append(spellingOf(letters, namesMonth));
            if (letters.charAt(0) != '*') {
                if (parts.contains(letters.charAt(0))) {
                    return Reading.unfit("says " + letters.charAt(0) + " twice");
                }
                parts.add(letters.charAt(0));
            }
            if (letters.equals("yy") && pivot == null) {
                return Reading.unfit(
                        "has a year of two digits; give a pivot, such as 1970 for 1970 to 2069, or"
                                + " write yyyy");
            }
        }
        String literal = pattern.substring(from);
        if (literal.chars().anyMatch(Character::isLetter)) {
            return Reading.unfit(unknownLetters(literal));
        }
        spelling.append(literal.isEmpty() ? "" : Pattern.quote(literal));
        if (!parts.contains('y')) {
            return Reading.unfit("has no year; write yyyy or yy for it");
        }
        if (parts.contains('d') && !parts.contains('M')) {
            return Reading.unfit("has a day and no month; write M, MM or MMM for it");
        }
        return Reading.of(
                new DatePattern(
                        pattern,
                        Pattern.compile(
                                spelling.toString(),
                                Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE),
                        parts,
                        namesMonth,
                        pivot));
    }

    private static String unknownLetters(String literal) {
        return "has the letters "
                + literal.strip()
                + ", which stand for nothing; d is the day, M the month, y the year, * any text";
    }

    private static String spellingOf(String letters, boolean namesMonth) {
        return switch (letters) {
            case "*" -> ".*";
            case "yyyy" -> "([0-9]{4})";
            case "yy", "MM" -> "([0-9]{2})";
            case "M" -> "([0-9]{1,2})";
            case "dd" -> namesMonth ? "([0-9]{2})(?:st|nd|rd|th|er)?" : "([0-9]{2})";
            case "d" -> namesMonth ? "([0-9]{1,2})(?:st|nd|rd|th|er)?" : "([0-9]{1,2})";
            default -> "(\\p{L}+\\.?)";
        };
    }

    /// The date that a text spells; null where it is spelled otherwise, or there is no such day.
    @Nullable Spelled read(String date) {
        Matcher matcher = spelling.matcher(date);
        if (!matcher.matches()) {
            return null;
        }
        int year = 0;
        Integer month = null;
        Integer day = null;
        for (int i = 0; i < parts.size(); i++) {
            String part = matcher.group(i + 1);
            switch (parts.get(i)) {
                case 'y' -> year = year(part);
                case 'M' -> {
                    month = namesMonth ? MonthNames.number(part) : Integer.valueOf(part);
                    if (month == null || month < 1 || month > 12) {
                        return null;
                    }
                }
                default -> day = Integer.valueOf(part);
            }
        }
        return day == null || month == null || isDay(year, month, day)
                ? new Spelled(year, month, day)
                : null;
    }

    private int year(String digits) {
        int year = Integer.parseInt(digits);
        if (pivot == null || digits.length() == 4) {
            return year;
        }
        return pivot + Math.floorMod(year - pivot, 100);
    }

    private static boolean isDay(int year, int month, int day) {
        return YearMonth.of(year, month).isValidDay(day);
    }

    @Override
    public String toString() {
        return text;
    }
}
