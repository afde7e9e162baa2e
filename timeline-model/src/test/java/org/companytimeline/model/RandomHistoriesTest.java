package org.companytimeline.model;

import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.Random;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import org.companytimeline.event.CompanyId;
import org.companytimeline.event.RecordedEvent;
import org.companytimeline.model.naive.NaiveFact;
import org.companytimeline.model.naive.NaiveJson;
import org.companytimeline.model.naive.NaiveTimelines;
import org.companytimeline.model.naive.RandomHistory;
import org.companytimeline.model.naive.RandomLog;
import org.junit.jupiter.api.Test;

/// The fold against the naive one, over a thousand histories with every kind of annotation, each
/// known up to a random point and by a random policy.
class RandomHistoriesTest {

    private static final int HISTORIES = 1_000;
    private static final int MOST_EVENTS = 40;

    private static final List<Policy> POLICIES = List.of(Policy.values());

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
            Random random = new Random(seed);
            Policy policy = POLICIES.get(random.nextInt(POLICIES.size()));
            RandomLog log =
                    RandomLog.of(
                                    RandomHistory.posted(
                                            seed, "", "https://operator.example", MOST_EVENTS),
                                    seed)
                            .knownAt(random);
            if (!one.of(log, policy).equals(other.of(log, policy))) {
                RandomLog least =
                        log.smallest(smaller ->
                                !one.of(smaller, policy).equals(other.of(smaller, policy)));
                assertThat(one.of(least, policy))
                        .as("history %d by %s:\n%s", seed, policy.policyName(), least)
                        .isEqualTo(other.of(least, policy));
            }
        }
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
