package org.companytimeline.event.words;

import java.util.List;
import java.util.function.BinaryOperator;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/// The rules for phrases with other phrases in them.
final class CompoundRules {

    private static final String EN_SOME_TIME = "some ?time ";
    private static final String FR_SOME_TIME = "(?:a un moment|une date) ";

    private CompoundRules() {}

    static List<Rule> all() {
        return List.of(
                Rule.named("or@1")
                        .english("2023 or 2024", "(?:either )?{date} or {other}")
                        .french("2023 ou 2024", "(?:soit )?{date} ou {other}")
                        .gives(found ->
                                join(
                                        found,
                                        phrase -> phrase.kind() != Kind.OPEN,
                                        Kind.ONE_OF,
                                        (first, second) -> Choice.of(List.of(first, second)))),
                Rule.named("some-time@1")
                        .english(
                                "some time from 2022 to 2024",
                                EN_SOME_TIME + "from {date} to {other}",
                                EN_SOME_TIME + "between {date} and {other}")
                        .french(
                                "à un moment de 2022 à 2024",
                                FR_SOME_TIME + "d(?:e |u |es |')(?:la )?{date} (?:a|aux?) {other}")
                        .gives(found ->
                                join(
                                        found,
                                        CompoundRules::isBounded,
                                        Kind.ONE_OF,
                                        CompoundRules::oneOfRange)),
                Rule.named("between@1")
                        .english(
                                "between 2022 and 2024",
                                "between {date} and {other}",
                                "from {date} (?:to|until|through) {other}")
                        .french(
                                "entre 2022 et 2024",
                                "entre {date} et {other}",
                                "d(?:e |u |es |')(?:la )?{date} (?:(?:jusqu')?(?:a|aux?)|jusqu'en)"
                                        + " {other}")
                        .gives(found ->
                                join(
                                        found,
                                        CompoundRules::isBounded,
                                        Kind.INTERVAL,
                                        Bounds::between)),
                Rule.named("by-")
                        .english(
                                "by May 2024",
                                "(?:by|no later than) {date}",
                                "{date} at the latest")
                        .french(
                                "au plus tard en mai 2024",
                                "(?:au plus tard|d'ici(?: a)?) {date}",
                                "{date} au plus tard")
                        .gives(found -> bound(found, Bounds::by)),
                Rule.named("before-")
                        .english("before May 2024", "before {date}")
                        .french("avant mai 2024", "avant {date}")
                        .gives(found -> bound(found, Bounds::before)),
                Rule.named("after-")
                        .english("after May 2024", "after {date}")
                        .french("après mai 2024", "apres {date}")
                        .gives(found -> bound(found, Bounds::after)),
                Rule.named("since-")
                        .english("since May 2024", "(?:since|from) {date}(?: on| onwards?)?")
                        .french(
                                "depuis mai 2024",
                                "(?:depuis|des|a partir d[eu']|a compter d[eu']) ?{date}")
                        .gives(found -> bound(found, Bounds::since)),
                Rule.named("perhaps-")
                        .english("perhaps 2024", "(?:perhaps|possibly|maybe) {date}")
                        .french("peut-être 2024", "(?:peut etre|possiblement) {date}")
                        .gives(found -> marked(found, Marks.UNCERTAIN)),
                Rule.named("around-")
                        .english("around 2024", "(?:around|about|circa) {date}")
                        .french(
                                "vers 2024",
                                "(?:vers|environ|aux (?:alentours|environs) d[eu']) ?{date}")
                        .gives(found -> marked(found, Marks.APPROXIMATE)),
                Rule.named("start-of-")
                        .english(
                                "early 2024",
                                "(?:in )?early (?:in )?{date}",
                                "(?:at |in )?(?:the )?(?:beginning|start) of {date}")
                        .french("début 2024", "(?:au |en |des le |le )?debut (?:d'|de |du )?{date}")
                        .gives(found -> part(found, VagueParts.START)),
                Rule.named("middle-of-")
                        .english(
                                "mid-2024",
                                "(?:in )?mid {date}",
                                "(?:in )?(?:the )?middle of {date}")
                        .french(
                                "milieu 2024",
                                "(?:au |en |le )?milieu (?:d'|de |du )?{date}",
                                "(?:a la |la )?mi {date}")
                        .gives(found -> part(found, VagueParts.MIDDLE)),
                Rule.named("end-of-")
                        .english(
                                "late 2024",
                                "(?:in )?late (?:in )?{date}",
                                "(?:at |in |towards? )?(?:the )?end of {date}")
                        .french("fin 2024", "(?:a la |la |en )?fin (?:d'|de |du )?{date}")
                        .gives(found -> part(found, VagueParts.END)));
    }

    private static @Nullable Phrase marked(Found found, Marks marks) {
        Phrase date = found.date();
        return date == null
                ? null
                : found.changes(date, date.kind(), written -> written.marked(marks));
    }

    private static @Nullable Phrase part(Found found, VagueParts part) {
        Phrase date = found.date();
        return date == null || (date.kind() != Kind.YEAR && date.kind() != Kind.MONTH)
                ? null
                : found.changes(date, Kind.INTERVAL, part::of);
    }

    private static @Nullable Phrase bound(Found found, UnaryOperator<Written> bound) {
        Phrase date = found.date();
        return date == null || !isBounded(date) ? null : found.changes(date, Kind.OPEN, bound);
    }

    private static boolean isBounded(Phrase date) {
        return date.kind() != Kind.OPEN && date.kind() != Kind.ONE_OF;
    }

    private static @Nullable Phrase join(
            Found found, Predicate<Phrase> fits, Kind kind, BinaryOperator<Written> join) {
        Phrase second = found.other();
        Phrase first = second == null ? null : found.dateBeforeOther(second);
        return first == null || second == null || !fits.test(first) || !fits.test(second)
                ? null
                : found.joins(first, second, kind, join);
    }

    private static Written oneOfRange(Written first, Written last) {
        return new Choice(List.of(Bounds.between(first, last)));
    }
}
