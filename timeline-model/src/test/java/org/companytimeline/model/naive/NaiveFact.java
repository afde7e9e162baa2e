package org.companytimeline.model.naive;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// One entry of a timeline.
public final class NaiveFact {

    private final String subject;
    private final String policy;
    private final List<NaiveHead> lineages;
    private final List<NaiveHead> heads;
    private final Map<String, Function<NaiveHead, @Nullable Object>> contradicted;
    private final NaiveHead leading;

    /// @param subject the company that it is a fact of
    /// @param lineages the heads of all its lineages
    NaiveFact(String subject, String policy, List<NaiveHead> lineages) {
        this.subject = subject;
        this.policy = policy;
        this.lineages = lineages.stream().sorted(NaiveHead.RECORDED_ORDER).toList();
        List<NaiveHead> standing = this.lineages.stream().filter(NaiveHead::stands).toList();
        this.heads = standing.isEmpty() ? this.lineages : standing;
        this.contradicted = standing.isEmpty() ? Map.of() : contradictions();
        this.leading = heads.stream().min(order()).orElseThrow();
    }

    /// The event id of the first recorded claim of its lineages.
    public String id() {
        return first().id();
    }

    /// The record to which that claim was posted.
    String record() {
        return first().company();
    }

    private NaiveEvent first() {
        return lineages.stream().map(NaiveHead::first).min(NaiveEvent.RECORDED_ORDER).orElseThrow();
    }

    public String subject() {
        return subject;
    }

    public boolean isRetracted() {
        return heads.stream().noneMatch(NaiveHead::stands);
    }

    public String status() {
        return isRetracted() ? "retracted" : leading.claim().status();
    }

    boolean holds() {
        return List.of("reported", "confirmed").contains(status());
    }

    String type() {
        return leading.claim().type();
    }

    /// What the fact shows: its standing heads, else its retracted ones.
    List<NaiveHead> heads() {
        return heads;
    }

    NaiveEvent leading() {
        return leading.claim();
    }

    private List<NaiveEvent> claims() {
        return heads.stream().map(NaiveHead::claim).toList();
    }

    /// Whether this is the fact that an event leads to.
    boolean includes(String company, String id) {
        return lineages.stream()
                .flatMap(head -> head.lineage().stream())
                .anyMatch(event -> event.company().equals(company) && event.id().equals(id));
    }

    /// Every company on whose timeline it stands, besides its subject.
    SortedSet<String> others() {
        SortedSet<String> others = new TreeSet<>();
        for (NaiveHead head : heads) {
            JsonNode details = head.claim().details();
            Stream.of("acquirer", "with", "successor")
                    .map(details::path)
                    .forEach(company -> {
                        if (company.has("company")) {
                            others.add(company.path("company").asText());
                        }
                    });
            Stream.of("investors", "partners", "customers")
                    .flatMap(list -> details.path(list).valueStream())
                    .filter(company -> company.has("company"))
                    .forEach(company -> others.add(company.path("company").asText()));
            if (details.path("company").isTextual()) {
                others.add(details.path("company").asText());
            }
        }
        others.remove(subject);
        return others;
    }

    /// One field in conflict.
    record Conflict(String field, String rule, List<Value> values) {

        record Value(JsonNode value, List<String> events) {}
    }

    /// By name of the field.
    List<Conflict> conflicts() {
        SortedMap<String, List<Conflict.Value>> conflicts = new TreeMap<>();
        contradicted.forEach((field, same) -> {
            Map<Object, Conflict.Value> values = new LinkedHashMap<>();
            Stream.concat(Stream.of(leading), heads.stream().filter(head -> !head.equals(leading)))
                    .filter(head -> same.apply(head) != null)
                    .forEach(head ->
                            values.computeIfAbsent(
                                            Objects.requireNonNull(same.apply(head)),
                                            none ->
                                                    new Conflict.Value(
                                                            said(head, field), new ArrayList<>()))
                                    .events()
                                    .add(head.claim().id()));
            conflicts.put(field, List.copyOf(values.values()));
        });
        List<NaiveHead> disputed =
                heads.stream().filter(head -> !head.disputes().isEmpty()).toList();
        if (!disputed.isEmpty() && !isRetracted()) {
            conflicts.put(
                    "claim",
                    List.of(
                            new Conflict.Value(
                                    Json.textNode("stated"),
                                    disputed.stream().map(head -> head.claim().id()).toList()),
                            new Conflict.Value(
                                    Json.textNode("disputed"),
                                    disputed.stream()
                                            .flatMap(head -> head.disputes().stream())
                                            .map(NaiveEvent::id)
                                            .toList())));
        }
        return conflicts.entrySet().stream()
                .map(conflict -> new Conflict(conflict.getKey(), policy, conflict.getValue()))
                .toList();
    }

    private static JsonNode said(NaiveHead head, String field) {
        return switch (field) {
            case "when" -> head.claim().json().at("/when/edtf");
            case "status" -> head.claim().json().path("status");
            default -> head.claim().details().path(field);
        };
    }

    /// The fields in which any two claims contradict each other, each with what tells values apart.
    private Map<String, Function<NaiveHead, @Nullable Object>> contradictions() {
        Map<String, Function<NaiveHead, @Nullable Object>> fields = new TreeMap<>();
        List<NaiveEvent> asserting = claims().stream().filter(claim -> !claim.denies()).toList();
        if (!asserting.isEmpty() && asserting.size() < heads.size()) {
            fields.put("status", head -> head.claim().status());
        }
        if (anyTwo(asserting, (a, b) -> NaivePlacement.apart(a, b) > 0)) {
            fields.put("when", head -> saidBy(head, claim -> claim.date().toString()));
        }
        NaiveRule.of(heads.getFirst().claim().type())
                .fields()
                .forEach((field, slack) -> {
                    if (anyTwo(
                            asserting,
                            (a, b) ->
                                    NaiveValues.contradict(
                                            a.details(), b.details(), field, slack))) {
                        fields.put(
                                field,
                                head ->
                                        saidBy(
                                                head,
                                                claim -> NaiveValues.same(claim.details(), field)));
                    }
                });
        return fields;
    }

    private interface Contradicting {
        boolean test(NaiveEvent a, NaiveEvent b);
    }

    private static boolean anyTwo(List<NaiveEvent> claims, Contradicting contradicting) {
        return claims.stream()
                .anyMatch(a -> claims.stream().anyMatch(b -> contradicting.test(a, b)));
    }

    /// What a claim says; a denial says nothing but that.
    private static @Nullable Object saidBy(
            NaiveHead head, Function<NaiveEvent, @Nullable Object> value) {
        return head.claim().denies() ? null : value.apply(head.claim());
    }

    /// The leading claim comes first.
    private Comparator<NaiveHead> order() {
        List<String> statuses =
                List.of("confirmed", "reported", "cancelled", "planned", "rumoured", "denied");
        Comparator<NaiveHead> denial = Comparator.comparing(head -> head.claim().denies());
        Comparator<NaiveHead> newest = NaiveHead.RECORDED_ORDER.reversed();
        Comparator<NaiveHead> ofDefault =
                Comparator.comparingInt((NaiveHead head) -> statuses.indexOf(head.claim().status()))
                        .thenComparingInt(NaiveFact::bestSource)
                        .thenComparing(NaiveFact::isApproximate)
                        .thenComparing(this::voices, Comparator.reverseOrder())
                        .thenComparingLong(head -> NaivePlacement.width(head.claim()))
                        .thenComparing(NaiveFact::fieldsSaid, Comparator.reverseOrder())
                        .thenComparing(newest);
        return switch (policy) {
            case "default@1" -> ofDefault;
            case "registry-first@1" ->
                    denial.thenComparingInt(NaiveFact::bestSource).thenComparing(ofDefault);
            case "newest@1" -> denial.thenComparing(newest);
            default -> throw new IllegalArgumentException("no policy: " + policy);
        };
    }

    private static List<JsonNode> sources(NaiveHead head) {
        return Stream.concat(Stream.of(head.claim()), head.confirmations().stream())
                .flatMap(event -> event.sources().stream())
                .toList();
    }

    private static int bestSource(NaiveHead head) {
        List<String> kinds =
                List.of("registry", "filing", "company", "press", "aggregator", "social");
        return sources(head).stream()
                .map(source -> source.path("kind").asText())
                .mapToInt(kind -> kinds.contains(kind) ? kinds.indexOf(kind) : kinds.size())
                .min()
                .orElse(kinds.size());
    }

    private static boolean isApproximate(NaiveHead head) {
        return head.claim().date().toString().matches(".*[~?%].*")
                || Stream.of("money", "price")
                        .map(head.claim().details()::path)
                        .anyMatch(money ->
                                NaiveValues.amount(money) != null
                                        && money.path("approximate").asBoolean());
    }

    private static int fieldsSaid(NaiveHead head) {
        return (int)
                NaiveRule.of(head.claim().type()).fields().keySet().stream()
                        .filter(field -> NaiveValues.same(head.claim().details(), field) != null)
                        .count();
    }

    /// How many independent sources stand behind the opinion of a claim.
    private int voices(NaiveHead head) {
        List<JsonNode> sources = new ArrayList<>();
        for (NaiveHead other : heads) {
            if (contradicted.values().stream()
                    .allMatch(same -> Objects.equals(same.apply(head), same.apply(other)))) {
                sources.addAll(sources(other));
            }
        }
        int voices = 0;
        while (!sources.isEmpty()) {
            voices++;
            List<JsonNode> voice = new ArrayList<>(List.of(sources.removeFirst()));
            for (int i = 0; i < voice.size(); i++) {
                JsonNode source = voice.get(i);
                List<JsonNode> same =
                        sources.stream().filter(other -> areOneVoice(source, other)).toList();
                voice.addAll(same);
                sources.removeAll(same);
            }
        }
        return voices;
    }

    private static boolean areOneVoice(JsonNode a, JsonNode b) {
        Set<String> labels = labels(a);
        labels.retainAll(labels(b));
        return !labels.isEmpty();
    }

    /// Publisher (where none is given: host), title and address of a source.
    private static Set<String> labels(JsonNode source) {
        Set<String> labels = new HashSet<>();
        String address =
                source.path("url").asText().replaceAll("^https?://(www\\.)?|[?#].*$|/$", "");
        if (source.has("publisher")) {
            labels.add("by " + NaiveValues.words(source.path("publisher").asText()));
        } else if (!address.isEmpty()) {
            labels.add("on " + address.replaceAll("/.*", ""));
        }
        if (source.has("title")) {
            labels.add("title " + NaiveValues.words(source.path("title").asText()));
        }
        if (!address.isEmpty()) {
            labels.add("at " + address);
        }
        return labels;
    }
}
