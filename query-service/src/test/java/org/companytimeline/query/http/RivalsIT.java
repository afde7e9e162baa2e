package org.companytimeline.query.http;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import java.sql.SQLException;
import java.util.UUID;
import java.util.stream.IntStream;
import org.companytimeline.event.RecordedEvent;
import org.companytimeline.query.NaiveProjection;
import org.companytimeline.query.Said;
import org.companytimeline.query.TestDatabase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Companies that hold one identifier, as their states show it.
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class RivalsIT {

    private static final String RIVALS = "identifiers[0].conflict.companies.company";

    private final NaiveProjection log = NaiveProjection.empty();

    RivalsIT() throws SQLException {}

    @Test
    void a_shared_identifier_is_a_conflict_in_both_states() throws Exception {
        UUID theirs = UUID.randomUUID();
        log.record(Said.identified("pathway", "wikidata", "Q1"));
        log.record(theirs, Said.identified("lago", "wikidata", "Q1"));

        state("/companies/pathway")
                .body("identifiers[0].scheme", equalTo("wikidata"))
                .body("identifiers[0].value", equalTo("Q1"))
                .body("identifiers[0].current", equalTo(true))
                .body(RIVALS, contains("lago"))
                .body("identifiers[0].conflict.companies[0].facts", contains(theirs.toString()))
                .body("identifiers[0].conflict.companyCount", equalTo(1))
                .body("identifiers[0].conflict.complete", nullValue());
        state("/companies/lago").body(RIVALS, contains("pathway"));
    }

    @ParameterizedTest
    @CsvSource({"alias, Pathway", "wikidata, Q2"})
    void aliases_and_other_values_are_none(String scheme, String value) throws Exception {
        log.record(Said.identified("pathway", "alias", "Pathway"));
        log.record(Said.identified("pathway", "cik", "2"));
        log.record(Said.identified("lago", scheme, value));

        state("/companies/pathway")
                .body("identifiers", hasSize(2))
                .body("identifiers.findAll { it.conflict != null }", hasSize(0));
    }

    @Test
    void retracting_takes_the_conflict_away_and_it_stays_known() throws Exception {
        log.record(Said.identified("pathway", "wikidata", "Q1"));
        RecordedEvent theirs = log.record(Said.identified("lago", "wikidata", "Q1"));
        String disputed = given().get("/companies/pathway").header("Timeline-Cursor");
        log.record(Said.annotation("retracted", "lago", theirs.event().id()));

        state("/companies/pathway").body("identifiers[0].conflict", nullValue());
        state("/companies/pathway?knownAt=" + disputed).body(RIVALS, contains("lago"));
        state("/companies/lago?knownAt=" + disputed).body(RIVALS, contains("pathway"));
    }

    @Test
    void a_correction_brings_a_rival_and_takes_it_away() throws Exception {
        log.record(Said.identified("pathway", "wikidata", "Q1"));
        RecordedEvent theirs = log.record(Said.identified("lago", "wikidata", "Q2"));
        RecordedEvent correction =
                log.record(
                        Said.corrected(
                                "lago", theirs.event().id(), "{'details': {'value': 'Q1'}}"));

        state("/companies/pathway").body(RIVALS, contains("lago"));
        log.record(Said.annotation("retracted", "lago", correction.event().id()));
        state("/companies/pathway").body("identifiers[0].conflict", nullValue());
    }

    @Test
    void a_threaded_claim_that_lies_with_another_value_is_found() throws Exception {
        log.record(Said.identified("pathway", "wikidata", "Q1"));
        log.record(threaded(Said.identified("lago", "wikidata", "Q2"), "2021"));
        log.record(threaded(Said.identified("lago", "wikidata", "Q1"), "2020-05"));

        state("/companies/lago").body("identifiers", hasSize(1));
        state("/companies/pathway").body(RIVALS, contains("lago"));
        state("/companies/lago").body(RIVALS, contains("pathway"));
    }

    /// @param when the narrower one leads
    private static String threaded(String claim, String when) {
        return claim.replace("'2020'", "'%s', 'thread': 't'".formatted(when));
    }

    @Test
    void merged_records_are_no_rivals_and_stand_as_one_to_others() throws Exception {
        log.record(Said.identified("pathway", "wikidata", "Q1"));
        log.record(Said.identified("pathway-inc", "wikidata", "Q1"));
        log.record(Said.identified("lago", "wikidata", "Q1"));
        log.record(Said.sameAs("pathway-inc", "pathway"));

        state("/companies/pathway").body("identifiers", hasSize(1)).body(RIVALS, contains("lago"));
        state("/companies/lago")
                .body(RIVALS, contains("pathway"))
                .body("identifiers[0].conflict.companyCount", equalTo(1));
    }

    @ParameterizedTest
    @CsvSource({"'', false", "?asOf=2022, true", "?asOf=2023-12-31, false", "?asOf=2019, false"})
    void one_that_is_no_longer_valid_on_the_day_asked_is_no_rival(String query, boolean isRival)
            throws Exception {
        log.record(Said.identified("pathway", "wikidata", "Q1").replace("'2020'", "'2018'"));
        log.record(
                Said.identified("lago", "wikidata", "Q1").replace("'Q1'", "'Q1', 'until': '2023'"));

        Response answer = given().get("/companies/pathway" + query);

        assertThat(answer.<Object>path("identifiers[0].conflict") != null).isEqualTo(isRival);
        assertThat(answer.<Boolean>path("identifiers[0].current")).isTrue();
    }

    @Test
    void the_tag_of_a_state_changes_when_a_rival_comes_and_when_it_goes() throws Exception {
        log.record(Said.identified("pathway", "wikidata", "Q1"));
        String alone = tag();
        log.record(Said.launched("lago", "Engine", "2024"));
        String unconcerned = tag();
        RecordedEvent theirs = log.record(Said.identified("lago", "wikidata", "Q1"));
        String disputed = tag();
        log.record(Said.annotation("retracted", "lago", theirs.event().id()));
        String again = tag();

        assertThat(unconcerned).isEqualTo(alone);
        assertThat(disputed).isNotEqualTo(alone);
        assertThat(again).isNotEqualTo(disputed).isNotEqualTo(alone);
        given().header("If-None-Match", again).get("/companies/pathway").then().statusCode(304);
    }

    @Test
    void the_tag_changes_when_a_rival_is_merged_by_what_others_say() throws Exception {
        log.record(Said.identified("pathway", "wikidata", "Q1"));
        log.record(Said.identified("lago", "wikidata", "Q1"));
        log.record(Said.sameAs("lago", "lago-inc"));
        String before = tag();
        log.record(Said.sameAs("lago-inc", "a-lago"));

        assertThat(tag()).isNotEqualTo(before);
        state("/companies/pathway").body(RIVALS, contains("a-lago"));
    }

    @Test
    void rivals_are_shown_up_to_a_hundred_and_looked_for_among_two_hundred_records()
            throws Exception {
        log.record(Said.identified("pathway", "wikidata", "Q1"));
        log.recordAll(
                IntStream.range(100, 250)
                        .mapToObj(n -> Said.identified("firm-" + n, "wikidata", "Q1"))
                        .toList());

        state("/companies/pathway")
                .body(RIVALS, hasSize(100))
                .body(RIVALS + "[99]", equalTo("firm-199"))
                .body("identifiers[0].conflict.companyCount", equalTo(150))
                .body("identifiers[0].conflict.complete", nullValue());
        String tag = tag();
        log.recordAll(
                IntStream.range(250, 301)
                        .mapToObj(n -> Said.identified("firm-" + n, "wikidata", "Q1"))
                        .toList());
        state("/companies/pathway")
                .body(RIVALS, hasSize(100))
                .body("identifiers[0].conflict.companyCount", equalTo(200))
                .body("identifiers[0].conflict.complete", equalTo(false));
        assertThat(tag()).isNotEqualTo(tag);
    }

    private static String tag() {
        return given().get("/companies/pathway").header("ETag");
    }

    private static ValidatableResponse state(String path) {
        return given().get(path).then().statusCode(200);
    }
}
