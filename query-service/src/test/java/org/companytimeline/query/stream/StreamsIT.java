package org.companytimeline.query.stream;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThanOrEqualTo;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.companytimeline.event.Position;
import org.companytimeline.event.RecordedEvent;
import org.companytimeline.query.NaiveProjection;
import org.companytimeline.query.Said;
import org.companytimeline.query.TestDatabase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class StreamsIT {

    private final NaiveProjection log = NaiveProjection.ofAnotherLog();

    StreamsIT() throws SQLException {}

    @ParameterizedTest
    @ValueSource(strings = {StreamClient.SSE, StreamClient.NDJSON})
    void an_idle_stream_begins_at_once_with_a_heartbeat(String format) throws Exception {
        log.record(Said.founded("pathway", "Pathway", "2020"));
        try (StreamClient stream = StreamClient.open(format, "")) {
            StreamClient.Item first = stream.nextItem();

            assertThat(stream.status()).isEqualTo(200);
            assertThat(stream.header("Content-Type")).isEqualTo(format);
            assertThat(stream.header("Cache-Control")).isEqualTo("no-store");
            assertThat(stream.header("X-Accel-Buffering")).isEqualTo("no");
            assertThat(stream.header("Timeline-Cursor")).isEqualTo(first.cursor());
            assertThat(first.isHeartbeat()).isTrue();
            assertThat(first.state().path("head").asText()).isEqualTo(first.cursor());
            assertThat(first.state().path("count").asLong()).isZero();
            assertThat(first.state().path("hash").asText()).isEqualTo("0".repeat(64));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {StreamClient.SSE, StreamClient.NDJSON})
    void history_comes_first_and_then_what_is_new_byte_for_byte(String format) throws Exception {
        log.record(Said.founded("pathway", "Pathway", "2020"));
        log.record(Said.founded("lago", "Lago", "2021"));
        try (StreamClient stream = StreamClient.open(format, "from=beginning")) {
            List<String> sent = new ArrayList<>();
            sent.add(stream.nextEvent().event());
            sent.add(stream.nextEvent().event());
            log.record(Said.launched("pathway", "A “product” \\u2028 with more", "2024"));
            sent.add(stream.nextEvent().event());

            assertThat(sent).isEqualTo(StoredEvents.bodies());
        }
    }

    @Test
    void without_a_start_only_what_is_new_comes() throws Exception {
        log.record(Said.founded("pathway", "Pathway", "2020"));
        try (StreamClient stream = StreamClient.open(StreamClient.SSE, "")) {
            stream.nextHeartbeat();

            RecordedEvent next = log.record(Said.founded("lago", "Lago", "2021"));

            assertThat(stream.nextEvent().json().path("id").asText())
                    .isEqualTo(next.event().id().toString());
        }
    }

    @Test
    void all_that_stand_at_the_tail_get_the_same_cursors() throws Exception {
        log.record(Said.founded("pathway", "Pathway", "2020"));
        try (StreamClient one = StreamClient.open(StreamClient.SSE, "");
                StreamClient other = StreamClient.open(StreamClient.NDJSON, "")) {
            one.nextHeartbeat();
            other.nextHeartbeat();
            for (int i = 0; i < 50; i++) {
                log.record(Said.launched("c" + i % 7, "P" + i, "2024"));
            }

            for (int i = 0; i < 50; i++) {
                assertThat(one.nextEvent()).isEqualTo(other.nextEvent());
            }
        }
    }

    @Test
    void the_last_event_id_wins_over_from() throws Exception {
        log.record(Said.founded("pathway", "Pathway", "2020"));
        RecordedEvent second = log.record(Said.founded("pathway", "Pathway", "2021"));
        String afterFirst;
        try (StreamClient stream = StreamClient.open(StreamClient.SSE, "from=beginning")) {
            afterFirst = stream.nextEvent().cursor();
        }

        try (StreamClient stream =
                StreamClient.open(
                        StreamClient.SSE, "from=beginning", "Last-Event-ID: " + afterFirst)) {
            assertThat(stream.nextEvent().json().path("id").asText())
                    .isEqualTo(second.event().id().toString());
        }
    }

    @Test
    void from_an_instant_comes_what_was_not_known_then() throws Exception {
        log.record(Said.founded("pathway", "Pathway", "2020"));
        RecordedEvent second = log.record(Said.founded("a", "A", "2021"));
        RecordedEvent third = log.record(Said.founded("lago", "Lago", "2021"));

        try (StreamClient stream =
                StreamClient.open(StreamClient.NDJSON, "from=" + second.recordedAt())) {
            assertThat(stream.nextEvent().json().path("id").asText())
                    .isEqualTo(third.event().id().toString());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {StreamClient.SSE, StreamClient.NDJSON})
    void without_following_it_ends_at_the_head_with_a_heartbeat(String format) throws Exception {
        for (int i = 0; i < 1_200; i++) {
            log.record(Said.founded("c" + i % 30, "C", "2020"));
        }
        ExpectedSum sum = new ExpectedSum();
        List<String> sent = new ArrayList<>();
        try (StreamClient stream = StreamClient.open(format, "from=beginning&follow=false")) {
            StreamClient.Item last = stream.nextItem();
            for (StreamClient.Item item = last; item != null; item = stream.next()) {
                last = item;
                if (!item.isHeartbeat()) {
                    sent.add(item.event());
                    sum.add(item);
                }
            }

            assertThat(sent).isEqualTo(StoredEvents.bodies());
            assertThat(last.state().path("head").asText()).isEqualTo(last.cursor());
            assertThat(last.state().path("count").asLong()).isEqualTo(1_200);
            assertThat(last.state().path("hash").asText()).isEqualTo(sum.hash());
        }
    }

    @Test
    void events_of_unknown_types_travel_as_they_are() throws Exception {
        log.record(Said.founded("pathway", "Pathway", "2020"));
        NaiveProjection.sql(
                "update event set type = 'com.example.other.v1', known = false, body = ?",
                "{\"type\":\"com.example.other.v1\",\"id\":1,\"x\":\"\\u0000\"}"
                        .getBytes(StandardCharsets.UTF_8));

        try (StreamClient stream =
                StreamClient.open(StreamClient.SSE, "from=beginning&type=com.example.other.v1")) {
            assertThat(stream.nextEvent().event()).isEqualTo(StoredEvents.bodies().getFirst());
        }
    }

    @Test
    void a_line_end_within_a_body_breaks_no_frame() throws Exception {
        log.record(Said.founded("pathway", "Pathway", "2020"));
        NaiveProjection.sql(
                "update event set known = false, body = ?",
                "{\"a\":\r\n1}\n".getBytes(StandardCharsets.UTF_8));

        for (String format : List.of(StreamClient.SSE, StreamClient.NDJSON)) {
            try (StreamClient stream = StreamClient.open(format, "from=beginning")) {
                assertThat(stream.nextEvent().event()).isEqualTo("{\"a\":  1} ");
            }
        }
    }

    @ParameterizedTest
    @CsvSource({
        "from=yesterday, from",
        "from=2026-01-01, from",
        "from=beginning&from=now, from",
        "from=AQEAAAAA, from",
        "follow=maybe, follow",
        "country=XX, country",
        "status=true, status",
        "currency=EURO, currency",
        "minimumAmount=5, currency",
        "currency=EUR&minimumAmount=-1, minimumAmount",
        "currency=EUR&minimumAmount=1e9, minimumAmount",
        "company=Not%20One, company",
        "type=exploded, type",
        "limit=5, limit",
        "order=desc, order",
        "cursor=x, cursor",
        "colour=red, colour",
    })
    void a_bad_parameter_is_named(String query, String parameter) {
        given().urlEncodingEnabled(false)
                .accept(StreamClient.SSE)
                .get("/events?" + query)
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("errors[0].pointer", equalTo("/" + parameter));
    }

    @ParameterizedTest
    @CsvSource({
        "application/json, from, text/event-stream",
        "application/json, follow, text/event-stream",
        "application/json, country, text/event-stream",
        "application/json, status, text/event-stream",
        "application/json, currency, text/event-stream",
        "application/json, minimumAmount, text/event-stream",
        "text/event-stream, limit, application/json",
        "text/event-stream, order, application/json",
        "text/event-stream, cursor, from",
    })
    void a_parameter_of_the_other_representation_is_told_where_it_belongs(
            String accept, String parameter, String hint) {
        given().accept(accept)
                .queryParam(parameter, "x")
                .get("/events")
                .then()
                .statusCode(400)
                .body("errors[0].pointer", equalTo("/" + parameter))
                .body("errors[0].detail", containsString(hint));
    }

    @Test
    void a_last_event_id_that_is_no_cursor_is_refused() {
        given().accept(StreamClient.SSE)
                .header("Last-Event-ID", "12")
                .get("/events")
                .then()
                .statusCode(400)
                .body("errors[0].pointer", equalTo("/Last-Event-ID"));
    }

    @Test
    void a_cursor_of_another_log_is_gone_and_the_answer_says_where_to_begin() throws Exception {
        log.record(Said.founded("pathway", "Pathway", "2020"));
        String cursor = cursor();
        NaiveProjection.empty("another-topic");

        given().accept(StreamClient.SSE)
                .queryParam("type", "founded")
                .queryParam("from", cursor)
                .get("/events")
                .then()
                .statusCode(410)
                .contentType("application/problem+json")
                .header("Link", equalTo("</events?type=founded&from=beginning>; rel=\"first\""))
                .body("first", equalTo("/events?type=founded&from=beginning"));
        given().accept(StreamClient.NDJSON)
                .header("Last-Event-ID", cursor)
                .get("/events")
                .then()
                .statusCode(410)
                .body("first", equalTo("/events?from=beginning"));
    }

    @Test
    void a_cursor_ahead_of_the_head_is_waited_for_where_the_stream_follows() throws Exception {
        log.record(Said.founded("pathway", "Pathway", "2020"));
        log.record(Said.founded("pathway", "Pathway", "2021"));
        String ahead = cursor();
        NaiveProjection anew = log.anew();
        try (StreamClient stream = StreamClient.open(StreamClient.SSE, "from=" + ahead)) {
            assertThat(stream.nextHeartbeat().cursor()).isEqualTo(ahead);
            anew.record(Said.founded("pathway", "Pathway", "2020"));
            anew.record(Said.founded("pathway", "Pathway", "2021"));

            RecordedEvent third = anew.record(Said.founded("pathway", "Pathway", "2022"));

            assertThat(stream.nextEvent().json().path("id").asText())
                    .isEqualTo(third.event().id().toString());
        }
    }

    @Test
    void a_cursor_ahead_of_the_head_is_answered_503_where_it_does_not_follow() throws Exception {
        log.record(Said.founded("pathway", "Pathway", "2020"));
        String ahead = cursor();
        log.anew();

        given().accept(StreamClient.NDJSON)
                .queryParam("from", ahead)
                .queryParam("follow", "false")
                .get("/events")
                .then()
                .statusCode(503)
                .header("Retry-After", Integer::parseInt, greaterThanOrEqualTo(1));
    }

    @Test
    void a_stream_opened_while_facts_are_folded_anew_is_answered_503_unless_it_resumes()
            throws Exception {
        log.record(Said.founded("pathway", "Pathway", "2020"));
        String cursor = cursor();
        NaiveProjection.sql(
                "update projection_partition set serve_from = 1000 where partition = 3");

        for (String from : List.of("now", "beginning", "2026-01-01T00:00:00Z")) {
            given().accept(StreamClient.SSE)
                    .queryParam("from", from)
                    .get("/events")
                    .then()
                    .statusCode(503);
        }
        try (StreamClient stream = StreamClient.open(StreamClient.SSE, "from=" + cursor)) {
            assertThat(stream.nextItem().cursor()).isEqualTo(cursor);
        }
    }

    @Test
    void the_rejected_write_of_its_reader_is_told() throws Exception {
        Position rejected = log.reject(3, "id-conflict");

        given().accept(StreamClient.SSE)
                .header("Timeline-Position", rejected.toString())
                .get("/events")
                .then()
                .statusCode(409)
                .contentType("application/problem+json");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "*/*|application/json",
                "text/event-stream, */*;q=0.1|text/event-stream",
                "application/json;q=0.5, application/x-ndjson;q=0.6|application/x-ndjson",
                "text/event-stream;q=0, */*|application/json",
                "text/*|text/event-stream",
            })
    void the_representation_is_the_one_preferred(String accept, String given) {
        given().accept(accept)
                .head("/events")
                .then()
                .statusCode(200)
                .contentType(startsWith(given))
                .header("Vary", containsString("Accept"));
    }

    @Test
    void what_is_neither_page_nor_stream_is_not_acceptable() {
        given().accept("application/xml").get("/events").then().statusCode(406);
    }

    private static String cursor() {
        return given().get("/companies").then().extract().header("Timeline-Cursor");
    }
}
