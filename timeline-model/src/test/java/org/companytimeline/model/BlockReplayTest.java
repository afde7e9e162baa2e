package org.companytimeline.model;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;
import static org.companytimeline.model.Said.corrects;
import static org.companytimeline.model.Said.retracts;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.companytimeline.event.CompanyEvent.Annotation;
import org.companytimeline.event.CompanyEvent.Launched;
import org.companytimeline.event.CompanyEvent.Partnered;
import org.companytimeline.event.CompanyId;
import org.companytimeline.event.Partner;
import org.companytimeline.event.RecordedEvent;
import org.companytimeline.model.naive.RandomHistory;
import org.companytimeline.model.naive.RandomLog;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BlockReplayTest {

    private static final BlockReplay.Limits WIDE = new BlockReplay.Limits(1 << 20, 1000);

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 7, 1000})
    void batches_of_any_size_touch_and_leave_what_placing_from_scratch_after_every_event_does(
            int batch) {
        for (long seed = 0; seed < 150; seed++) {
            Random random = new Random(seed);
            for (List<RecordedEvent> events : companies(seed)) {
                assertReplays(events, 1 + random.nextInt(batch));
            }
        }
    }

    private static void assertReplays(List<RecordedEvent> events, int batch) {
        NaiveReplay naive = NaiveReplay.of(List.of());
        for (int from = 0; from < events.size(); from += batch) {
            List<RecordedEvent> cut = events.subList(from, Math.min(events.size(), from + batch));
            NaiveReplay before = naive;
            BlockReplay replay = new BlockReplay(before, WIDE, targetsOf(cut));
            for (RecordedEvent event : cut) {
                NaiveReplay next = NaiveReplay.of(events.subList(0, events.indexOf(event) + 1));

                BlockReplay.Step step = replay.add(new SizedEvent(event, NaiveReplay.BYTES));

                assertThat(step).as("%s of %s", event, events).isEqualTo(next.since(naive));
                naive = next;
            }
            Map<Long, BlockReplay.Lie> lies = new TreeMap<>(before.lies());
            lies.putAll(replay.lies());
            assertThat(lies).as("where %s lie", events).isEqualTo(naive.lies());
            assertThat(replay.moved())
                    .as("moved of %s", events)
                    .hasSameElementsAs(moved(before, naive));
        }
    }

    private static List<UUID> moved(NaiveReplay before, NaiveReplay after) {
        return before.events().stream()
                .filter(event -> !(event.event().details() instanceof Annotation))
                .map(event -> event.event().id())
                .filter(id -> !String.valueOf(before.blockOf(id)).equals(after.blockOf(id)))
                .toList();
    }

    @Test
    void an_event_that_would_fill_its_block_is_not_taken_and_changes_nothing() {
        Said first = launched(1, "A");
        Said second = launched(2, "A");
        BlockReplay replay = new BlockReplay(nothing(), new BlockReplay.Limits(15, 9), Set.of());
        replay.add(sized(first));

        BlockReplay.Step step = replay.add(sized(second));

        assertThat(step.full()).isEqualTo("launched|a|");
        assertThat(step.blocks()).isEmpty();
        assertThat(replay.lies().keySet()).containsExactly(1L);
    }

    @Test
    void a_correction_that_would_move_a_lineage_into_a_full_block_is_not_taken() {
        Said a = launched(1, "A");
        Said b = launched(2, "B");
        Said correction = corrects(3, b, "{\"details\": {\"product\": \"A\"}}");
        BlockReplay replay =
                new BlockReplay(nothing(), new BlockReplay.Limits(25, 9), Set.of(b.id()));
        replay.add(sized(a));
        replay.add(sized(b));

        BlockReplay.Step step = replay.add(sized(correction));

        assertThat(step.full()).isEqualTo("launched|a|");
        assertThat(replay.lies().keySet()).containsExactly(1L, 2L);
        assertThat(replay.lies()).containsEntry(2L, new BlockReplay.Lie("launched|b|", null));
    }

    @Test
    void a_retraction_is_taken_whose_lineage_stays_within_a_full_blocks_bounds() {
        Said one = partnered(1, "x");
        Said retraction = retracts(2, one);
        BlockReplay replay =
                new BlockReplay(nothing(), new BlockReplay.Limits(1 << 20, 1), Set.of(one.id()));
        replay.add(sized(one));

        BlockReplay.Step step = replay.add(sized(retraction));

        assertThat(step.full()).isNull();
        assertThat(step.companies()).containsExactly(new CompanyId("x"));
    }

    @Test
    void a_block_names_no_more_companies_than_it_may() {
        Said one = partnered(1, "x").inThread("t");
        Said other = partnered(2, "y").inThread("t");
        BlockReplay replay =
                new BlockReplay(nothing(), new BlockReplay.Limits(1 << 20, 1), Set.of());
        replay.add(sized(one));

        BlockReplay.Step step = replay.add(sized(other));

        assertThat(step.full()).isEqualTo("partnered|x");
        assertThat(replay.lies().keySet()).containsExactly(1L);
    }

    @Test
    void thousands_of_corrections_of_one_claim_take_no_time_to_speak_of() {
        Said claim = launched(1, "A");
        BlockReplay replay = new BlockReplay(nothing(), WIDE, Set.of(claim.id()));
        replay.add(sized(claim));
        for (long offset = 2; offset < 5_000; offset++) {
            replay.add(
                    sized(
                            corrects(
                                    offset,
                                    claim,
                                    "{\"details\": {\"product\": \"P" + offset % 7 + "\"}}")));
        }

        Map<Long, BlockReplay.Lie> lies = replay.lies();

        assertThat(lies).containsEntry(1L, new BlockReplay.Lie("launched|p1|", null));
    }

    @Test
    void a_long_chain_of_retractions_of_retractions_is_replayed() {
        Said claim = launched(1, "A");
        Set<UUID> targets = new HashSet<>();
        for (long offset = 1; offset < 5_000; offset++) {
            targets.add(new UUID(0, offset));
        }
        BlockReplay replay = new BlockReplay(nothing(), WIDE, targets);
        replay.add(sized(claim));
        for (long offset = 2; offset < 5_000; offset++) {
            replay.add(sized(retracts(offset, claim.at(offset - 1))));
        }

        Map<Long, BlockReplay.Lie> lies = replay.lies();

        assertThat(lies).hasSize(4_999);
        assertThat(lies.values().stream().map(BlockReplay.Lie::block).collect(toSet()))
                .containsExactly("launched|a|");
    }

    private static NaiveReplay nothing() {
        return NaiveReplay.of(List.of());
    }

    private static SizedEvent sized(Said said) {
        return new SizedEvent(said.recorded(), NaiveReplay.BYTES);
    }

    private static Said launched(long offset, String product) {
        return Said.at(offset, new Launched(product, null), "2024");
    }

    private static Said partnered(long offset, String other) {
        return Said.at(
                offset,
                new Partnered(List.of(new Partner(null, new CompanyId(other), null)), null, null),
                "2024");
    }

    private static Set<UUID> targetsOf(List<RecordedEvent> events) {
        Set<UUID> targets = new HashSet<>();
        for (RecordedEvent event : events) {
            if (event.event().details() instanceof Annotation about) {
                targets.add(about.target());
            }
        }
        return targets;
    }

    /// The events of each company of a random history as the log counts them: of several with one
    /// id the first.
    private static List<List<RecordedEvent>> companies(long seed) {
        Map<CompanyId, List<RecordedEvent>> companies = new HashMap<>();
        Set<String> seen = new HashSet<>();
        for (RecordedEvent event :
                RandomLog.of(RandomHistory.posted(seed, "", "https://operator.example", 50), seed)
                        .events()) {
            CompanyId company = event.event().company().id();
            if (seen.add(company + " " + event.event().id())) {
                companies.computeIfAbsent(company, none -> new ArrayList<>()).add(event);
            }
        }
        return List.copyOf(companies.values());
    }
}
