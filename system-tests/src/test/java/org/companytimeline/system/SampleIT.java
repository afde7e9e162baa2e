package org.companytimeline.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// The seed facts, through HTTP, as a newcomer finds them after `./timeline up --sample`.
@ExtendWith(SharedStack.class)
class SampleIT {

    private final RunningStack stack;

    SampleIT(RunningStack stack) {
        this.stack = stack;
    }

    @Test
    void the_companies_of_the_sample_are_there() {
        List<String> expected =
                List.of(
                        "amazon",
                        "hugging-face",
                        "ibm",
                        "lago",
                        "microsoft",
                        "mistral-ai",
                        "ndea",
                        "openai",
                        "pathway",
                        "station-f");

        var companies = Json.items(stack.get(stack.query().resolve("/companies?limit=1000")));

        assertThat(companies)
                .extracting(company -> company.get("id").asText())
                .filteredOn(expected::contains)
                .containsExactlyInAnyOrderElementsOf(expected);
    }

    @Test
    void founded_is_one_fact_with_three_sources() {
        List<JsonNode> founded = timeline("mistral-ai", "founded");

        assertThat(founded).hasSize(1);
        assertThat(founded.getFirst().get("claimCount").asInt()).isEqualTo(3);
        assertThat(sources(founded.getFirst())).hasSize(3).doesNotHaveDuplicates();
        assertThat(founded.getFirst().get("conflicts")).isEmpty();
    }

    @Test
    void the_appointment_is_one_fact_with_two_sources() {
        List<JsonNode> appointed = timeline("mistral-ai", "appointed");

        assertThat(appointed).hasSize(2);
        assertThat(appointed)
                .filteredOn(fact -> fact.get("claimCount").asInt() == 2)
                .singleElement()
                .satisfies(fact -> assertThat(sources(fact)).hasSize(2))
                .satisfies(fact ->
                        assertThat(fact.at("/details/person").asText())
                                .isEqualTo("Marjorie Janiewicz"));
    }

    @Test
    void all_three_valuations_show_and_change_is_no_conflict() {
        List<JsonNode> valued = timeline("mistral-ai", "valued");

        assertThat(valued).hasSize(2);
        assertThat(valued.stream().flatMap(fact -> fact.get("claims").valueStream()))
                .extracting(claim -> claim.at("/details/money/amount").asText())
                .containsExactlyInAnyOrder("6000000000", "6200000000", "14000000000");
        assertThat(valued)
                .filteredOn(fact -> fact.at("/details/money/amount").asText().equals("14000000000"))
                .singleElement()
                .satisfies(fact -> assertThat(fact.get("conflicts")).isEmpty())
                .satisfies(fact ->
                        assertThat(fact.at("/details/money/approximate").asBoolean()).isTrue());
    }

    @Test
    void every_row_about_mistral_stands_on_its_timeline() {
        List<JsonNode> facts = timeline("mistral-ai", null);

        assertThat(facts)
                .extracting(fact -> fact.get("type").asText())
                .containsExactlyInAnyOrder(
                        "founded",
                        "valued",
                        "valued",
                        "office-opened",
                        "appointed",
                        "appointed",
                        "partnered",
                        "partnered",
                        "contracted",
                        "contracted",
                        "listed",
                        "launched");
        assertThat(facts.stream().mapToInt(fact -> fact.get("claimCount").asInt()).sum())
                .isEqualTo(16);
    }

    @Test
    void a_partner_has_the_same_fact_on_its_own_timeline() {
        JsonNode atMistral =
                timeline("mistral-ai", "partnered").stream()
                        .filter(fact ->
                                fact.at("/details/partners/0/company").asText().equals("microsoft"))
                        .findFirst()
                        .orElseThrow();

        List<JsonNode> atMicrosoft = timeline("microsoft", null);

        assertThat(atMicrosoft).containsExactly(atMistral);
    }

    @Test
    void an_imprecise_move_has_its_first_and_last_day() {
        List<JsonNode> relocated = timeline("pathway", "relocated");

        assertThat(relocated).hasSize(1);
        JsonNode when = relocated.getFirst().get("when");
        assertThat(when.get("edtf").asText()).isEqualTo("2024-11~/2024-12~");
        assertThat(when.get("earliest").asText()).isEqualTo("2024-11-01");
        assertThat(when.get("latest").asText()).isEqualTo("2024-12-31");
        assertThat(when.get("text").asText()).isEqualTo("at the end of last year");
    }

    @Test
    void a_name_with_a_typo_is_found() {
        var found = Json.items(stack.get(stack.query().resolve("/companies?q=mistrall")));

        assertThat(found.getFirst().get("id").asText()).isEqualTo("mistral-ai");
        assertThat(found.getFirst().get("name").asText()).isEqualTo("Mistral AI");
    }

    @Test
    void up_printed_the_timeline_of_mistral() {
        String printed = stack.printed();

        assertThat(printed).contains("Mistral AI", "Palo Alto", "Microsoft", "Marjorie Janiewicz");
    }

    private List<JsonNode> timeline(String company, @Nullable String type) {
        String filter = type == null ? "" : "&type=" + type;
        return Json.items(
                stack.get(
                        stack.query()
                                .resolve(
                                        "/companies/"
                                                + company
                                                + "/timeline?limit=1000"
                                                + filter)));
    }

    private static List<String> sources(JsonNode fact) {
        return Stream.of(fact)
                .flatMap(one -> one.get("claims").valueStream())
                .flatMap(claim -> claim.get("sources").valueStream())
                .map(source -> source.get("title").asText())
                .toList();
    }
}
