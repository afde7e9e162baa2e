package org.companytimeline.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.companytimeline.model.Said.company;
import static org.companytimeline.model.Said.place;
import static org.companytimeline.model.Said.usd;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Stream;
import org.companytimeline.event.CompanyEvent.Acquired;
import org.companytimeline.event.CompanyEvent.Appointed;
import org.companytimeline.event.CompanyEvent.Closed;
import org.companytimeline.event.CompanyEvent.Contracted;
import org.companytimeline.event.CompanyEvent.Departed;
import org.companytimeline.event.CompanyEvent.Discontinued;
import org.companytimeline.event.CompanyEvent.Founded;
import org.companytimeline.event.CompanyEvent.Funded;
import org.companytimeline.event.CompanyEvent.Launched;
import org.companytimeline.event.CompanyEvent.Listed;
import org.companytimeline.event.CompanyEvent.Merged;
import org.companytimeline.event.CompanyEvent.OfficeClosed;
import org.companytimeline.event.CompanyEvent.OfficeOpened;
import org.companytimeline.event.CompanyEvent.Relocated;
import org.companytimeline.event.CompanyEvent.Renamed;
import org.companytimeline.event.CompanyEvent.Valued;
import org.companytimeline.event.CompanyId;
import org.companytimeline.event.Currency;
import org.companytimeline.event.Money;
import org.companytimeline.event.Round;
import org.companytimeline.event.Status;
import org.companytimeline.event.ValuationKind;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class CompanyStateTest {

    private static final CompanyId MISTRAL = new CompanyId("mistral-ai");

    @Test
    void a_company_nobody_spoke_of_is_its_id() {
        ObjectNode state = CompanyState.of(MISTRAL, null, List.of());

        assertThat(state.path("id").textValue()).isEqualTo("mistral-ai");
        assertThat(state.path("name").textValue()).isEqualTo("mistral-ai");
        assertThat(state.path("status").textValue()).isEqualTo("active");
        assertThat(state.has("founded")).isFalse();
    }

    @Test
    void the_last_name_taken_goes_before_the_name_that_events_give() {
        ObjectNode state =
                state(
                        Said.at(1, new Renamed("Third", "Second"), "2024"),
                        Said.at(2, new Renamed("Second", "First"), "2023"));

        assertThat(state.path("name").textValue()).isEqualTo("Third");
        assertThat(state.path("names").findValuesAsText("name"))
                .containsExactly("Third", "Second", "First", "Mistral AI");
    }

    @Test
    void the_seat_is_the_last_place_it_moved_to_and_history_keeps_the_others() {
        Said moved = Said.at(2, new Relocated(place("Menlo Park", "US"), null), "2024");
        ObjectNode state =
                state(moved, Said.at(1, new Founded(List.of(), place("Paris", "FR")), "2020"));

        JsonNode seat = state.path("headquarters");

        assertThat(seat.path("place").path("city").textValue()).isEqualTo("Menlo Park");
        assertThat(seat.path("facts").path(0).textValue()).isEqualTo(moved.id().toString());
        assertThat(seat.path("history").findValuesAsText("city"))
                .containsExactly("Paris", "Menlo Park");
    }

    @ParameterizedTest
    @EnumSource(names = {"RUMOURED", "PLANNED", "DENIED", "CANCELLED"})
    void what_did_not_happen_changes_nothing(Status status) {
        ObjectNode state =
                state(
                        Said.at(1, new Founded(List.of(), place("Paris", "FR")), "2020"),
                        Said.at(2, new Relocated(place("Berlin", "DE"), null), "2024").as(status),
                        Said.at(3, new Closed(null), "2024").as(status),
                        Said.at(4, new Listed("Euronext", null, null), "2024").as(status),
                        Said.at(5, new Renamed("Other", null), "2024").as(status));

        assertThat(state.path("headquarters").path("place").path("city").textValue())
                .isEqualTo("Paris");
        assertThat(state.path("status").textValue()).isEqualTo("active");
        assertThat(state.path("listings")).isEmpty();
        assertThat(state.path("name").textValue()).isEqualTo("Mistral AI");
    }

    @Test
    void money_raised_is_added_per_currency_and_what_is_undisclosed_is_only_counted() {
        ObjectNode state =
                state(
                        Said.at(1, funded(Round.SEED, usd("1000000.50")), "2021"),
                        Said.at(2, funded(Round.SERIES_A, usd("2000000")), "2022"),
                        Said.at(3, funded(Round.SERIES_B, between("5", "7", "EUR")), "2023"),
                        Said.at(4, funded(Round.SERIES_C, undisclosed()), "2024"),
                        Said.at(5, funded(Round.GRANT, null), "2025"));

        JsonNode funding = state.path("funding");

        assertThat(funding.path("rounds").intValue()).isEqualTo(5);
        assertThat(funding.path("undisclosedRounds").intValue()).isEqualTo(2);
        assertThat(funding.path("totals").path(0).path("currency").textValue()).isEqualTo("EUR");
        assertThat(funding.path("totals").path(0).path("amount").textValue()).isEqualTo("5");
        assertThat(funding.path("totals").path(0).path("approximate").booleanValue()).isTrue();
        assertThat(funding.path("totals").path(1).path("amount").textValue())
                .isEqualTo("3000000.5");
        assertThat(funding.path("totals").path(1).path("facts")).hasSize(2);
        assertThat(funding.path("lastRound").path("round").textValue()).isEqualTo("grant");
    }

    @Test
    void a_target_is_no_valuation() {
        ObjectNode state =
                state(
                        Said.at(1, new Valued(usd("6"), null), "2023"),
                        Said.at(2, new Valued(usd("100"), ValuationKind.TARGET), "2024"));

        assertThat(state.path("valuation").path("money").path("amount").textValue()).isEqualTo("6");
    }

    @Test
    void a_departure_ends_what_the_person_held_under_that_title_and_no_more() {
        ObjectNode state =
                state(
                        Said.at(1, appointed("Ada", "Chief executive"), "2020"),
                        Said.at(2, appointed("ADA", "Chair of the board"), "2021"),
                        Said.at(3, departed("Ada", "chief executive"), "2022"));

        assertThat(state.path("people").findValuesAsText("current"))
                .containsExactly("false", "true");
        assertThat(state.path("people").path(0).path("until").path("edtf").textValue())
                .isEqualTo("2022");
        assertThat(state.path("people").path(0).path("facts")).hasSize(2);
    }

    @Test
    void an_office_opened_again_after_it_closed_is_another_one() {
        ObjectNode state =
                state(
                        Said.at(1, new OfficeOpened(place("Oslo", "NO"), null), "2020"),
                        Said.at(2, new OfficeClosed(place("oslo", "NO"), null), "2022"),
                        Said.at(3, new OfficeOpened(place("Oslo", "NO"), null), "2024"));

        assertThat(state.path("offices").findValuesAsText("current"))
                .containsExactly("false", "true");
    }

    @Test
    void a_product_discontinued_without_a_version_ends_all_its_versions() {
        ObjectNode state =
                state(
                        Said.at(1, new Launched("Large", "1"), "2023"),
                        Said.at(2, new Launched("Large", "2"), "2024"),
                        Said.at(3, new Launched("Small", null), "2024"),
                        Said.at(4, new Discontinued("large", null), "2025"));

        assertThat(state.path("products").findValuesAsText("current"))
                .containsExactly("false", "false", "true");
    }

    @Test
    void a_company_that_was_bought_names_its_buyer() {
        Said bought = Said.at(1, new Acquired(company("ibm"), null, null), "2024");
        ObjectNode state = state(bought);

        assertThat(state.path("status").textValue()).isEqualTo("acquired");
        assertThat(state.path("ended").path("acquirer").path("company").textValue())
                .isEqualTo("ibm");
        assertThat(state.path("ended").path("facts").path(0).textValue())
                .isEqualTo(bought.id().toString());
    }

    @Test
    void who_survives_a_merger_stays_active() {
        ObjectNode survivor =
                state(Said.at(1, new Merged(company("ibm"), company("mistral-ai")), "2024"));
        ObjectNode other = state(Said.at(1, new Merged(company("ibm"), company("ibm")), "2024"));

        assertThat(survivor.path("status").textValue()).isEqualTo("active");
        assertThat(other.path("status").textValue()).isEqualTo("merged");
    }

    @Test
    void a_fact_of_another_company_that_names_it_counts_for_both() {
        List<Fact> facts =
                fold(
                        Said.at(1, new Acquired(company("ibm"), null, null), "2024"),
                        Said.at(
                                2,
                                new Contracted(List.of(company("ibm")), null, null, null),
                                "2023"));

        ObjectNode ibm = CompanyState.of(new CompanyId("ibm"), "IBM", facts);

        assertThat(ibm.path("status").textValue()).isEqualTo("active");
        assertThat(ibm.path("acquisitions").path(0).path("company").textValue())
                .isEqualTo("mistral-ai");
        assertThat(ibm.path("suppliers").path(0).path("company").textValue())
                .isEqualTo("mistral-ai");
        assertThat(ibm.path("customers")).isEmpty();
    }

    @Test
    void a_company_whose_founding_is_only_planned_is_planned() {
        CompanySummary summary =
                CompanySummary.of(
                        MISTRAL,
                        "Mistral AI",
                        fold(Said.at(1, new Founded(List.of(), null), "2030").as(Status.PLANNED)));

        assertThat(summary.status()).isEqualTo("planned");
    }

    @Test
    void the_country_is_that_of_the_seat_else_of_the_founding() {
        Said founded = Said.at(1, new Founded(List.of(), place("Paris", "FR")), "2020");
        Said moved = Said.at(2, new Relocated(place("Menlo Park", "US"), null), "2024");

        assertThat(CompanySummary.of(MISTRAL, null, fold(founded)).country()).isEqualTo("FR");
        assertThat(CompanySummary.of(MISTRAL, null, fold(founded, moved)).country())
                .isEqualTo("US");
    }

    private static Funded funded(Round round, @Nullable Money money) {
        return new Funded(round, money, List.of(), null, null);
    }

    private static Money between(String low, String high, String currency) {
        return new Money(
                null,
                new Currency(currency),
                null,
                new BigDecimal(low),
                new BigDecimal(high),
                null);
    }

    private static Money undisclosed() {
        return new Money(null, null, null, null, null, false);
    }

    private static Appointed appointed(String person, String title) {
        return new Appointed(person, title, null, null, null);
    }

    private static Departed departed(String person, String title) {
        return new Departed(person, title, null, null, null);
    }

    private static ObjectNode state(Said... claims) {
        return CompanyState.of(MISTRAL, "Mistral AI", fold(claims));
    }

    private static List<Fact> fold(Said... claims) {
        return Fold.timeline(Stream.of(claims).map(Said::recorded).toList(), Policy.DEFAULT_1);
    }
}
