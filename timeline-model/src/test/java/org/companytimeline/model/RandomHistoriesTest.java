package org.companytimeline.model;

import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import org.companytimeline.event.CompanyId;
import org.companytimeline.event.RecordedEvent;
import org.companytimeline.event.edtf.Edtf;
import org.companytimeline.model.naive.NaiveFact;
import org.companytimeline.model.naive.NaiveFilter;
import org.companytimeline.model.naive.NaiveJson;
import org.companytimeline.model.naive.NaiveState;
import org.companytimeline.model.naive.NaiveTimelines;
import org.companytimeline.model.naive.RandomHistory;
import org.companytimeline.model.naive.RandomLog;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// The fold against the naive one, over a thousand histories with every kind of annotation, each
/// known up to a random point and by a random policy.
class RandomHistoriesTest {

    private static final int HISTORIES = 1_000;
    private static final int MOST_EVENTS = 40;

    private static final List<Policy> POLICIES = List.of(Policy.values());

    private static final List<String> DAYS =
            List.of("2022", "2023-04-11", "2023-04", "2023-06-30", "2024", "2024-05-17", "2025");

    private static final NaiveFilter ON_A_DAY =
            new NaiveFilter(Optional.of("2024-01"), Optional.empty(), Optional.empty(), false);

    private static final List<String> EVERY_KIND =
            List.of(
                    "/names[]/kind=former",
                    "/names[]/kind=alias",
                    "/names[]/since+until",
                    "/names[]/kind=given",
                    "/names[]/since",
                    "/founded/place",
                    "/founded/certainty=disputed",
                    "/headquarters/history[]/until",
                    "/headquarters/since",
                    "/registeredOffice/history[]/until",
                    "/registeredOffice/since",
                    "/offices[]/current=true",
                    "/offices[]/since+until",
                    "/people[]/current=true",
                    "/people[]/since+until",
                    "/people[]/certainty=possible",
                    "/people[]/certainty=disputed",
                    "/people[]/certainty=reported",
                    "/people[]/certainty=confirmed",
                    "/chiefExecutives[]/since",
                    "/listings[]/since+until",
                    "/products[]/since+until",
                    "/funding/lastRound",
                    "/funding/totals[]/amount",
                    "/funding/totals[]/min",
                    "/funding/totals[]/max",
                    "/valuation/money",
                    "/status=active",
                    "/status=planned",
                    "/status=closed",
                    "/status=acquired",
                    "/status=merged",
                    "/ended/acquirer",
                    "/ended/successor",
                    "/planned/when",
                    "/partners[]",
                    "/customers[]",
                    "/suppliers[]",
                    "/investments[]",
                    "/acquisitions[]",
                    "/programmes[]",
                    "/headcount/count",
                    "/identifiers[]/current=true",
                    "/identifiers[]/current=false",
                    "/identifiers[]/since+until");

    /// What is made of a history, by company.
    private interface Reading {
        NavigableMap<String, ?> of(RandomLog log, Policy policy);
    }

    private static final Reading FOLDED =
            (log, policy) ->
                    by(records(log), record -> json(Fold.timeline(of(record, log), policy)));

    @Test
    void a_record_folds_to_what_the_naive_fold_makes_of_it() {
        Reading naive =
                (log, policy) -> {
                    NaiveTimelines timelines = naive(log, policy);
                    return by(records(log), record -> naiveJson(timelines.alone(record)));
                };

        assertEqual(FOLDED, naive);
    }

    @Test
    void records_of_one_company_are_found_as_the_naive_fold_finds_them() {
        Reading naive =
                (log, policy) -> {
                    NaiveTimelines timelines = naive(log, policy);
                    return by(
                            records(log),
                            record ->
                                    timelines.canonical(record) + " of " + timelines.group(record));
                };

        assertEqual(
                (log, policy) ->
                        by(
                                records(log),
                                record -> {
                                    Group group = group(record, log, policy);
                                    return group.canonical() + " of " + group.members();
                                }),
                naive);
    }

    @Test
    void merged_records_fold_to_what_the_naive_fold_makes_of_them() {
        Reading naive =
                (log, policy) -> {
                    NaiveTimelines timelines = naive(log, policy);
                    return by(records(log), record -> naiveJson(timelines.facts(record)));
                };

        assertEqual(
                (log, policy) -> by(records(log), record -> json(merged(record, log, policy))),
                naive);
    }

    @Test
    void a_companys_state_is_what_the_naive_state_is_on_any_day() {
        for (long seed = 0; seed < HISTORIES; seed++) {
            Random random = random(seed);
            Optional<String> asOf =
                    random.nextBoolean()
                            ? Optional.empty()
                            : Optional.of(DAYS.get(random.nextInt(DAYS.size())));
            NaiveFilter filter =
                    new NaiveFilter(
                            asOf, Optional.empty(), Optional.empty(), random.nextInt(3) == 0);
            Reading naive =
                    (log, policy) -> {
                        NaiveTimelines timelines = naive(log, policy);
                        return by(
                                named(log),
                                company ->
                                        NaiveState.text(
                                                timelines, timelines.canonical(company), filter));
                    };

            assertEqual(
                    seed,
                    (log, policy) -> by(named(log), company -> state(company, log, policy, filter)),
                    naive);
        }
    }

    /// A comparison of states that lack what they should tell would compare nothing.
    @Test
    void the_histories_have_states_of_every_kind() {
        Map<String, Integer> told = new TreeMap<>();
        for (long seed = 0; seed < HISTORIES; seed++) {
            RandomLog log = log(seed);
            NaiveTimelines timelines = naive(log, Policy.DEFAULT_1);
            for (String company : named(log)) {
                count(
                        "",
                        read(NaiveState.text(timelines, timelines.canonical(company), ON_A_DAY)),
                        told);
            }
        }

        assertThat(EVERY_KIND)
                .allSatisfy(
                        kind -> assertThat(told.getOrDefault(kind, 0)).as(kind).isGreaterThan(20));
    }

    @Test
    void neither_the_order_of_arrival_nor_duplicates_change_a_byte() {
        Reading shuffled =
                (log, policy) ->
                        by(
                                records(log),
                                record -> json(Fold.timeline(shuffled(of(record, log)), policy)));

        assertEqual(FOLDED, shuffled);
    }

    @Test
    void folding_block_by_block_gives_the_bytes_of_the_whole() {
        Reading byBlock =
                (log, policy) ->
                        by(
                                records(log),
                                record -> {
                                    Map<String, List<Fact>> blocks =
                                            Fold.timeline(of(record, log), policy).stream()
                                                    .collect(groupingBy(Fact::block));
                                    return json(
                                            Fact.inOrder(
                                                    blocks.values().stream()
                                                            .flatMap(facts ->
                                                                    Fold.block(
                                                                            events(facts), policy)
                                                                            .stream())
                                                            .toList()));
                                });

        assertEqual(FOLDED, byBlock);
    }

    @Test
    void a_hundred_records_are_merged_and_one_more_are_not() {
        NavigableSet<String> hundred = naive(chain(100), Policy.DEFAULT_1).group("r000");
        NavigableSet<String> more = naive(chain(101), Policy.DEFAULT_1).group("r000");

        assertThat(hundred).hasSize(100);
        assertThat(more).containsExactly("r000");
        assertThat(group("r000", chain(100), Policy.DEFAULT_1).members()).hasSize(100);
        assertThat(group("r000", chain(101), Policy.DEFAULT_1).members()).hasSize(1);
    }

    /// Both make the same of every history; where they do not, of one as small as can be.
    private static void assertEqual(Reading one, Reading other) {
        for (long seed = 0; seed < HISTORIES; seed++) {
            assertEqual(seed, one, other);
        }
    }

    private static void assertEqual(long seed, Reading one, Reading other) {
        Random random = random(seed);
        Policy policy = POLICIES.get(random.nextInt(POLICIES.size()));
        RandomLog log = log(seed).knownAt(random);
        if (!one.of(log, policy).equals(other.of(log, policy))) {
            RandomLog least =
                    log.smallest(
                            smaller -> !one.of(smaller, policy).equals(other.of(smaller, policy)));
            assertThat(one.of(least, policy))
                    .as("history %d by %s:\n%s", seed, policy.policyName(), least)
                    .isEqualTo(other.of(least, policy));
        }
    }

    /// The first draws of a plain one are alike for seeds in a row.
    private static Random random(long seed) {
        return new Random(new Random(seed).nextLong());
    }

    private static RandomLog log(long seed) {
        return RandomLog.of(
                RandomHistory.posted(seed, "", "https://operator.example", MOST_EVENTS), seed);
    }

    /// Counts every member of some JSON by its path, and the texts of some.
    private static void count(String path, JsonNode json, Map<String, Integer> counts) {
        if (json.isArray()) {
            json.forEach(element -> count(path + "[]", element, counts));
        } else if (json.isObject()) {
            if (json.has("since") && json.has("until")) {
                counts.merge(path + "/since+until", 1, Integer::sum);
            }
            json.properties()
                    .forEach(member ->
                            count(path + "/" + member.getKey(), member.getValue(), counts));
        } else if (path.matches(".*/(kind|status|certainty|current|role)")) {
            counts.merge(path + "=" + json.asText(), 1, Integer::sum);
        }
        counts.merge(path, 1, Integer::sum);
    }

    private static JsonNode read(String json) {
        try {
            return new JsonMapper().readTree(json);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(json, e);
        }
    }

    /// All companies that have events or are named in any.
    private static NavigableSet<String> named(RandomLog log) {
        NavigableSet<String> named = records(log);
        log.asRead().forEach(event -> named.addAll(event.json().findValuesAsText("company")));
        named.removeIf(String::isEmpty);
        return named;
    }

    private static String state(String company, RandomLog log, Policy policy, NaiveFilter filter) {
        Group group = group(company, log, policy);
        List<Fact> facts = new ArrayList<>(merged(company, log, policy));
        for (String other : records(log)) {
            if (!group.members().contains(new CompanyId(other))) {
                Fold.timeline(of(other, log), policy).stream()
                        .filter(fact ->
                                group.members().stream()
                                        .anyMatch(member -> fact.companies().contains(member)))
                        .forEach(facts::add);
            }
        }
        LocalDate asOf =
                filter.asOf().map(day -> Edtf.parse(day).latest().orElseThrow()).orElse(null);
        facts.removeIf(fact -> fact.isRetracted() || !hadHappened(fact, asOf, filter.certain()));
        return CompanyState.of(group.canonical(), naive(log, policy).nameOf(company), facts, asOf)
                .toString();
    }

    private static boolean hadHappened(Fact fact, @Nullable LocalDate asOf, boolean certain) {
        Edtf date = fact.when().edtf();
        return asOf == null
                || (certain
                                        ? date.latest().orElse(LocalDate.MAX)
                                        : date.earliest().orElse(LocalDate.MIN))
                                .compareTo(asOf)
                        <= 0;
    }

    private interface OfRecord {
        Object make(String record);
    }

    private static NavigableMap<String, Object> by(NavigableSet<String> records, OfRecord made) {
        NavigableMap<String, Object> result = new TreeMap<>();
        records.forEach(record -> result.put(record, made.make(record)));
        return result;
    }

    private static NaiveTimelines naive(RandomLog log, Policy policy) {
        return NaiveTimelines.of(log.asRead(), policy.policyName());
    }

    private static List<String> naiveJson(List<NaiveFact> facts) {
        return facts.stream().map(NaiveJson::text).toList();
    }

    private static List<String> json(Collection<Fact> facts) {
        return facts.stream()
                .map(fact -> new String(FactJson.write(fact), StandardCharsets.UTF_8))
                .toList();
    }

    private static NavigableSet<String> records(RandomLog log) {
        NavigableSet<String> records = new TreeSet<>();
        log.events().forEach(event -> records.add(event.event().company().id().value()));
        return records;
    }

    private static List<RecordedEvent> of(String record, RandomLog log) {
        return log.events().stream()
                .filter(event -> event.event().company().id().value().equals(record))
                .toList();
    }

    private static List<RecordedEvent> shuffled(List<RecordedEvent> events) {
        Random random = new Random(events.size());
        List<RecordedEvent> arrivals = new ArrayList<>(events);
        events.stream().filter(event -> random.nextBoolean()).forEach(arrivals::add);
        Collections.shuffle(arrivals, random);
        return arrivals;
    }

    /// Records of which each is said to be the same as the next.
    private static RandomLog chain(int records) {
        List<ObjectNode> posted = new ArrayList<>();
        for (int i = 0; i < records - 1; i++) {
            ObjectNode claim = JsonNodeFactory.instance.objectNode();
            claim.put("id", new UUID(0, i).toString()).put("type", "same-as").put("when", "2024");
            claim.putObject("company").put("id", "r%03d".formatted(i));
            claim.putObject("details").put("company", "r%03d".formatted(i + 1));
            claim.putArray("sources").addObject().put("title", "A test");
            posted.add(claim);
        }
        return RandomLog.of(posted, 0);
    }

    private static List<RecordedEvent> events(List<Fact> facts) {
        return facts.stream()
                .flatMap(fact -> fact.lineages().stream())
                .flatMap(lineage -> lineage.parts().stream())
                .map(Part::event)
                .toList();
    }

    private static Group group(String record, RandomLog log, Policy policy) {
        Map<CompanyId, NavigableSet<CompanyId>> to = new TreeMap<>();
        Map<CompanyId, NavigableSet<CompanyId>> from = new TreeMap<>();
        for (String each : records(log)) {
            CompanyId company = new CompanyId(each);
            Group.saidBy(company, Fold.timeline(of(each, log), policy))
                    .forEach(other -> {
                        to.computeIfAbsent(company, none -> new TreeSet<>()).add(other);
                        from.computeIfAbsent(other, none -> new TreeSet<>()).add(company);
                    });
        }
        return Group.around(
                new CompanyId(record),
                company ->
                        new Group.Edges(
                                to.getOrDefault(company, new TreeSet<>()),
                                from.getOrDefault(company, new TreeSet<>())));
    }

    private static List<Fact> merged(String record, RandomLog log, Policy policy) {
        Group group = group(record, log, policy);
        if (group.isAlone()) {
            return Fold.timeline(of(record, log), policy);
        }
        return Fold.merged(
                group.canonical(),
                log.events().stream()
                        .filter(event -> group.members().contains(event.event().company().id()))
                        .toList(),
                policy);
    }
}
