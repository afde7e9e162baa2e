package org.companytimeline.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.companytimeline.event.CompanyId;
import org.companytimeline.event.Decoded;
import org.companytimeline.event.EventCodec;
import org.companytimeline.event.Position;
import org.companytimeline.event.PostedDefaults;
import org.companytimeline.event.RecordedEvent;
import org.junit.jupiter.api.Test;

/// The first sample, folded.
class SeedFactsTest {

    private static final List<RecordedEvent> EVENTS = sample();

    @Test
    void mistral_ais_founding_is_one_fact_with_three_sources_and_no_conflict() {
        List<JsonNode> founded = facts("mistral-ai", "founded");

        assertThat(founded).hasSize(1);
        JsonNode fact = founded.getFirst();
        assertThat(fact.path("claimCount").intValue()).isEqualTo(3);
        assertThat(fact.path("claims")).hasSize(3);
        assertThat(fact.path("details").path("founders")).hasSize(3);
        assertThat(fact.path("conflicts")).isEmpty();
    }

    @Test
    void the_appointment_of_marjorie_janiewicz_is_one_fact_with_two_sources() {
        List<JsonNode> janiewicz =
                facts("mistral-ai", "appointed").stream()
                        .filter(fact -> fact.toString().contains("Janiewicz"))
                        .toList();

        assertThat(janiewicz).hasSize(1);
        assertThat(janiewicz.getFirst().path("claims")).hasSize(2);
        assertThat(janiewicz.getFirst().path("conflicts")).isEmpty();
    }

    @Test
    void the_valuation_of_2024_is_one_thread_and_the_later_one_is_a_change_and_no_conflict() {
        List<JsonNode> valued = facts("mistral-ai", "valued");

        assertThat(valued).hasSize(2);
        assertThat(valued.getFirst().path("claims").findValuesAsText("amount"))
                .containsExactly("6000000000", "6200000000");
        assertThat(valued.getFirst().path("details").path("money").path("amount").textValue())
                .isEqualTo("6200000000");
        assertThat(valued.getLast().path("details").path("money").path("amount").textValue())
                .isEqualTo("14000000000");
        assertThat(valued).allMatch(fact -> fact.path("conflicts").isEmpty());
    }

    @Test
    void all_thirteen_rows_of_mistral_ai_stand_on_its_timeline() {
        List<JsonNode> facts = facts("mistral-ai");

        assertThat(facts).hasSize(12);
        assertThat(facts.stream().mapToInt(fact -> fact.path("claimCount").intValue()).sum())
                .isEqualTo(16);
    }

    @Test
    void pathway_moved_in_the_last_two_months_of_2024() {
        JsonNode when = facts("pathway", "relocated").getFirst().path("when");

        assertThat(when.path("earliest").textValue()).isEqualTo("2024-11-01");
        assertThat(when.path("latest").textValue()).isEqualTo("2024-12-31");
        assertThat(when.path("text").textValue()).isEqualTo("at the end of last year");
    }

    @Test
    void the_sample_names_ten_companies() {
        List<CompanyId> companies =
                EVENTS.stream()
                        .map(event -> event.event().company().id())
                        .distinct()
                        .flatMap(id -> fold(id.value()).stream())
                        .flatMap(fact -> fact.companies().stream())
                        .distinct()
                        .toList();

        assertThat(companies).hasSize(10);
    }

    @Test
    void mistral_ais_state_is_what_the_articles_say() {
        ObjectNode state = state("mistral-ai", "Mistral AI");

        assertThat(state.path("name").textValue()).isEqualTo("Mistral AI");
        assertThat(state.path("status").textValue()).isEqualTo("active");
        assertThat(state.path("founded").path("when").path("edtf").textValue()).isEqualTo("2023");
        assertThat(state.path("founded").path("facts")).hasSize(1);
        assertThat(state.path("valuation").path("money").path("amount").textValue())
                .isEqualTo("14000000000");
        assertThat(state.path("offices").path(0).path("place").path("city").textValue())
                .isEqualTo("Palo Alto");
        assertThat(state.path("people").findValuesAsText("person"))
                .containsExactly("Marjorie Janiewicz", "Cédric O");
        assertThat(state.path("partners").findValuesAsText("company")).containsExactly("microsoft");
        assertThat(state.path("listings")).isEmpty();
    }

    @Test
    void an_undisclosed_round_counts_as_a_round_and_not_as_nothing_raised() {
        ObjectNode state = state("pathway", "Pathway");

        assertThat(state.path("funding").path("rounds").intValue()).isEqualTo(1);
        assertThat(state.path("funding").path("undisclosedRounds").intValue()).isEqualTo(1);
        assertThat(state.path("funding").path("totals")).isEmpty();
        assertThat(state.path("headquarters").path("place").path("city").textValue())
                .isEqualTo("Menlo Park");
        assertThat(state.path("headquarters").path("history")).hasSize(2);
    }

    private static List<Fact> fold(String company) {
        return Fold.timeline(
                EVENTS.stream()
                        .filter(event -> event.event().company().id().value().equals(company))
                        .toList(),
                Policy.DEFAULT_1);
    }

    private static ObjectNode state(String company, String name) {
        return CompanyState.of(new CompanyId(company), name, fold(company), null);
    }

    private static List<JsonNode> facts(String company, String type) {
        return facts(company).stream()
                .filter(fact -> fact.path("type").textValue().equals(type))
                .toList();
    }

    private static List<JsonNode> facts(String company) {
        return fold(company).stream().map(fact -> read(FactJson.write(fact))).toList();
    }

    private static JsonNode read(byte[] json) {
        try {
            return new ObjectMapper().readTree(json);
        } catch (IOException e) {
            return fail("not JSON", e);
        }
    }

    private static List<RecordedEvent> sample() {
        List<RecordedEvent> events = new ArrayList<>();
        PostedDefaults defaults =
                new PostedDefaults(new UUID(0, 0), "https://publisher.example", false);
        for (String line : lines(Path.of("../samples/french-ai.ndjson"))) {
            Decoded decoded =
                    EventCodec.decodePosted(line.getBytes(StandardCharsets.UTF_8), defaults);
            if (!(decoded instanceof Decoded.Known known)) {
                return fail("not an event: " + decoded);
            }
            long offset = events.size();
            events.add(
                    new RecordedEvent(
                            known.event(), new Position(0, offset), Instant.ofEpochMilli(offset)));
        }
        return events;
    }

    private static List<String> lines(Path file) {
        try {
            return Files.readAllLines(file);
        } catch (IOException e) {
            return fail("reading the sample", e);
        }
    }
}
