package org.companytimeline.model;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.BiPredicate;
import java.util.function.Function;
import java.util.stream.Stream;
import org.companytimeline.event.CompanyEvent;
import org.companytimeline.event.CompanyEvent.Founded;
import org.companytimeline.event.CompanyEvent.Partnered;
import org.companytimeline.event.CompanyEvent.Relocated;
import org.companytimeline.event.CompanyEvent.Valued;
import org.companytimeline.event.Money;
import org.companytimeline.event.Place;
import org.companytimeline.event.RecordedEvent;
import org.companytimeline.event.Source;
import org.companytimeline.event.SourceKind;
import org.companytimeline.event.Status;
import org.companytimeline.event.edtf.Edtf;
import org.jspecify.annotations.Nullable;

/// The fold once more, as `docs/facts.md` tells it and as slowly as it likes: every claim against
/// every other. It shares no code with the fold and knows the types that [Histories] makes.
final class NaiveFold {

    private final List<RecordedEvent> events;

    private NaiveFold(List<RecordedEvent> events) {
        this.events = events;
    }

    /// What matters of a fact: its id, its claims, which one leads, and in each conflict which
    /// events are of one opinion.
    record Outline(
            UUID id, List<UUID> claims, UUID leading, Map<String, List<List<UUID>>> conflicts) {}

    static Set<Outline> of(List<RecordedEvent> events) {
        List<RecordedEvent> once = new ArrayList<>();
        for (RecordedEvent event : events.stream().sorted(RecordedEvent.RECORDED_ORDER).toList()) {
            if (once.stream().noneMatch(other -> id(other).equals(id(event)))) {
                once.add(event);
            }
        }
        return new NaiveFold(once).facts();
    }

    private Set<Outline> facts() {
        Map<String, List<RecordedEvent>> blocks = new TreeMap<>();
        for (RecordedEvent event : events) {
            blocks.computeIfAbsent(block(event), none -> new ArrayList<>()).add(event);
        }
        Set<Outline> facts = new HashSet<>();
        for (List<RecordedEvent> block : blocks.values()) {
            for (List<RecordedEvent> claims : place(block)) {
                facts.add(outline(claims));
            }
        }
        return facts;
    }

    private String block(RecordedEvent event) {
        return key(
                events.stream()
                        .filter(other -> sameThread(event, other))
                        .findFirst()
                        .orElse(event));
    }

    private static boolean sameThread(RecordedEvent a, RecordedEvent b) {
        return a.event().thread() != null
                && a.event().thread().equals(b.event().thread())
                && a.event().publisher().equals(b.event().publisher())
                && a.event().details().getClass().equals(b.event().details().getClass());
    }

    private static boolean rivalThread(RecordedEvent a, RecordedEvent b) {
        return a.event().thread() != null
                && b.event().thread() != null
                && !a.event().thread().equals(b.event().thread())
                && a.event().publisher().equals(b.event().publisher());
    }

    private static String key(RecordedEvent event) {
        return switch (event.event().details()) {
            case Founded founded -> "founded";
            case Relocated relocated -> "relocated " + city(relocated.to());
            case Partnered partnered ->
                    "partnered "
                            + new TreeSet<>(
                                    partnered.partners().stream()
                                            .map(partner -> String.valueOf(partner.company()))
                                            .toList());
            case Valued valued -> "valued " + valued.money().currency();
            case CompanyEvent other -> throw new IllegalArgumentException("not here: " + other);
        };
    }

    private static @Nullable String city(@Nullable Place place) {
        return place == null || place.city() == null
                ? null
                : place.city().toLowerCase(Locale.ROOT).replace('ü', 'u');
    }

    private List<List<RecordedEvent>> place(List<RecordedEvent> block) {
        List<RecordedEvent> order =
                block.stream()
                        .sorted(
                                Comparator.<RecordedEvent>comparingInt(claim ->
                                                claim.event().thread() == null
                                                        ? 2
                                                        : key(claim).equals(block(claim)) ? 0 : 1)
                                        .thenComparingLong(claim -> to(claim) - from(claim))
                                        .thenComparing(RecordedEvent.RECORDED_ORDER))
                        .toList();
        List<List<RecordedEvent>> facts = new ArrayList<>();
        for (RecordedEvent claim : order) {
            List<RecordedEvent> best = null;
            for (List<RecordedEvent> fact : facts) {
                if (fact.stream().anyMatch(other -> sameThread(claim, other))) {
                    best = fact;
                    break;
                }
                if (fits(claim, fact) && (best == null || closer(claim, fact, best))) {
                    best = fact;
                }
            }
            if (best == null) {
                best = new ArrayList<>();
                facts.add(best);
            }
            best.add(claim);
        }
        facts.forEach(fact -> fact.sort(RecordedEvent.RECORDED_ORDER));
        return facts;
    }

    private static boolean fits(RecordedEvent claim, List<RecordedEvent> fact) {
        RecordedEvent first = fact.getFirst();
        if (fact.stream().anyMatch(other -> rivalThread(claim, other))) {
            return false;
        }
        if (claim.event().details() instanceof Founded) {
            return true;
        }
        long furthest = Math.max(to(claim), to(first)) - Math.min(from(claim), from(first));
        if (apart(claim, first) > 0 && furthest > 92) {
            return false;
        }
        if (claim.event().details() instanceof Valued) {
            BigDecimal one = amount(claim);
            BigDecimal other = amount(first);
            return (one != null && other != null)
                    ? isWithin(one, other, "0.05")
                    : (one == null && other == null);
        }
        return true;
    }

    private static boolean closer(
            RecordedEvent claim, List<RecordedEvent> fact, List<RecordedEvent> best) {
        RecordedEvent a = fact.getFirst();
        RecordedEvent b = best.getFirst();
        if (apart(claim, a) != apart(claim, b)) {
            return apart(claim, a) < apart(claim, b);
        }
        BigDecimal amount = amount(claim);
        BigDecimal toA = amount(a);
        BigDecimal toB = amount(b);
        if (amount != null && toA != null && toB != null) {
            int nearer = amount.subtract(toA).abs().compareTo(amount.subtract(toB).abs());
            if (nearer != 0) {
                return nearer < 0;
            }
        }
        return RecordedEvent.RECORDED_ORDER.compare(a, b) < 0;
    }

    private static boolean isWithin(BigDecimal one, BigDecimal other, String part) {
        return one.subtract(other).abs().compareTo(new BigDecimal(part).multiply(one.max(other)))
                <= 0;
    }

    private static @Nullable BigDecimal amount(RecordedEvent claim) {
        return claim.event().details() instanceof Valued valued ? valued.money().amount() : null;
    }

    private static Edtf date(RecordedEvent claim) {
        return Objects.requireNonNull(claim.event().when()).edtf();
    }

    private static boolean differ(@Nullable Object a, @Nullable Object b) {
        return a != null && b != null && !a.equals(b);
    }

    private static long from(RecordedEvent claim) {
        return date(claim).earliest().map(day -> day.toEpochDay()).orElse(-99_000_000L);
    }

    private static long to(RecordedEvent claim) {
        return date(claim).latest().map(day -> day.toEpochDay()).orElse(99_000_000L);
    }

    private static long apart(RecordedEvent a, RecordedEvent b) {
        return Stream.of(0L, from(a) - to(b), from(b) - to(a)).max(Long::compare).orElseThrow();
    }

    private static Outline outline(List<RecordedEvent> claims) {
        Map<String, Function<RecordedEvent, @Nullable Object>> conflicting = conflicting(claims);
        RecordedEvent leading =
                claims.stream()
                        .filter(claim ->
                                claims.stream()
                                        .noneMatch(
                                                other -> beats(other, claim, claims, conflicting)))
                        .findFirst()
                        .orElseThrow();
        Map<String, List<List<UUID>>> conflicts = new TreeMap<>();
        conflicting.forEach((field, value) -> {
            Map<Object, List<UUID>> opinions = new LinkedHashMap<>();
            Stream.concat(
                            Stream.of(leading),
                            claims.stream().filter(claim -> !claim.equals(leading)))
                    .filter(claim -> value.apply(claim) != null)
                    .forEach(claim ->
                            opinions.computeIfAbsent(
                                            Objects.requireNonNull(value.apply(claim)),
                                            none -> new ArrayList<>())
                                    .add(id(claim)));
            conflicts.put(field, List.copyOf(opinions.values()));
        });
        return new Outline(
                id(claims.getFirst()),
                claims.stream().map(NaiveFold::id).toList(),
                id(leading),
                conflicts);
    }

    /// The fields in which any two claims contradict each other, with what a claim says there.
    private static Map<String, Function<RecordedEvent, @Nullable Object>> conflicting(
            List<RecordedEvent> claims) {
        Map<String, Function<RecordedEvent, @Nullable Object>> fields = new TreeMap<>();
        List<RecordedEvent> asserting = claims.stream().filter(claim -> !denies(claim)).toList();
        if (!asserting.isEmpty() && asserting.size() < claims.size()) {
            fields.put("status", claim -> claim.event().status());
        }
        check(asserting, (a, b) -> apart(a, b) > 0, "when", NaiveFold::edtf, fields);
        check(asserting, NaiveFold::foundersDiffer, "founders", NaiveFold::founders, fields);
        for (String field : List.of("place", "from", "to")) {
            check(
                    asserting,
                    (a, b) -> placesDiffer(place(a, field), place(b, field)),
                    field,
                    claim -> samePlace(place(claim, field)),
                    fields);
        }
        check(asserting, (a, b) -> differ(kind(a), kind(b)), "kind", NaiveFold::kind, fields);
        check(asserting, NaiveFold::moneyDiffers, "money", NaiveFold::sameMoney, fields);
        return fields;
    }

    private static void check(
            List<RecordedEvent> asserting,
            BiPredicate<RecordedEvent, RecordedEvent> contradict,
            String field,
            Function<RecordedEvent, @Nullable Object> value,
            Map<String, Function<RecordedEvent, @Nullable Object>> fields) {
        if (asserting.stream()
                .anyMatch(a -> asserting.stream().anyMatch(b -> contradict.test(a, b)))) {
            fields.put(field, claim -> denies(claim) ? null : value.apply(claim));
        }
    }

    private static boolean denies(RecordedEvent claim) {
        return claim.event().status() == Status.DENIED;
    }

    private static String edtf(RecordedEvent claim) {
        return date(claim).toString();
    }

    private static @Nullable Object founders(RecordedEvent claim) {
        return claim.event().details() instanceof Founded founded && !founded.founders().isEmpty()
                ? new TreeSet<>(
                        founded.founders().stream()
                                .map(name -> name.toLowerCase(Locale.ROOT))
                                .toList())
                : null;
    }

    private static boolean foundersDiffer(RecordedEvent a, RecordedEvent b) {
        return founders(a) instanceof Set<?> one
                && founders(b) instanceof Set<?> other
                && !one.containsAll(other)
                && !other.containsAll(one);
    }

    private static @Nullable Place place(RecordedEvent claim, String field) {
        return switch (claim.event().details()) {
            case Founded founded when field.equals("place") -> founded.place();
            case Relocated relocated when field.equals("from") -> relocated.from();
            case Relocated relocated when field.equals("to") -> relocated.to();
            case CompanyEvent other -> null;
        };
    }

    private static boolean placesDiffer(@Nullable Place a, @Nullable Place b) {
        return a != null
                && b != null
                && (differ(city(a), city(b)) || differ(a.country(), b.country()));
    }

    private static @Nullable Object samePlace(@Nullable Place place) {
        return place == null ? null : city(place) + "|" + place.country();
    }

    private static @Nullable Object kind(RecordedEvent claim) {
        return switch (claim.event().details()) {
            case Partnered partnered -> partnered.kind();
            case Valued valued -> valued.kind();
            case CompanyEvent other -> null;
        };
    }

    private static boolean moneyDiffers(RecordedEvent a, RecordedEvent b) {
        if (!(a.event().details() instanceof Valued one)
                || !(b.event().details() instanceof Valued other)
                || one.money().amount() == null
                || other.money().amount() == null) {
            return false;
        }
        return differ(one.money().currency(), other.money().currency())
                || !isWithin(one.money().amount(), other.money().amount(), "0.05");
    }

    private static @Nullable Object sameMoney(RecordedEvent claim) {
        if (!(claim.event().details() instanceof Valued valued)) {
            return null;
        }
        Money money = valued.money();
        return money.amount() == null
                ? "undisclosed"
                : money.amount().longValueExact() + " " + money.currency();
    }

    private static boolean beats(
            RecordedEvent a,
            RecordedEvent b,
            List<RecordedEvent> claims,
            Map<String, Function<RecordedEvent, @Nullable Object>> conflicting) {
        List<Status> statuses =
                List.of(
                        Status.CONFIRMED,
                        Status.REPORTED,
                        Status.CANCELLED,
                        Status.PLANNED,
                        Status.RUMOURED,
                        Status.DENIED);
        return Comparator.<RecordedEvent>comparingInt(
                                claim -> statuses.indexOf(claim.event().status()))
                        .thenComparingInt(NaiveFold::bestSource)
                        .thenComparing(NaiveFold::isVague)
                        .thenComparingInt(claim -> -voices(claim, claims, conflicting))
                        .thenComparingLong(claim -> to(claim) - from(claim))
                        .thenComparingInt(claim -> -fieldsSaid(claim))
                        .thenComparing(RecordedEvent.RECORDED_ORDER.reversed())
                        .compare(a, b)
                < 0;
    }

    private static int bestSource(RecordedEvent claim) {
        List<SourceKind> kinds = List.of(SourceKind.values());
        return claim.event().sources().stream()
                .mapToInt(source -> source.kind() == null ? 99 : kinds.indexOf(source.kind()))
                .min()
                .orElse(99);
    }

    private static boolean isVague(RecordedEvent claim) {
        return edtf(claim).matches(".*[~?%].*")
                || (claim.event().details() instanceof Valued valued
                        && valued.money().amount() != null
                        && Boolean.TRUE.equals(valued.money().approximate()));
    }

    private static int fieldsSaid(RecordedEvent claim) {
        return (int)
                Stream.of(
                                founders(claim),
                                place(claim, "place"),
                                place(claim, "from"),
                                place(claim, "to"),
                                kind(claim),
                                sameMoney(claim))
                        .filter(Objects::nonNull)
                        .count();
    }

    private static int voices(
            RecordedEvent claim,
            List<RecordedEvent> claims,
            Map<String, Function<RecordedEvent, @Nullable Object>> conflicting) {
        List<Source> sources = new ArrayList<>();
        for (RecordedEvent other : claims) {
            if (conflicting.values().stream()
                    .allMatch(value -> Objects.equals(value.apply(claim), value.apply(other)))) {
                sources.addAll(other.event().sources());
            }
        }
        int voices = 0;
        while (!sources.isEmpty()) {
            voices++;
            List<Source> voice = new ArrayList<>(List.of(sources.removeFirst()));
            for (int i = 0; i < voice.size(); i++) {
                Source source = voice.get(i);
                List<Source> same =
                        sources.stream().filter(other -> isOneVoice(source, other)).toList();
                voice.addAll(same);
                sources.removeAll(same);
            }
        }
        return voices;
    }

    private static boolean isOneVoice(Source a, Source b) {
        return Objects.equals(a.title(), b.title())
                || (a.publisher() != null && a.publisher().equalsIgnoreCase(b.publisher()));
    }

    private static UUID id(RecordedEvent event) {
        return event.event().id();
    }
}
