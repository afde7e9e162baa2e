package org.companytimeline.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;
import static org.companytimeline.model.Said.place;
import static org.companytimeline.model.Said.source;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.companytimeline.event.CompanyEvent.Founded;
import org.companytimeline.event.SourceKind;
import org.companytimeline.event.Status;
import org.junit.jupiter.api.Test;

class FactJsonTest {

    private static final Founded FOUNDED = new Founded(List.of("Ada"), place("Paris", "FR"));

    @Test
    void a_fact_is_written_in_this_order_and_form() {
        Fact fact = fold(Said.at(7, FOUNDED, "2023-04~"), Said.at(9, FOUNDED, "2022"));

        String json = text(FactJson.write(fact));

        assertThat(json)
                .isEqualTo(
                        """
                        {"id":"00000000-0000-0000-0000-000000000007","type":"founded",\
                        "company":{"id":"mistral-ai","name":"Mistral AI"},\
                        "when":{"edtf":"2022","earliest":"2022-01-01","latest":"2022-12-31"},\
                        "status":"reported",\
                        "details":{"founders":["Ada"],"place":{"city":"Paris","country":"FR"}},\
                        "companies":["mistral-ai"],\
                        "claims":[\
                        {"event":"00000000-0000-0000-0000-000000000007","position":"3:7",\
                        "recordedAt":"2023-11-14T22:13:20.002Z","publisher":"https://publisher.example",\
                        "when":{"edtf":"2023-04~","earliest":"2023-04-01","latest":"2023-04-30"},\
                        "status":"reported",\
                        "details":{"founders":["Ada"],"place":{"city":"Paris","country":"FR"}},\
                        "sources":[{"title":"Article 7","publisher":"Article 7 press",\
                        "url":"https://a.example/1","kind":"press"}],"leading":false},\
                        {"event":"00000000-0000-0000-0000-000000000009","position":"3:9",\
                        "recordedAt":"2023-11-14T22:13:20.003Z","publisher":"https://publisher.example",\
                        "when":{"edtf":"2022","earliest":"2022-01-01","latest":"2022-12-31"},\
                        "status":"reported",\
                        "details":{"founders":["Ada"],"place":{"city":"Paris","country":"FR"}},\
                        "sources":[{"title":"Article 9","publisher":"Article 9 press",\
                        "url":"https://a.example/1","kind":"press"}],"leading":true}],\
                        "claimCount":2,\
                        "conflicts":[{"field":"when","rule":"default@1","values":[\
                        {"value":"2022","events":["00000000-0000-0000-0000-000000000009"],"eventCount":1},\
                        {"value":"2023-04~","events":["00000000-0000-0000-0000-000000000007"],"eventCount":1}],\
                        "valueCount":2}]}\
                        """);
    }

    @Test
    void a_conflict_in_a_field_names_each_value_with_its_events() {
        Founded elsewhere = new Founded(List.of(), place("Lyon", "FR"));

        Fact fact = fold(Said.at(1, FOUNDED, "2023"), Said.at(2, elsewhere, "2023"));

        JsonNode conflict = read(FactJson.write(fact)).path("conflicts").path(0);
        assertThat(conflict.path("field").textValue()).isEqualTo("place");
        assertThat(conflict.path("values").findValuesAsText("city"))
                .containsExactlyInAnyOrder("Paris", "Lyon");
    }

    @Test
    void of_many_claims_the_first_hundred_stand_in_place() {
        Fact fact = fold(LongStream.range(0, 250).mapToObj(i -> Said.at(i, FOUNDED, "2023")));

        JsonNode json = read(FactJson.write(fact));

        assertThat(json.path("claimCount").intValue()).isEqualTo(250);
        assertThat(json.path("claims")).hasSize(100);
        assertThat(json.path("claims").path(98).path("position").textValue()).isEqualTo("3:98");
    }

    @Test
    void the_leading_claim_stands_in_place_wherever_it_was_recorded() {
        Said confirmed = Said.at(249, FOUNDED, "2023").as(Status.CONFIRMED);
        Fact fact =
                fold(
                        Stream.concat(
                                LongStream.range(0, 249).mapToObj(i -> Said.at(i, FOUNDED, "2023")),
                                Stream.of(confirmed)));

        JsonNode json = read(FactJson.write(fact));

        assertThat(json.path("claims")).hasSize(100);
        assertThat(json.path("claims").path(99).path("leading").booleanValue()).isTrue();
        assertThat(json.path("claims").path(99).path("event").textValue())
                .isEqualTo(confirmed.id().toString());
    }

    @Test
    void a_conflict_of_hundreds_of_values_tells_how_many_and_shows_a_hundred() {
        Fact fact =
                fold(
                        LongStream.range(0, 500)
                                .mapToObj(
                                        i -> Said.at(i, FOUNDED, String.valueOf(1500 + i % 250))));

        JsonNode conflict = read(FactJson.write(fact)).path("conflicts").path(0);

        assertThat(conflict.path("valueCount").intValue()).isEqualTo(250);
        assertThat(conflict.path("values")).hasSize(100);
        assertThat(conflict.path("values").path(0).path("eventCount").intValue()).isEqualTo(2);
    }

    @Test
    void one_claim_is_written_as_it_stands_in_the_fact() {
        Said claim =
                Said.at(1, FOUNDED, "../2023")
                        .inThread("founding")
                        .from(source("A \u2028 \"title\"", SourceKind.COMPANY));
        Fact fact = fold(claim);

        JsonNode alone = read(FactJson.writeClaim(fact, fact.foremost()));

        assertThat(alone).isEqualTo(read(FactJson.write(fact)).path("claims").path(0));
        assertThat(alone.path("thread").textValue()).isEqualTo("founding");
        assertThat(alone.path("when").has("earliest")).isFalse();
    }

    private static Fact fold(Said... claims) {
        return fold(Stream.of(claims));
    }

    private static Fact fold(Stream<Said> claims) {
        return Fold.block(claims.map(Said::recorded).toList(), Policy.DEFAULT_1).getFirst();
    }

    private static String text(byte[] json) {
        return new String(json, StandardCharsets.UTF_8);
    }

    private static JsonNode read(byte[] json) {
        try {
            return new ObjectMapper().readTree(json);
        } catch (IOException e) {
            return fail("not JSON", e);
        }
    }
}
