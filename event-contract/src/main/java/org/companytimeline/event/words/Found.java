package org.companytimeline.event.words;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import java.util.function.BinaryOperator;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.companytimeline.event.edtf.Edtf;
import org.jspecify.annotations.Nullable;

/// A text that has a pattern of a rule, and what stands in its placeholders.
final class Found {

    private static final Pattern YEAR_AT_END = Pattern.compile(".*?((?:[a-z]+ )?[0-9]{4})");
    private static final Pattern HAS_YEAR = Pattern.compile(".*[0-9]{4}.*");

    private final String rule;
    private final Vocabulary vocabulary;
    private final Matcher match;
    private final Function<String, @Nullable Phrase> inner;

    /// @param inner reads a phrase within the phrase
    Found(
            String rule,
            Vocabulary vocabulary,
            Matcher match,
            Function<String, @Nullable Phrase> inner) {
        this.rule = rule;
        this.vocabulary = vocabulary;
        this.match = match;
        this.inner = inner;
    }

    /// The year in its place.
    int year() {
        String text = match.group("year");
        int number = Integer.parseInt(text.replaceAll("[^0-9]", ""));
        return Character.isDigit(text.charAt(0))
                        && !Character.isDigit(text.charAt(text.length() - 1))
                ? 1 - number
                : number;
    }

    /// The marks of the year where it may have some.
    Marks marksOfYear() {
        return new Marks(match.group("perhaps") != null, match.group("around") != null);
    }

    int month() {
        return number("month", vocabulary.months().get(match.group("month")));
    }

    /// 1 for spring to 4 for winter.
    int season() {
        return number("season", vocabulary.seasons().get(match.group("season")));
    }

    int ordinal() {
        String text = match.group("ordinal");
        return Character.isDigit(text.charAt(0))
                ? text.charAt(0) - '0'
                : number("ordinal", vocabulary.ordinals().get(text));
    }

    int dayOfMonth() {
        return Integer.parseInt(match.group("day").replaceAll("[^0-9]", ""));
    }

    int number() {
        String text = match.group("number");
        return Character.isDigit(text.charAt(0))
                ? Integer.parseInt(text)
                : number("number", vocabulary.numbers().get(text));
    }

    ChronoUnit unit() {
        return vocabulary.unit(match.group("unit"));
    }

    private static int number(String name, @Nullable Integer value) {
        return Objects.requireNonNull(value, name);
    }

    /// The text in a placeholder.
    String text(String name) {
        return match.group(name);
    }

    /// The phrase in the place of `{date}`; null where there is none.
    @Nullable Phrase date() {
        return inner.apply(match.group("date"));
    }

    /// The phrase in the place of `{other}`; null where there is none.
    @Nullable Phrase other() {
        return inner.apply(match.group("other"));
    }

    /// The phrase in the place of `{date}`, to which the year at the end of `{other}` belongs where
    /// it has none: "May" of "May or June 2024". Where it would lie after `{other}` it is in the
    /// year before: "December" of "December or January 2025".
    ///
    /// @param other the phrase in the place of `{other}`
    @Nullable Phrase dateBeforeOther(Phrase other) {
        String text = match.group("date");
        Matcher end = YEAR_AT_END.matcher(match.group("other"));
        if (end.matches() && !HAS_YEAR.matcher(text).matches()) {
            String suffix = end.group(1);
            int year = Integer.parseInt(suffix.substring(suffix.length() - 4));
            Phrase withYear = inner.apply(inYear(text, year));
            if (withYear != null) {
                return year > 0 && liesAfter(withYear, other)
                        ? inner.apply(inYear(text, year - 1))
                        : withYear;
            }
            Phrase shared = suffix.length() == 4 ? null : inner.apply(text + " " + suffix);
            if (shared != null) {
                return shared;
            }
        }
        return inner.apply(text);
    }

    private static String inYear(String text, int year) {
        return "%s %04d".formatted(text, year);
    }

    private static boolean liesAfter(Phrase first, Phrase second) {
        return !first.isRelative()
                && !second.isRelative()
                && Bounds.start(first.at(Moment.ANY)) instanceof Point start
                && Bounds.end(earliest(second.at(Moment.ANY))) instanceof Point end
                && start.first().isAfter(end.last());
    }

    private static Written earliest(Written date) {
        return date instanceof Choice choice ? choice.members().getFirst() : date;
    }

    /// A phrase that means the same whenever it was written; no day is an EdtfException.
    Phrase means(Kind kind, Written date) {
        Edtf.parse(date.toString());
        return new Phrase(rule, false, kind, moment -> date);
    }

    /// A phrase that means what it does only at a moment.
    Phrase reckons(Kind kind, Function<Moment, Written> meaning) {
        return new Phrase(rule, true, kind, meaning);
    }

    /// A phrase made of two, of which the second says how late the first can be. Where the second
    /// is one of several dates, each of them has its own first.
    Phrase joins(Phrase first, Phrase second, Kind kind, BinaryOperator<Written> join) {
        return new Phrase(
                RuleNames.joined(rule, first.rule(), second.rule()),
                first.isRelative() || second.isRelative(),
                kind,
                moment -> pairs(first, second.at(moment), moment, join));
    }

    private static Written pairs(
            Phrase first, Written last, Moment moment, BinaryOperator<Written> join) {
        return last instanceof Choice choice
                ? Choice.of(
                        choice.members().stream()
                                .map(each ->
                                        join.apply(first.at(moment.before(each, day(each))), each))
                                .toList())
                : join.apply(first.at(moment.before(last, moment.day())), last);
    }

    private static LocalDate day(Written date) {
        return Bounds.end(date) instanceof Point end ? end.last() : LocalDate.MAX;
    }

    /// A phrase with words before it that change what it means.
    Phrase changes(Phrase phrase, Kind kind, UnaryOperator<Written> change) {
        return phrase.within(rule, kind, change);
    }
}
