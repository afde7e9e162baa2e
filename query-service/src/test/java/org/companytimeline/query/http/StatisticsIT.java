package org.companytimeline.query.http;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.companytimeline.event.RecordedEvent;
import org.companytimeline.model.Fact;
import org.companytimeline.query.NaiveProjection;
import org.companytimeline.query.NaiveStatistics;
import org.companytimeline.query.Said;
import org.companytimeline.query.TestDatabase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class StatisticsIT {

    private static final JsonMapper JSON = new JsonMapper();

    private final NaiveProjection log = NaiveProjection.empty();

    StatisticsIT() throws SQLException {}

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void random_facts_are_counted_and_added_as_one_by_one(long seed) throws Exception {
        Random random = new Random(seed);
        log.recordAll(randomHistory(random));
        NaiveStatistics naive = new NaiveStatistics(log.facts());

        Set<String> members = new TreeSet<>();
        for (int i = 0; i < 60; i++) {
            List<String> by = some(random, "year", "country", "round", "currency");
            List<String> countries = some(random, "FR", "DE");
            List<String> currencies = some(random, "EUR", "USD", "GBP");
            List<String> statuses = some(random, "planned", "reported");
            List<String> days = days(random);
            boolean certain = random.nextBoolean();
            Predicate<Fact> filter =
                    in(countries, fact -> String.valueOf(naive.countryOf(fact.subject())))
                            .and(
                                    in(
                                            statuses.isEmpty()
                                                    ? List.of("reported", "confirmed")
                                                    : statuses,
                                            Fact::status))
                            .and(within(days, certain));

            JsonNode items =
                    items(
                            asked(
                                    "currency",
                                    currencies,
                                    asked("by", by, with(countries, statuses, days, certain))),
                            "/statistics/rounds");

            assertThat(items.valueStream().toList())
                    .as("%s %s %s %s %s %s", by, countries, currencies, statuses, days, certain)
                    .isEqualTo(naive.rounds(by, new TreeSet<>(currencies), filter));
            items.findParents("rounds")
                    .forEach(item -> item.fieldNames().forEachRemaining(members::add));
        }
        assertThat(members)
                .containsExactlyInAnyOrder(
                        "year",
                        "country",
                        "round",
                        "currency",
                        "rounds",
                        "undisclosed",
                        "amounts",
                        "amount",
                        "min",
                        "max",
                        "median");
    }

    @Test
    void random_facts_are_counted_by_type_month_and_country() throws Exception {
        Random random = new Random(9);
        log.recordAll(randomHistory(random));
        NaiveStatistics naive = new NaiveStatistics(log.facts());

        for (int i = 0; i < 60; i++) {
            List<String> by = some(random, "type", "month", "country");
            List<String> countries = some(random, "FR", "DE");
            List<String> types = some(random, "founded", "funded", "launched");
            List<String> statuses = some(random, "planned", "reported");
            List<String> days = days(random);
            boolean certain = random.nextBoolean();
            Predicate<Fact> filter =
                    in(countries, fact -> String.valueOf(naive.countryOf(fact.subject())))
                            .and(in(types, Fact::type))
                            .and(in(statuses, Fact::status))
                            .and(within(days, certain));

            JsonNode items =
                    items(
                            asked(
                                    "type",
                                    types,
                                    asked("by", by, with(countries, statuses, days, certain))),
                            "/statistics/events");

            assertThat(items.valueStream().toList())
                    .as("%s %s %s %s %s %s", by, countries, types, statuses, days, certain)
                    .isEqualTo(naive.events(by, filter));
        }
    }

    @Test
    void a_round_that_is_reported_twice_counts_once_and_a_retracted_one_not_at_all()
            throws Exception {
        log.record(funded("pathway", "2020-01", "{'amount': '10', 'currency': 'EUR'}"));
        log.record(funded("pathway", "2020-01-07", "{'amount': '10.50', 'currency': 'EUR'}"));
        RecordedEvent other =
                log.record(funded("lago", "2020", "{'amount': '3', 'currency': 'EUR'}"));
        rounds("?currency=EUR")
                .body("items", hasSize(1))
                .body("items[0].rounds", equalTo(2))
                .body("items[0].amount", equalTo("13.5"))
                .body("items[0].median", equalTo("6.75"));

        log.record(Said.annotation("retracted", "lago", other.event().id()));

        rounds("?currency=EUR")
                .body("items[0].rounds", equalTo(1))
                .body("items[0].amount", equalTo("10.5"));
    }

    @Test
    void ranges_add_up_to_a_range_and_stand_as_their_middle() throws Exception {
        log.record(funded("a", "2020", "{'min': '1', 'max': '2', 'currency': 'EUR'}"));
        log.record(funded("b", "2020", "{'amount': '5', 'currency': 'EUR'}"));
        log.record(funded("c", "2020", "{'disclosed': false}"));
        rounds("?currency=EUR")
                .body("items[0].min", equalTo("6"))
                .body("items[0].max", equalTo("7"))
                .body("items[0].amount", nullValue())
                .body("items[0].median", equalTo("3.25"))
                .body("items[0].rounds", equalTo(3))
                .body("items[0].undisclosed", equalTo(1));

        log.record(funded("d", "2020", "{'min': '100', 'currency': 'EUR'}"));

        rounds("?currency=EUR")
                .body("items[0].min", equalTo("106"))
                .body("items[0].max", nullValue())
                .body("items[0].median", equalTo("5"));
    }

    @Test
    void currencies_are_never_added_up() throws Exception {
        log.record(funded("a", "2020", "{'amount': '1', 'currency': 'USD'}"));
        log.record(funded("b", "2020", "{'amount': '5', 'currency': 'EUR'}"));
        log.record(funded("c", "2020", "{'disclosed': false}"));

        rounds("")
                .body("items[0].rounds", equalTo(3))
                .body("items[0].amounts.currency", contains("EUR", "USD"))
                .body("items[0].amounts.amount", contains("5", "1"))
                .body("items[0].amounts.rounds", contains(1, 1));
        rounds("?by=currency")
                .body("items.currency", contains("EUR", "USD", null))
                .body("items.undisclosed", contains(0, 0, 1));
    }

    @ParameterizedTest
    @CsvSource({
        "2020, 2020",
        "2020-05~, 2020",
        "2020/2021, ",
        "../2020, ",
        "-0044-03, -0044",
        "-9999, -9999"
    })
    void a_vague_date_has_no_year(String when, String year) throws Exception {
        log.record(funded("a", when, "{'disclosed': false}"));

        rounds("?by=year").body("items[0].year", equalTo(year)).body("items[0].rounds", equalTo(1));
    }

    @Test
    void what_was_only_planned_counts_where_it_is_asked_for() throws Exception {
        log.record(
                funded("a", "2030", "{'amount': '1', 'currency': 'EUR'}")
                        .replace("'sources'", "'status': 'planned', 'sources'"));

        rounds("").body("items", hasSize(1)).body("items[0].rounds", equalTo(0));
        rounds("?status=planned").body("items[0].rounds", equalTo(1));
        given().get("/statistics/events").then().body("items[0].facts", equalTo(1));
    }

    @Test
    void more_than_a_thousand_groups_are_refused() throws Exception {
        log.recordAll(
                IntStream.rangeClosed(1_001, 2_000)
                        .mapToObj(year ->
                                funded(
                                        "firm-" + year,
                                        String.valueOf(year),
                                        "{'disclosed': false}"))
                        .toList());
        rounds("?by=year").body("items", hasSize(1_000));

        log.record(funded("b", "2001", "{'disclosed': false}"));

        given().get("/statistics/rounds?by=year")
                .then()
                .statusCode(400)
                .body("errors[0].pointer", equalTo("/by"))
                .body("errors[0].detail", containsString("1000"));
        rounds("?by=year&from=1500").body("items", hasSize(502));
        given().get("/statistics/events?by=month&by=type")
                .then()
                .statusCode(200)
                .body("items", hasSize(1));
    }

    @Test
    void the_answer_is_told_apart_by_its_tag() throws Exception {
        log.record(funded("a", "2020", "{'disclosed': false}"));
        String tag = given().get("/statistics/rounds").header("ETag");
        given().header("If-None-Match", tag).get("/statistics/rounds").then().statusCode(304);
        given().header("If-None-Match", tag)
                .get("/statistics/rounds?by=year")
                .then()
                .statusCode(200);

        log.record(Said.launched("a", "Engine", "2020"));

        given().header("If-None-Match", tag).get("/statistics/rounds").then().statusCode(200);
    }

    @ParameterizedTest
    @CsvSource({
        "rounds?by=month, by",
        "events?by=round, by",
        "rounds?country=XX, country",
        "rounds?round=series-z, round",
        "rounds?currency=EURO, currency",
        "rounds?status=retracted, status",
        "rounds?from=yesterday, from",
        "events?type=fundd, type",
        "events?round=seed, round"
    })
    void what_is_not_known_is_refused(String question, String parameter) {
        given().get("/statistics/" + question)
                .then()
                .statusCode(400)
                .body("errors.pointer", contains("/" + parameter));
    }

    private static ValidatableResponse rounds(String query) {
        return given().get("/statistics/rounds" + query).then().statusCode(200);
    }

    private static String funded(String company, String when, String money) {
        return Said.claim(
                "funded", company, null, when, "{'round': 'seed', 'money': %s}".formatted(money));
    }

    private static RequestSpecification with(
            List<String> countries, List<String> statuses, List<String> days, boolean certain) {
        RequestSpecification request =
                asked("country", countries, asked("status", statuses, given()))
                        .queryParam("match", certain ? "certain" : "possible");
        if (!days.isEmpty()) {
            request.queryParam("from", days.getFirst()).queryParam("to", days.getLast());
        }
        return request;
    }

    private static RequestSpecification asked(
            String name, List<String> values, RequestSpecification request) {
        return values.isEmpty() ? request : request.queryParam(name, values);
    }

    private static JsonNode items(RequestSpecification request, String path) throws Exception {
        return JSON.readTree(request.get(path).then().statusCode(200).extract().asString())
                .path("items");
    }

    private static Predicate<Fact> in(
            List<String> values, java.util.function.Function<Fact, String> value) {
        return fact -> values.isEmpty() || values.contains(value.apply(fact));
    }

    private static Predicate<Fact> within(List<String> days, boolean certain) {
        if (days.isEmpty()) {
            return fact -> true;
        }
        LocalDate from = LocalDate.parse(days.getFirst());
        LocalDate to = LocalDate.parse(days.getLast());
        return fact -> {
            LocalDate first = fact.when().edtf().earliest().orElse(LocalDate.MIN);
            LocalDate last = fact.when().edtf().latest().orElse(LocalDate.MAX);
            return certain
                    ? !first.isBefore(from) && !last.isAfter(to)
                    : !last.isBefore(from) && !first.isAfter(to);
        };
    }

    private static List<String> some(Random random, String... all) {
        List<String> some = new ArrayList<>(List.of(all));
        Collections.shuffle(some, random);
        return List.copyOf(
                some.subList(0, random.nextInt(random.nextBoolean() ? 1 : some.size() + 1)));
    }

    private static List<String> days(Random random) {
        return random.nextBoolean()
                ? List.of()
                : List.of(
                        "201%d-03-01".formatted(random.nextInt(5)),
                        "2016-0%d-15".formatted(1 + random.nextInt(9)));
    }

    private static List<String> randomHistory(Random random) {
        List<String> history = new ArrayList<>();
        List<UUID> ids = new ArrayList<>();
        for (int i = 0; i < 400; i++) {
            String company = "firm-" + random.nextInt(25);
            UUID id = new UUID(random.nextLong(), random.nextLong());
            String event =
                    switch (random.nextInt(10)) {
                        case 0 ->
                                Said.claim(
                                        "founded",
                                        company,
                                        null,
                                        when(random),
                                        "{'place': {'country': '%s'}}"
                                                .formatted(any(random, "FR", "DE", "US")));
                        case 1 -> Said.launched(company, "P" + random.nextInt(3), when(random));
                        case 2 -> ids.isEmpty() ? Said.launched(company, "P", when(random)) : null;
                        default ->
                                Said.claim(
                                        "funded",
                                        company,
                                        null,
                                        when(random),
                                        "{'round': '%s'%s}"
                                                .formatted(
                                                        any(random, "seed", "series-a", "grant"),
                                                        money(random)));
                    };
            if (event == null) {
                int at = random.nextInt(ids.size());
                history.add(
                        Said.annotation("retracted", companyOf(history, ids.get(at)), ids.get(at)));
            } else {
                ids.add(id);
                history.add(
                        event.replace(
                                "'sources'",
                                "'id': '%s', 'status': '%s', 'sources'"
                                        .formatted(
                                                id,
                                                any(
                                                        random,
                                                        "reported",
                                                        "reported",
                                                        "confirmed",
                                                        "planned",
                                                        "denied"))));
            }
        }
        return history;
    }

    private static String companyOf(List<String> history, UUID id) {
        String event =
                history.stream()
                        .filter(one -> one.contains("'id': '" + id))
                        .findFirst()
                        .orElseThrow();
        return event.replaceFirst("(?s).*'company': \\{'id': '([^']*)'.*", "$1");
    }

    private static String money(Random random) {
        String currency = any(random, "EUR", "USD", "GBP");
        String amount = "%d.%02d".formatted(1 + random.nextInt(90), random.nextInt(3) * 5);
        return switch (random.nextInt(7)) {
            case 0 -> "";
            case 1 -> ", 'money': {'disclosed': false}";
            case 2 ->
                    ", 'money': {'min': '%s', 'max': '99.5', 'currency': '%s'}"
                            .formatted(amount, currency);
            case 3 -> ", 'money': {'min': '%s', 'currency': '%s'}".formatted(amount, currency);
            default -> ", 'money': {'amount': '%s', 'currency': '%s'}".formatted(amount, currency);
        };
    }

    private static String when(Random random) {
        int year = 2010 + random.nextInt(8);
        return switch (random.nextInt(6)) {
            case 0 -> String.valueOf(year);
            case 1 -> "%d-%02d~".formatted(year, 1 + random.nextInt(12));
            case 2 -> "%d/%d".formatted(year, year + 1);
            case 3 -> "../" + year;
            case 4 -> year + "-12/..";
            default ->
                    "%d-%02d-%02d".formatted(year, 1 + random.nextInt(12), 1 + random.nextInt(28));
        };
    }

    private static String any(Random random, String... all) {
        return all[random.nextInt(all.length)];
    }
}
