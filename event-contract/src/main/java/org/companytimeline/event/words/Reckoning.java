package org.companytimeline.event.words;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What a phrase means when written on any of the days of an anchor.
final class Reckoning {

    private static final Comparator<Written> BY_START = Comparator.comparing(Reckoning::first);

    /// Different dates from the days of one anchor: those of a year.
    static final int MOST_DATES = 366;

    private Reckoning() {}

    /// The one date that all days give, or one of those that they give.
    ///
    /// Null where the days give more than [#MOST_DATES].
    static @Nullable Written over(Anchor anchor, Phrase phrase) {
        List<Written> given = new ArrayList<>();
        Written first = phrase.at(new Moment(anchor, anchor.first()));
        Written last = phrase.at(new Moment(anchor, anchor.last()));
        given.add(first);
        addBetween(given, anchor, phrase, anchor.first(), first, anchor.last(), last);
        add(given, last);
        if (given.size() > MOST_DATES) {
            return null;
        }
        return given.size() == 1 ? given.getFirst() : oneOf(given);
    }

    /// Adds what the days between two others give. The later the day, the later what it gives; so
    /// where two days give the same, those between them do too.
    private static void addBetween(
            List<Written> given,
            Anchor anchor,
            Phrase phrase,
            LocalDate from,
            Written early,
            LocalDate to,
            Written late) {
        long days = ChronoUnit.DAYS.between(from, to);
        if (days < 2 || given.size() > MOST_DATES || early.equals(late)) {
            return;
        }
        LocalDate middle = from.plusDays(days / 2);
        Written between = phrase.at(new Moment(anchor, middle));
        addBetween(given, anchor, phrase, from, early, middle, between);
        add(given, between);
        addBetween(given, anchor, phrase, middle, between, to, late);
    }

    /// Two dates that differ in their marks alone are one with the marks of both.
    private static void add(List<Written> given, Written next) {
        Written last = given.getLast();
        if (last.equals(next)) {
            return;
        }
        if (last.plain().equals(next.plain())) {
            given.set(given.size() - 1, marked(last, next));
        } else {
            given.add(next);
        }
    }

    private static Written marked(Written written, Written same) {
        List<Point> others = new ArrayList<>();
        same.each(point -> {
            others.add(point);
            return point;
        });
        Iterator<Point> other = others.iterator();
        return written.each(point -> point.markedLikeAlso(other.next()));
    }

    private static Written oneOf(List<Written> given) {
        if (given.stream().allMatch(Reckoning::isOpen)) {
            return widest(given);
        }
        List<Written> members =
                given.stream().flatMap(Reckoning::members).distinct().sorted(BY_START).toList();
        return members.size() == 2 && members.stream().allMatch(Point.class::isInstance)
                ? new Choice(members)
                : new Choice(ranges(members));
    }

    private static Stream<Written> members(Written written) {
        return written instanceof Choice choice ? choice.members().stream() : Stream.of(written);
    }

    private static boolean isOpen(Written written) {
        return written instanceof Span span
                && (span.start() instanceof Span.Missing || span.end() instanceof Span.Missing);
    }

    /// An interval with an open end that holds all of these, which are open at the same end.
    private static Written widest(List<Written> given) {
        Span first = (Span) given.getFirst();
        Span last = (Span) given.getLast();
        return new Span(first.start(), last.end());
    }

    /// Dates in a row as ranges.
    private static List<Written> ranges(List<Written> members) {
        List<List<Written>> rows = new ArrayList<>();
        LocalDate end = LocalDate.MIN;
        for (Written member : members) {
            if (rows.isEmpty() || end.plusDays(1).isBefore(first(member))) {
                rows.add(new ArrayList<>());
            }
            rows.getLast().add(member);
            end = last(member).isAfter(end) ? last(member) : end;
        }
        return rows.stream().flatMap(Reckoning::range).toList();
    }

    private static Stream<Written> range(List<Written> row) {
        return row.size() == 1
                ? row.stream()
                : Stream.of(new Span(Bounds.start(row.getFirst()), Bounds.end(latest(row))));
    }

    private static Written latest(List<Written> row) {
        return row.stream().max(Comparator.comparing(Reckoning::last)).orElseThrow();
    }

    private static LocalDate first(Written written) {
        return Bounds.start(written) instanceof Point start ? start.first() : LocalDate.MIN;
    }

    private static LocalDate last(Written written) {
        return Bounds.end(written) instanceof Point end ? end.last() : LocalDate.MAX.minusDays(1);
    }
}
