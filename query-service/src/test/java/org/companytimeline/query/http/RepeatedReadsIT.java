package org.companytimeline.query.http;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.IntStream;
import org.companytimeline.event.RecordedEvent;
import org.companytimeline.query.NaiveProjection;
import org.companytimeline.query.Said;
import org.companytimeline.query.TestDatabase;
import org.companytimeline.query.view.CursorText;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// An answer that was given once is given again, to the byte, whatever is recorded after it.
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class RepeatedReadsIT {

    private static final UUID FOUNDING = UUID.fromString("0f0e2a52-7c1b-4c0e-9b5e-0d2f6b1a9c01");
    private static final UUID PARTNERSHIP = UUID.fromString("0f0e2a52-7c1b-4c0e-9b5e-0d2f6b1a9c02");
    private static final UUID CORRECTION = UUID.fromString("0f0e2a52-7c1b-4c0e-9b5e-0d2f6b1a9c03");
    private static final UUID SAME = UUID.fromString("0f0e2a52-7c1b-4c0e-9b5e-0d2f6b1a9c04");
    private static final UUID OTHER_FOUNDING =
            UUID.fromString("0f0e2a52-7c1b-4c0e-9b5e-0d2f6b1a9c05");
    private static final UUID RETRACTION = UUID.fromString("0f0e2a52-7c1b-4c0e-9b5e-0d2f6b1a9c06");

    private static final UUID NUMBER = UUID.fromString("0f0e2a52-7c1b-4c0e-9b5e-0d2f6b1a9c07");
    private static final UUID MERGE = UUID.fromString("0f0e2a52-7c1b-4c0e-9b5e-0d2f6b1a9c08");

    private static final List<String> PATHS =
            List.of(
                    "/companies/pathway",
                    "/companies/lago",
                    "/companies/lago-inc",
                    "/companies/ibm",
                    "/companies/ibm?asOf=2021",
                    "/companies/mixup",
                    "/companies/mixup?policy=newest@1",
                    "/companies/pathway/timeline",
                    "/companies/pathway/timeline?limit=2",
                    "/companies/lago/timeline?limit=2&order=desc",
                    "/companies/lago-inc/timeline?policy=newest@1",
                    "/companies/ibm/timeline?asOf=2024",
                    "/facts/" + FOUNDING,
                    "/facts/" + PARTNERSHIP + "?policy=registry-first@1",
                    "/facts/" + PARTNERSHIP,
                    "/facts/" + CORRECTION,
                    "/facts/" + SAME,
                    "/facts/" + OTHER_FOUNDING,
                    "/facts/" + FOUNDING + "/claims?limit=1",
                    "/facts/" + OTHER_FOUNDING + "/claims");

    private final NaiveProjection log = NaiveProjection.empty();
    private final List<Given> given = new ArrayList<>();

    RepeatedReadsIT() throws SQLException {}

    /// An answer as it was given.
    private record Given(
            String path, @Nullable String page, String cursor, String tag, String body) {}

    @Test
    void an_answer_is_given_again_to_the_byte_after_ten_thousand_more_events() throws Exception {
        tellTheStory();
        log.recordAll(manyMore());

        assertThat(given).hasSizeGreaterThan(200);
        given.parallelStream()
                .forEach(once -> {
                    Response again = read(once.path(), once.page(), once.cursor());
                    assertThat(again.asString()).as(once.toString()).isEqualTo(once.body());
                    assertThat(again.header("ETag")).as(once.toString()).isEqualTo(once.tag());
                    assertThat(again.header("Timeline-Cursor")).isEqualTo(once.cursor());
                });
    }

    @Test
    void an_instant_means_all_that_was_recorded_until_then() throws Exception {
        RecordedEvent before = log.record(FOUNDING, Said.founded("pathway", "Pathway", "2020"));
        RecordedEvent same = log.record(Said.founded("lago", "Lago", "2021"));
        String then = read("/companies/pathway", null, null).asString();
        RecordedEvent after = log.record(Said.founded("pathway", "Pathways", "2020-05"));
        log.recordAll(manyMore().subList(0, 400));

        Response known = read("/companies/pathway", null, before.recordedAt().toString());

        assertThat(before.recordedAt()).isEqualTo(same.recordedAt());
        assertThat(known.asString()).isEqualTo(then);
        String cursor = known.header("Timeline-Cursor");
        Response again = read("/companies/pathway", null, cursor);
        assertThat(again.asString()).isEqualTo(then);
        assertThat(again.header("ETag")).isEqualTo(known.header("ETag"));
        assertThat(read("/companies/lago", null, cursor).statusCode()).isEqualTo(200);
        assertThat(read("/companies/pathway", null, after.recordedAt().toString()).asString())
                .isNotEqualTo(then);
        assertThat(read("/companies/pathway", null, "2999-01-01T00:00:00+02:00").asString())
                .isEqualTo(read("/companies/pathway", null, null).asString());
    }

    @Test
    void an_instant_is_the_point_just_after_the_last_event_of_each_partition() throws Exception {
        Map<Instant, List<Long>> lastBefore = new TreeMap<>();
        List<Long> next = new ArrayList<>(Collections.nCopies(NaiveProjection.PARTITIONS, 0L));
        Random random = new Random(7);
        for (int i = 0; i < 300; i++) {
            if (random.nextInt(4) == 0) {
                log.reject(random.nextInt(NaiveProjection.PARTITIONS), "malformed");
            }
            RecordedEvent said =
                    log.record(Said.launched("firm-" + random.nextInt(40), "P" + i, "2024"));
            next.set(said.position().partition(), said.position().offset() + 1);
            lastBefore.put(said.recordedAt(), List.copyOf(next));
        }

        for (var moment : lastBefore.entrySet()) {
            for (Instant instant : List.of(moment.getKey(), moment.getKey().plusNanos(999_999))) {
                String cursor =
                        read("/companies/firm-1", null, instant.toString())
                                .header("Timeline-Cursor");

                assertThat(CursorText.readPoint(cursor).orElseThrow().nextOffsets())
                        .isEqualTo(moment.getValue());
            }
        }
    }

    private void tellTheStory() throws Exception {
        say(FOUNDING, Said.founded("pathway", "Pathway", "2020"));
        say(PARTNERSHIP, Said.partnered("pathway", "lago", "Lago by others", "2024-01"));
        say(UUID.randomUUID(), Said.founded("lago", "Lago", "2019"));
        say(UUID.randomUUID(), Said.launched("pathway", "Engine", "2024"));
        say(UUID.randomUUID(), Said.partnered("ibm", "pathway", "The Pathway", "2023"));
        say(
                CORRECTION,
                Said.corrected(
                        "pathway",
                        PARTNERSHIP,
                        "{'details': {'partners': [{'company': 'ibm', 'name': 'IBM'}]}}"));
        say(UUID.randomUUID(), Said.annotation("disputed", "pathway", FOUNDING));
        say(UUID.randomUUID(), Said.founded("pathway", "Pathway SAS", "2020-05"));
        say(UUID.randomUUID(), Said.annotation("retracted", "pathway", CORRECTION));
        say(OTHER_FOUNDING, Said.founded("lago-inc", "Lago Inc.", "2019-03"));
        say(UUID.randomUUID(), Said.partnered("ibm", "lago-inc", "Lago, Inc.", "2022"));
        say(SAME, Said.sameAs("lago-inc", "lago"));
        say(UUID.randomUUID(), Said.launched("lago-inc", "Billing", "2024-02"));
        say(UUID.randomUUID(), Said.launched("lago", "Billing", "2024-02-03"));
        say(RETRACTION, Said.annotation("retracted", "lago-inc", SAME));
        say(UUID.randomUUID(), Said.annotation("retracted", "lago-inc", RETRACTION));
        say(UUID.randomUUID(), Said.annotation("retracted", "pathway", FOUNDING));
        say(UUID.randomUUID(), Said.annotation("retracted", "pathway", PARTNERSHIP));
        tellOfNumbers();
    }

    /// Rivals that come, are corrected, retracted and merged.
    private void tellOfNumbers() throws Exception {
        say(UUID.randomUUID(), Said.identified("ibm", "wikidata", "Q1"));
        say(NUMBER, Said.identified("mixup", "wikidata", "Q2"));
        say(UUID.randomUUID(), Said.corrected("mixup", NUMBER, "{'details': {'value': 'Q1'}}"));
        say(UUID.randomUUID(), Said.identified("lago", "wikidata", "Q1"));
        say(UUID.randomUUID(), Said.identified("pathway", "wikidata", "Q1"));
        say(UUID.randomUUID(), Said.launched("pathway", "Motor", "2024"));
        say(MERGE, Said.sameAs("mixup", "pathway"));
        say(UUID.randomUUID(), Said.annotation("retracted", "mixup", MERGE));
        say(UUID.randomUUID(), Said.annotation("retracted", "mixup", NUMBER));
    }

    private void say(UUID id, String posted) throws Exception {
        log.record(id, posted);
        for (String path : PATHS) {
            remember(path);
        }
    }

    /// All pages of a list, or the one answer.
    private void remember(String path) {
        String page = null;
        do {
            Response answer = read(path, page, null);
            if (answer.statusCode() == 404) {
                return;
            }
            assertThat(answer.statusCode()).as(path).isEqualTo(200);
            given.add(
                    new Given(
                            path,
                            page,
                            answer.header("Timeline-Cursor"),
                            answer.header("ETag"),
                            answer.asString()));
            page = answer.path("next");
        } while (page != null);
    }

    private static Response read(String path, @Nullable String page, @Nullable String knownAt) {
        RequestSpecification request = given();
        if (page != null) {
            request.queryParam("cursor", page);
        }
        if (knownAt != null) {
            request.queryParam("knownAt", knownAt);
        }
        return request.get(path);
    }

    /// Most about others, some that change everything.
    private static List<String> manyMore() {
        return IntStream.range(0, 10_000)
                .mapToObj(i ->
                        switch (i % 200) {
                            case 0 -> Said.launched("pathway", "Engine", "2024-01");
                            case 40 -> Said.founded("lago", "Lago", "2018");
                            case 80 -> Said.partnered("firm-" + i, "pathway", "P.", "2024-01");
                            case 120 -> Said.partnered("pathway", "lago", "L.", "2024-01-01");
                            case 20, 21, 22, 23, 24 ->
                                    Said.identified("late-" + i, "wikidata", "Q1");
                            case 160 -> Said.annotation("retracted", "pathway", FOUNDING);
                            default -> Said.launched("firm-" + i % 3_000, "P" + i, "2024");
                        })
                .toList();
    }
}
