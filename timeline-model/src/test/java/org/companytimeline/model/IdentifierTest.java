package org.companytimeline.model;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.companytimeline.event.CompanyEvent.Identified;
import org.companytimeline.event.CompanyId;
import org.companytimeline.event.IdentifierScheme;
import org.companytimeline.event.Status;
import org.companytimeline.event.edtf.Edtf;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IdentifierTest {

    private static final CompanyId MISTRAL = new CompanyId("mistral-ai");
    private static final Identifier LEI =
            new Identifier(IdentifierScheme.LEI, "969500UP76J52A9OXU27");

    @ParameterizedTest
    @CsvSource({
        "DOMAIN, a-b.com, ab.com, 2",
        "DOMAIN, a.com, a.com, 1",
        "CRUNCHBASE, open-ai, openai, 2",
        "ALIAS, Open-AI, open ai, 1"
    })
    void only_aliases_are_one_fact_in_other_spellings(
            IdentifierScheme scheme, String one, String other, int facts) {
        List<Fact> folded =
                fold(
                        Said.at(1, identified(scheme, one, null), "2020"),
                        Said.at(2, identified(scheme, other, null), "2021"));

        assertThat(folded).hasSize(facts);
    }

    @ParameterizedTest
    @CsvSource({"a.com, a.com.au, value", "a.com, a.com, "})
    void a_value_with_all_the_words_of_another_is_another_value(
            String one, String other, @Nullable String field) {
        List<Fact> folded =
                fold(
                        Said.at(1, identified(IdentifierScheme.DOMAIN, one, null), "2020")
                                .inThread("t"),
                        Said.at(2, identified(IdentifierScheme.DOMAIN, other, null), "2020")
                                .inThread("t"));

        assertThat(folded).hasSize(1);
        assertThat(folded.getFirst().conflicts())
                .map(Conflict::field)
                .containsExactlyElementsOf(field == null ? List.of() : List.of(field));
    }

    @ParameterizedTest
    @CsvSource({
        "2024, 2024-05, 0",
        "2024, 2025, 1",
        "2024-05, , 0",
        "2024/.., 2026, 0",
    })
    void ends_contradict_each_other_where_no_day_can_be_both(
            String one, @Nullable String other, int conflicts) {
        List<Fact> folded = fold(Said.at(1, lei(one), "2020"), Said.at(2, lei(other), "2020"));

        assertThat(folded.getFirst().conflicts()).hasSize(conflicts);
    }

    @ParameterizedTest
    @CsvSource({
        ", , true",
        ", 2024-06-01, true",
        "2024, , false",
        "2024, 2023-12-31, true",
        "2024, 2024-12-30, true",
        "2024, 2024-12-31, false",
        "2024/.., 2030-01-01, true"
    })
    void it_is_current_until_the_last_day_that_its_end_can_mean(
            @Nullable String until, @Nullable String day, boolean current) {
        JsonNode identifier = identifier(Map.of(), day, Said.at(1, lei(until), "2020"));

        assertThat(identifier.path("current").booleanValue()).isEqualTo(current);
        assertThat(identifier.path("since").path("earliest").textValue()).isEqualTo("2020-01-01");
        assertThat(identifier.path("until").path("edtf").textValue()).isEqualTo(until);
        assertThat(identifier.path("value").textValue()).isEqualTo(LEI.value());
    }

    @Test
    void rivals_are_shown_up_to_a_hundred_and_counted_all() {
        Fact theirs = fold(Said.at(7, lei(null), "2021")).getFirst();
        TreeMap<CompanyId, List<Fact>> rivals = new TreeMap<>();
        IntStream.range(100, 220).forEach(n -> rivals.put(new CompanyId("c" + n), List.of(theirs)));

        JsonNode conflict =
                identifier(
                                Map.of(LEI, new Rivals(rivals, false)),
                                null,
                                Said.at(1, lei(null), "2020"))
                        .path("conflict");

        assertThat(conflict.path("companyCount").intValue()).isEqualTo(120);
        assertThat(conflict.path("companies").findValuesAsText("company"))
                .hasSize(Rivals.MOST_SHOWN)
                .startsWith("c100", "c101")
                .endsWith("c199");
        assertThat(conflict.path("companies").path(0).path("facts").path(0).textValue())
                .isEqualTo(theirs.id().toString());
        assertThat(conflict.path("complete").booleanValue()).isFalse();
        assertThat(conflict.has("complete")).isTrue();
    }

    @Test
    void what_is_no_longer_valid_has_no_rivals() {
        JsonNode identifier =
                identifier(
                        Map.of(LEI, new Rivals(new TreeMap<>(), true)),
                        null,
                        Said.at(1, lei("2024"), "2020"));

        assertThat(identifier.has("conflict")).isFalse();
    }

    @Test
    void a_company_goes_by_what_holds_and_is_valid_and_is_no_alias() {
        Said held = Said.at(1, lei(null), "2020");
        Said retracted = Said.at(4, identified(IdentifierScheme.WIKIDATA, "Q1", null), "2020");

        Map<Identifier, List<Fact>> identifiers =
                Identifier.heldIn(
                        fold(
                                held,
                                Said.at(2, identified(IdentifierScheme.ALIAS, "M", null), "2020"),
                                Said.at(3, identified(IdentifierScheme.CIK, "7", "2021"), "2020"),
                                retracted,
                                Said.retracts(5, retracted),
                                Said.at(6, identified(IdentifierScheme.CIK, "8", null), "2020")
                                        .as(Status.DENIED)),
                        null);

        assertThat(identifiers).containsOnlyKeys(LEI);
        assertThat(identifiers.getOrDefault(LEI, List.of()))
                .map(Fact::id)
                .containsExactly(held.id());
    }

    @Test
    void keys_of_blocks_tell_identifiers_from_aliases() {
        String lei = Block.keyOf(Said.at(1, lei(null), "2020").recorded().event());
        String alias =
                Block.keyOf(
                        Said.at(1, identified(IdentifierScheme.ALIAS, "lei", null), "2020")
                                .recorded()
                                .event());

        assertThat(lei).isEqualTo("identified|lei|969500UP76J52A9OXU27");
        assertThat(Identifier.isKey(lei)).isTrue();
        assertThat(Identifier.isKey(alias)).isFalse();
        assertThat(Identifier.isKey("founded")).isFalse();
        assertThat(Identifier.isKey(null)).isFalse();
    }

    private static Identified lei(@Nullable String until) {
        return identified(LEI.scheme(), LEI.value(), until);
    }

    private static Identified identified(
            IdentifierScheme scheme, String value, @Nullable String until) {
        return new Identified(scheme, value, until == null ? null : Edtf.parse(until));
    }

    private static JsonNode identifier(
            Map<Identifier, Rivals> rivals, @Nullable String day, Said... claims) {
        return CompanyState.of(
                        MISTRAL,
                        null,
                        fold(claims),
                        rivals,
                        day == null ? null : LocalDate.parse(day))
                .path("identifiers")
                .path(0);
    }

    private static List<Fact> fold(Said... claims) {
        return Fold.timeline(Stream.of(claims).map(Said::recorded).toList(), Policy.DEFAULT_1);
    }
}
