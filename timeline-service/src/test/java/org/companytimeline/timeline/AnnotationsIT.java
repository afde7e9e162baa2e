package org.companytimeline.timeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.companytimeline.event.Event;
import org.companytimeline.event.Position;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(RealParts.Resolver.class)
class AnnotationsIT {

    private static final String TIMELINES =
            "select company || ' ' || type || ' ' || status from fact_company order by 1";

    @Test
    void a_retracted_partnership_leaves_both_timelines_at_once(RealParts parts) {
        TestReadModel readModel = parts.readModel();
        UUID partnership = UUID.randomUUID();
        try (TestLog log = parts.log().made();
                RunningProjection projection = RunningProjection.of(log, readModel)) {
            log.publish(Claims.partnered(partnership, "mistral-ai", "microsoft", "Microsoft"));
            projection.awaitEnd();
            assertThat(readModel.query(TIMELINES))
                    .containsExactly(
                            "microsoft partnered reported", "mistral-ai partnered reported");

            Position retraction =
                    log.publish(retracts(UUID.randomUUID(), "mistral-ai", partnership));
            projection.awaitEnd();

            assertThat(readModel.query(TIMELINES)).isEmpty();
            assertThat(readModel.query("select id || ' ' || status from fact"))
                    .containsExactly(partnership + " retracted");
            assertThat(
                            readModel.query(
                                    "select company from event_company where type = 'retracted'"
                                            + " and not named"))
                    .containsExactly("microsoft");
            assertThat(readModel.query("select distinct changed_offset from company"))
                    .containsExactly(String.valueOf(retraction.offset()));
            assertThat(readModel.query("select event_count || ' ' || types::text from company"))
                    .containsExactlyInAnyOrder("2 {partnered,retracted}", "1 {partnered}");
        }
    }

    @Test
    void a_correction_waits_for_its_claim_and_counts_when_it_comes(RealParts parts) {
        TestReadModel readModel = parts.readModel();
        UUID claim = UUID.randomUUID();
        UUID correction = UUID.randomUUID();
        try (TestLog log = parts.log().made();
                RunningProjection projection = RunningProjection.of(log, readModel)) {
            log.publish(
                    corrects(correction, "acme", claim, "{\"details\": {\"product\": \"Beta\"}}"));
            projection.awaitEnd();
            assertThat(readModel.query("select block from event")).containsExactly("null");

            log.publish(Claims.launched(claim, "acme", "Alpha"));
            projection.awaitEnd();

            assertThat(readModel.query("select block from event"))
                    .containsExactly("launched|beta|", "launched|beta|");
            assertThat(readModel.query("select id || ' ' || block from fact"))
                    .containsExactly(claim + " launched|beta|");
        }
    }

    @Test
    void a_retracted_founding_takes_the_country_away(RealParts parts) {
        TestReadModel readModel = parts.readModel();
        UUID founding = UUID.randomUUID();
        try (TestLog log = parts.log().made();
                RunningProjection projection = RunningProjection.of(log, readModel)) {
            log.publish(Claims.founded(founding, "acme", "2020"));
            projection.awaitEnd();

            log.publish(retracts(UUID.randomUUID(), "acme", founding));
            projection.awaitEnd();

            assertThat(readModel.query("select country from company")).containsExactly("null");
        }
    }

    @Test
    void what_would_move_a_claim_into_a_full_block_is_rejected_and_nothing_moves(RealParts parts) {
        TestReadModel readModel = parts.readModel();
        UUID other = UUID.randomUUID();
        List<Event> events = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            events.add(Claims.launched("acme", "Alpha"));
        }
        events.add(Claims.launched(other, "acme", "Beta"));
        UUID correction = UUID.randomUUID();
        events.add(corrects(correction, "acme", other, "{\"details\": {\"product\": \"Alpha\"}}"));
        events.add(retracts(UUID.randomUUID(), "acme", correction));
        try (TestLog log = parts.log().made()) {
            List<Position> positions = log.publish(events);

            RunningProjection.once(
                    log, readModel, new RunningProjection.Settings(1, 500, 1 << 20, 3_000));

            assertThat(readModel.query("select log_offset from rejected_event order by 1 desc"))
                    .startsWith(String.valueOf(positions.get(21).offset()));
            assertThat(readModel.query("select block from event where id = '" + other + "'"))
                    .containsExactly("launched|beta|");
            assertThat(
                            readModel.query(
                                    "select type from event where target is not null"
                                            + " and block is null"))
                    .containsExactly("retracted");
        }
    }

    @Test
    @Timeout(60)
    void thousands_of_corrections_and_a_long_chain_of_retractions_are_projected(RealParts parts) {
        TestReadModel readModel = parts.readModel();
        UUID claim = UUID.randomUUID();
        List<Event> events = new ArrayList<>();
        events.add(Claims.launched(claim, "acme", "Alpha"));
        for (int i = 0; i < 2_000; i++) {
            events.add(
                    corrects(
                            UUID.randomUUID(),
                            "acme",
                            claim,
                            "{\"details\": {\"product\": \"P" + i % 7 + "\"}}"));
        }
        UUID target = claim;
        for (int i = 0; i < 2_000; i++) {
            UUID retraction = UUID.randomUUID();
            events.add(retracts(retraction, "acme", target));
            target = retraction;
        }
        try (TestLog log = parts.log().made()) {
            log.publish(events);

            RunningProjection.once(
                    log, readModel, new RunningProjection.Settings(1, 5_000, 8 << 20, 8 << 20));
        }

        assertThat(readModel.count("rejected_event")).isZero();
        assertThat(readModel.query("select count(*) from event where block = 'launched|p4|'"))
                .containsExactly("4001");
    }

    private static Event retracts(UUID id, String company, UUID target) {
        return Claims.annotation(id, "retracted", company, target, "");
    }

    private static Event corrects(UUID id, String company, UUID target, String change) {
        return Claims.annotation(id, "corrected", company, target, change);
    }
}
