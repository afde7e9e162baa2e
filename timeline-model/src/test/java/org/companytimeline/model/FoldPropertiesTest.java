package org.companytimeline.model;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.domains.Domain;
import net.jqwik.api.domains.DomainContext;
import org.companytimeline.event.CompanyEvent;
import org.companytimeline.event.Event;
import org.companytimeline.event.RecordedEvent;

@Domain(Histories.class)
@Domain(DomainContext.Global.class)
class FoldPropertiesTest {

    @Property
    void any_order_and_any_duplication_give_the_same_bytes(
            @ForAll List<RecordedEvent> history, @ForAll Random random) {
        List<RecordedEvent> arrivals = new ArrayList<>(history);
        history.stream().filter(event -> random.nextBoolean()).forEach(arrivals::add);
        Collections.shuffle(arrivals, random);

        List<Fact> facts = timeline(arrivals);

        assertThat(bytes(facts)).isEqualTo(bytes(timeline(history)));
    }

    @Property
    void any_batching_gives_the_same_bytes(
            @ForAll List<RecordedEvent> history, @ForAll Random random) {
        Batches batches = new Batches();

        int from = 0;
        while (from < history.size()) {
            int to = from + 1 + random.nextInt(history.size() - from);
            batches.apply(history.subList(from, to));
            from = to;
        }

        assertThat(bytes(batches.facts())).isEqualTo(bytes(timeline(history)));
    }

    @Property
    void every_claim_stands_in_one_fact_whose_id_is_its_first_claims(
            @ForAll List<RecordedEvent> history) {
        List<Fact> facts = timeline(history);

        assertThat(facts.stream().flatMap(fact -> fact.claims().stream()))
                .containsExactlyInAnyOrderElementsOf(history);
        assertThat(facts)
                .allSatisfy(fact -> {
                    assertThat(fact.claims()).isSortedAccordingTo(RecordedEvent.RECORDED_ORDER);
                    assertThat(fact.id()).isEqualTo(fact.claims().getFirst().event().id());
                    assertThat(fact.claims()).contains(fact.leading());
                });
    }

    @Property
    void a_thread_is_one_fact_and_two_threads_of_a_publisher_never_are(
            @ForAll List<RecordedEvent> history) {
        List<Fact> facts = timeline(history);

        Map<String, UUID> factsByThread = new HashMap<>();
        for (Fact fact : facts) {
            Map<String, String> threads = new HashMap<>();
            for (RecordedEvent claim : fact.claims()) {
                Event event = claim.event();
                if (event.thread() != null) {
                    String thread = fact.type() + event.publisher() + event.thread();
                    assertThat(threads.putIfAbsent(event.publisher(), thread)).isIn(null, thread);
                    assertThat(factsByThread.putIfAbsent(thread, fact.id())).isIn(null, fact.id());
                }
            }
        }
    }

    /// What says no date and is recorded last joins a fact or starts one: the others stay as they
    /// were, with their ids.
    @Property
    void a_vague_claim_never_bridges(
            @ForAll List<RecordedEvent> history, @ForAll CompanyEvent details) {
        RecordedEvent vague = Said.at(history.size(), details, "../..").recorded();
        List<RecordedEvent> more = new ArrayList<>(history);
        more.add(vague);

        Map<UUID, Set<UUID>> after = claimsByFact(timeline(more));

        after.remove(vague.event().id());
        after.values().forEach(claims -> claims.remove(vague.event().id()));
        assertThat(after).isEqualTo(claimsByFact(timeline(history)));
    }

    private static List<Fact> timeline(List<RecordedEvent> events) {
        return Fold.timeline(events, Policy.DEFAULT_1);
    }

    private static List<String> bytes(List<Fact> facts) {
        return facts.stream()
                .map(fact -> new String(FactJson.write(fact), StandardCharsets.UTF_8))
                .toList();
    }

    private static Map<UUID, Set<UUID>> claimsByFact(List<Fact> facts) {
        Map<UUID, Set<UUID>> claims = new HashMap<>();
        for (Fact fact : facts) {
            claims.put(
                    fact.id(),
                    fact.claims().stream().map(claim -> claim.event().id()).collect(toSet()));
        }
        return claims;
    }

    /// A projector in small: it keeps which block each event lies in and folds again the blocks
    /// that a batch touches.
    private static final class Batches {

        private final Map<String, List<RecordedEvent>> claims = new HashMap<>();
        private final Map<String, String> blocksByThread = new HashMap<>();
        private final Map<String, List<Fact>> facts = new HashMap<>();

        void apply(List<RecordedEvent> batch) {
            Set<String> touched = new HashSet<>();
            for (RecordedEvent recorded : batch) {
                String block = blockOf(recorded.event());
                claims.computeIfAbsent(block, none -> new ArrayList<>()).add(recorded);
                touched.add(block);
            }
            for (String block : touched) {
                facts.put(
                        block, Fold.block(claims.getOrDefault(block, List.of()), Policy.DEFAULT_1));
            }
        }

        private String blockOf(Event event) {
            String own = Objects.requireNonNull(Block.keyOf(event));
            byte[] thread = Block.threadOf(event);
            return thread == null
                    ? own
                    : blocksByThread.computeIfAbsent(
                            new String(thread, StandardCharsets.ISO_8859_1), none -> own);
        }

        List<Fact> facts() {
            return facts.values().stream()
                    .flatMap(List::stream)
                    .sorted((a, b) -> a.key().compareTo(b.key()))
                    .toList();
        }
    }
}
