package org.companytimeline.query.stream;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.math.BigDecimal;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.UUID;
import java.util.function.Predicate;
import org.companytimeline.query.NaiveProjection;
import org.companytimeline.query.Said;
import org.companytimeline.query.TestDatabase;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
@TestProfile(SmallSteps.class)
class StreamFiltersIT {

    private static final int EVENTS = 400;

    private final NaiveProjection log = NaiveProjection.ofAnotherLog();

    StreamFiltersIT() throws SQLException {}

    /// What each filter means, in the plainest words that Java has.
    private static Map<String, Predicate<JsonNode>> filters() {
        Map<String, Predicate<JsonNode>> filters = new LinkedHashMap<>();
        filters.put("company=c1", event -> names(event, "c1"));
        filters.put("company=c1&company=c2", event -> names(event, "c1") || names(event, "c2"));
        filters.put("type=funded", event -> type(event).equals("funded"));
        filters.put(
                "type=funded&type=partnered",
                event -> type(event).equals("funded") || type(event).equals("partnered"));
        filters.put(
                "company=c1&type=funded",
                event -> names(event, "c1") && type(event).equals("funded"));
        filters.put("country=fr", event -> event.path("details").toString().contains("\"FR\""));
        filters.put(
                "country=DE&country=US",
                event ->
                        event.path("details").toString().contains("\"DE\"")
                                || event.path("details").toString().contains("\"US\""));
        filters.put("status=rumoured", event -> status(event).equals("rumoured"));
        filters.put(
                "status=rumoured&status=denied",
                event -> status(event).equals("rumoured") || status(event).equals("denied"));
        filters.put("currency=EUR", event -> money(event).path("currency").asText().equals("EUR"));
        filters.put(
                "currency=EUR&minimumAmount=500",
                event ->
                        money(event).path("currency").asText().equals("EUR")
                                && largest(money(event)) >= 500);
        filters.put(
                "company=c1&currency=EUR&minimumAmount=500&status=reported",
                event ->
                        names(event, "c1")
                                && status(event).equals("reported")
                                && money(event).path("currency").asText().equals("EUR")
                                && largest(money(event)) >= 500);
        filters.put("company=nobody", event -> false);
        return filters;
    }

    @Test
    void history_and_tail_give_what_a_naive_filter_gives() throws Exception {
        Map<String, StreamClient> live = new LinkedHashMap<>();
        for (String query : filters().keySet()) {
            StreamClient stream = StreamClient.open(StreamClient.SSE, query);
            stream.nextHeartbeat();
            live.put(query, stream);
        }
        write(new Random(11));
        List<String> stored = StoredEvents.bodies();

        for (var open : live.entrySet()) {
            String query = open.getKey();
            Predicate<JsonNode> fits = Objects.requireNonNull(filters().get(query));
            List<String> expected = stored.stream().filter(body -> fits.test(json(body))).toList();
            assertThat(expected.isEmpty()).isEqualTo(query.equals("company=nobody"));

            List<String> history = events(query + "&from=beginning&follow=false");
            List<String> tail = new ArrayList<>();
            try (StreamClient stream = open.getValue()) {
                StreamClient.Item item = stream.nextItem();
                while (!item.isHeartbeat()
                        || !item.cursor().equals(item.state().path("head").asText())
                        || !item.cursor().equals(headNow())) {
                    if (!item.isHeartbeat()) {
                        tail.add(item.event());
                    }
                    item = stream.nextItem();
                }
                assertThat(item.state().path("count").asLong()).isEqualTo(expected.size());
            }

            assertThat(history).as("history %s", query).isEqualTo(expected);
            assertThat(tail).as("tail %s", query).containsExactlyInAnyOrderElementsOf(expected);
        }
    }

    @Test
    void the_cursor_moves_also_when_everything_is_filtered_out() throws Exception {
        try (StreamClient stream = StreamClient.open(StreamClient.NDJSON, "company=nobody")) {
            String before = stream.nextHeartbeat().cursor();
            log.record(Said.founded("c1", "C", "2020"));
            StreamClient.Item item = stream.nextItem();
            while (item.cursor().equals(before)) {
                item = stream.nextItem();
            }

            assertThat(item.isHeartbeat()).isTrue();
            assertThat(item.cursor()).isEqualTo(headNow());
        }
    }

    @Test
    void a_correction_is_found_by_the_country_and_the_money_that_it_brings_in() throws Exception {
        UUID funded = UUID.randomUUID();
        log.record(funded, funded("c1", "USD", "1"));
        log.record(
                Said.corrected(
                        "c1",
                        funded,
                        "{'details': {'money': {'amount': '900', 'currency': 'EUR'}}}"));
        UUID founded = UUID.randomUUID();
        log.record(founded, Said.founded("c1", "C", "2020"));
        log.record(Said.corrected("c1", founded, "{'details': {'place': {'country': 'DE'}}}"));

        assertThat(events("currency=EUR&minimumAmount=900&from=beginning&follow=false")).hasSize(1);
        assertThat(events("country=DE&from=beginning&follow=false")).hasSize(1);
    }

    private static List<String> events(String query) throws Exception {
        List<String> events = new ArrayList<>();
        try (StreamClient stream = StreamClient.open(StreamClient.NDJSON, query)) {
            for (var item = stream.next(); item != null; item = stream.next()) {
                if (!item.isHeartbeat()) {
                    events.add(item.event());
                }
            }
        }
        return events;
    }

    private void write(Random random) throws SQLException {
        List<String> batch = new ArrayList<>();
        for (int i = 0; i < EVENTS; i++) {
            String company = "c" + random.nextInt(8);
            batch.add(
                    switch (random.nextInt(4)) {
                        case 0 ->
                                funded(
                                        company,
                                        random.nextBoolean() ? "EUR" : "USD",
                                        String.valueOf(random.nextInt(1_000)));
                        case 1 -> Said.partnered(company, "c" + random.nextInt(8), "Other", "2024");
                        case 2 ->
                                Said.claim(
                                        "relocated",
                                        company,
                                        null,
                                        "2024",
                                        "{'to': {'country': '%s'}}"
                                                .formatted(
                                                        List.of("FR", "DE", "US", "ES")
                                                                .get(random.nextInt(4))));
                        default ->
                                Said.launched(company, "P" + i, "2024")
                                        .replaceFirst(
                                                "\\{",
                                                "{'status': '%s', "
                                                        .formatted(
                                                                List.of(
                                                                                "rumoured",
                                                                                "denied",
                                                                                "planned")
                                                                        .get(random.nextInt(3))));
                    });
            if (batch.size() > random.nextInt(30)) {
                log.recordAll(batch);
                batch.clear();
            }
        }
        log.recordAll(batch);
    }

    private static String funded(String company, String currency, String amount) {
        return Said.claim(
                "funded",
                company,
                null,
                "2024",
                "{'round': 'seed', 'money': {'amount': '%s', 'currency': '%s'}}"
                        .formatted(amount, currency));
    }

    private static String headNow() {
        return given().get("/companies").then().extract().header("Timeline-Cursor");
    }

    private static JsonNode json(String body) {
        return new StreamClient.Item("", body, null).json();
    }

    private static boolean names(JsonNode event, String company) {
        return event.path("company").path("id").asText().equals(company)
                || event.path("details").toString().contains("\"company\":\"" + company + "\"");
    }

    private static String type(JsonNode event) {
        return event.path("type").asText();
    }

    private static String status(JsonNode event) {
        return event.path("status").asText();
    }

    private static JsonNode money(JsonNode event) {
        return event.path("details").path("money");
    }

    private static int largest(JsonNode money) {
        return new BigDecimal(money.path("amount").asText()).intValueExact();
    }
}
