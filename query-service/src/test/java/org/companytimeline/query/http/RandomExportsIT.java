package org.companytimeline.query.http;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.companytimeline.event.Position;
import org.companytimeline.query.NaiveProjection;
import org.companytimeline.query.TestDatabase;
import org.companytimeline.query.view.Cursor;
import org.companytimeline.query.view.CursorText;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// A snapshot and what came since are all that there is, whatever is merged, parted, corrected and
/// retracted meanwhile.
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class RandomExportsIT {

    private static final int EVENTS = 150;

    private final NaiveProjection log = NaiveProjection.empty();

    RandomExportsIT() throws SQLException {}

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void a_copy_that_is_renewed_now_and_then_equals_one_that_is_taken_whole(long seed)
            throws Exception {
        RandomHistory history = new RandomHistory(log, new Random(seed));
        Random random = new Random(seed + 100);
        KeptCopy kept = KeptCopy.taken();
        for (int told = 0; told < EVENTS; told++) {
            history.goOn();
            if (random.nextInt(8) == 0) {
                kept.renew();

                KeptCopy whole = KeptCopy.taken();
                assertThat(kept.facts()).as("after %d events", told + 1).isEqualTo(whole.facts());
                assertThat(kept.cursor()).isEqualTo(whole.cursor());
            }
        }
        kept.renew();

        expectTheTimelinesOf(kept, history.companies());
    }

    @ParameterizedTest
    @ValueSource(longs = {11})
    void nothing_is_missed_or_doubled_while_events_arrive(long seed) throws Exception {
        RandomHistory history = new RandomHistory(log, new Random(seed));
        List<String> snapshots = new ArrayList<>();
        KeptCopy kept = KeptCopy.taken();
        try (ExecutorService writer = Executors.newSingleThreadExecutor()) {
            Future<?> written =
                    writer.submit(() -> {
                        for (int told = 0; told < 2 * EVENTS; told++) {
                            history.goOn();
                        }
                        return null;
                    });
            while (!written.isDone()) {
                kept.renew();
                snapshots.add(kept.cursor());
                snapshots.add(given().get("/companies/c1/timeline").header("Timeline-Cursor"));
            }
            written.get();
        }
        kept.renew();

        assertThat(kept.facts()).isEqualTo(KeptCopy.taken().facts());
        List<String> all = events("beginning");
        for (String snapshot : snapshots) {
            Cursor at = CursorText.readPoint(snapshot).orElseThrow();
            List<String> before =
                    all.stream().filter(event -> at.includes(positionOf(event))).toList();
            assertThat(Stream.concat(before.stream(), events(snapshot).stream()))
                    .containsExactlyInAnyOrderElementsOf(all);
        }
    }

    private static void expectTheTimelinesOf(KeptCopy kept, List<String> companies) {
        assertThat(companies).containsAll(kept.facts().keySet());
        for (String company : companies) {
            Response answer =
                    given().redirects()
                            .follow(false)
                            .get("/companies/" + company + "/timeline?limit=1000");
            List<String> facts = kept.facts().getOrDefault(company, List.of());
            if (answer.statusCode() == 200) {
                assertThat("{\"items\":[" + String.join(",", facts) + "]}")
                        .isEqualTo(answer.asString());
            } else {
                assertThat(facts).as("%s: %s", company, answer.statusLine()).isEmpty();
            }
        }
    }

    private static List<String> events(String from) {
        return given().accept("application/x-ndjson")
                .queryParam("from", from)
                .get("/events?follow=false")
                .then()
                .statusCode(200)
                .extract()
                .asString()
                .lines()
                .filter(line -> line.contains("\",\"event\":{"))
                .map(line -> line.substring(line.indexOf("\"event\":{")))
                .toList();
    }

    private static Position positionOf(String event) {
        int from = event.lastIndexOf("\"position\":\"") + 12;
        String[] parts = event.substring(from, event.indexOf('"', from)).split(":", -1);
        return new Position(Integer.parseInt(parts[0]), Long.parseLong(parts[1]));
    }
}
