package org.companytimeline.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.companytimeline.event.OfficeKind.CAMPUS;
import static org.companytimeline.event.OfficeKind.LAB;
import static org.companytimeline.model.Said.company;
import static org.companytimeline.model.Said.place;
import static org.companytimeline.model.Said.usd;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.time.LocalDate;
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
import org.companytimeline.event.CompanyEvent.Identified;
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
import org.companytimeline.event.IdentifierScheme;
import org.companytimeline.event.Money;
import org.companytimeline.event.Round;
import org.companytimeline.event.SeatKind;
import org.companytimeline.event.Status;
import org.companytimeline.event.ValuationKind;
import org.companytimeline.event.edtf.Edtf;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class CompanyStateTest {

    private static final CompanyId MISTRAL = new CompanyId("mistral-ai");

    @Test
    void a_company_nobody_spoke_of_is_its_id() {
        ObjectNode state = CompanyState.of(MISTRAL, null, List.of(), null);

        assertThat(state.path("id").textValue()).isEqualTo("mistral-ai");
        assertThat(state.path("name").textValue()).isEqualTo("mistral-ai");
        assertThat(state.path("status").textValue()).isEqualTo("active");
        assertThat(state.has("founded")).isFalse();
    }

    @Test
    void a_value_is_as_sure_as_its_fact() {
        Said founded = Said.at(1, new Founded(List.of(), null), "2020");
        Said other = Said.at(2, new Founded(List.of(), null), "2022");

        assertThat(certainty(null, founded)).isEqualTo("reported");
        assertThat(certainty(null, founded.as(Status.CONFIRMED))).isEqualTo("confirmed");
        assertThat(certainty(null, founded.as(Status.CONFIRMED), other)).isEqualTo("disputed");
        assertThat(certainty("2020-12-31", founded)).isEqualTo("reported");
        assertThat(certainty("2020-12-30", founded)).isEqualTo("possible");
        assertThat(certainty("2022", founded.as(Status.CONFIRMED), other)).isEqualTo("disputed");
    }

    @Test
    void what_may_have_happened_any_time_since_is_only_possible_on_a_day() {
        Said founded = Said.at(1, new Founded(List.of(), null), "2020/..");

        assertThat(certainty("2030-01-01", founded)).isEqualTo("possible");
        assertThat(certainty(null, founded)).isEqualTo("reported");
    }

    @Test
    void a_value_is_as_sure_as_the_least_sure_of_its_facts() {
        ObjectNode state =
                state(
                        Said.at(1, appointed("Ada", "Chair"), "2020").as(Status.CONFIRMED),
                        Said.at(2, departed("Ada", "Chair"), "2022"));

        assertThat(state.path("people").path(0).path("certainty").textValue())
                .isEqualTo("reported");
    }

    @Test
    void names_tell_their_kind_and_since_and_until_when() {
        ObjectNode state =
                state(
                        Said.at(1, new Renamed("Third", null), "2024"),
                        Said.at(2, new Renamed("Second", "First"), "2023"),
                        Said.at(3, new Identified(IdentifierScheme.ALIAS, "Nick", null), "2020"),
                        Said.at(4, new Identified(IdentifierScheme.ALIAS, "first", null), "2020"));

        JsonNode names = state.path("names");

        assertThat(names.findValuesAsText("name"))
                .containsExactly("Third", "Second", "First", "Nick", "Mistral AI");
        assertThat(names.findValuesAsText("kind"))
                .containsExactly("current", "former", "former", "alias", "given");
        assertThat(names.path(0).path("since").path("edtf").textValue()).isEqualTo("2024");
        assertThat(names.path(1).path("since").path("edtf").textValue()).isEqualTo("2023");
        assertThat(names.path(1).path("until").path("edtf").textValue()).isEqualTo("2024");
        assertThat(names.path(2).path("until").path("edtf").textValue()).isEqualTo("2023");
        assertThat(names.path(2).has("since")).isFalse();
        assertThat(names.path(4).path("facts")).isEmpty();
        assertThat(names.path(4).has("certainty")).isFalse();
    }

    @Test
    void a_rename_to_the_name_that_it_has_begins_nothing() {
        ObjectNode state =
                state(
                        Said.at(1, new Renamed("Second", "First"), "2023"),
                        Said.at(2, new Renamed("second", "First"), "2024"));

        assertThat(state.path("name").textValue()).isEqualTo("second");
        assertThat(state.path("names").findValuesAsText("name"))
                .containsExactly("second", "First", "Mistral AI");
        assertThat(state.path("names").path(0).path("since").path("edtf").textValue())
                .isEqualTo("2023");
        assertThat(state.path("names").path(0).path("facts")).hasSize(2);
    }

    @Test
    void former_names_that_share_words_are_all_told() {
        ObjectNode state =
                state(
                        Said.at(1, new Renamed("New", "Acme Fund"), "2023").inThread("a"),
                        Said.at(2, new Renamed("New", "Acme Value Fund"), "2023").inThread("b"));

        assertThat(state.path("names").findValuesAsText("name"))
                .containsExactlyInAnyOrder("New", "Acme Fund", "Acme Value Fund", "Mistral AI");
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
        Said moved = Said.at(2, new Relocated(place("Menlo Park", "US"), null, null), "2024");
        ObjectNode state =
                state(moved, Said.at(1, new Founded(List.of(), place("Paris", "FR")), "2020"));

        JsonNode seat = state.path("headquarters");

        assertThat(seat.path("place").path("city").textValue()).isEqualTo("Menlo Park");
        assertThat(seat.path("facts").path(0).textValue()).isEqualTo(moved.id().toString());
        assertThat(seat.path("history").findValuesAsText("city"))
                .containsExactly("Paris", "Menlo Park");
    }

    @Test
    void a_seat_lasts_until_the_next_move_and_where_it_came_from_is_told_too() {
        ObjectNode state =
                state(
                        Said.at(
                                1,
                                new Relocated(place("Oslo", "NO"), place("Bern", "CH"), null),
                                "2021"),
                        Said.at(
                                2,
                                new Relocated(place("Rome", "IT"), place(null, "NO"), null),
                                "2023"));

        JsonNode history = state.path("headquarters").path("history");

        assertThat(history.findValuesAsText("city")).containsExactly("Bern", "Oslo", "Rome");
        assertThat(history.path(0).has("since")).isFalse();
        assertThat(history.path(0).path("until").path("edtf").textValue()).isEqualTo("2021");
        assertThat(history.path(1).path("since").path("edtf").textValue()).isEqualTo("2021");
        assertThat(history.path(1).path("until").path("edtf").textValue()).isEqualTo("2023");
        assertThat(history.path(2).has("until")).isFalse();
    }

    @Test
    void a_founding_place_comes_before_any_move_whatever_its_date() {
        ObjectNode state =
                state(
                        Said.at(1, new Relocated(place("Oslo", "NO"), null, null), "2021"),
                        Said.at(2, new Founded(List.of(), place("Bern", "CH")), "2022"));

        assertThat(state.path("headquarters").path("place").path("city").textValue())
                .isEqualTo("Oslo");
    }

    @Test
    void a_registered_office_moves_by_itself() {
        ObjectNode state =
                state(
                        Said.at(1, new Relocated(place("Oslo", "NO"), null, null), "2021"),
                        Said.at(
                                2,
                                new Relocated(
                                        place("Bern", "CH"), null, SeatKind.REGISTERED_OFFICE),
                                "2022"));

        assertThat(state.path("headquarters").path("history").findValuesAsText("city"))
                .containsExactly("Oslo");
        assertThat(state.path("registeredOffice").path("history").findValuesAsText("city"))
                .containsExactly("Bern");
    }

    @ParameterizedTest
    @EnumSource(names = {"RUMOURED", "PLANNED", "DENIED", "CANCELLED"})
    void what_did_not_happen_changes_nothing(Status status) {
        ObjectNode state =
                state(
                        Said.at(1, new Founded(List.of(), place("Paris", "FR")), "2020"),
                        Said.at(2, new Relocated(place("Berlin", "DE"), null, null), "2024")
                                .as(status),
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
        assertThat(funding.path("totals").path(0).has("amount")).isFalse();
        assertThat(funding.path("totals").path(0).path("min").textValue()).isEqualTo("5");
        assertThat(funding.path("totals").path(0).path("max").textValue()).isEqualTo("7");
        assertThat(funding.path("totals").path(1).path("amount").textValue())
                .isEqualTo("3000000.5");
        assertThat(funding.path("totals").path(1).path("facts")).hasSize(2);
        assertThat(funding.path("lastRound").path("round").textValue()).isEqualTo("grant");
    }

    @Test
    void a_total_with_a_round_that_is_open_above_has_no_most() {
        Money atLeast = new Money(null, new Currency("USD"), null, new BigDecimal("4"), null, null);
        ObjectNode state =
                state(
                        Said.at(1, funded(Round.SEED, usd("1")), "2021"),
                        Said.at(2, funded(Round.SERIES_A, atLeast), "2022"));

        JsonNode total = state.path("funding").path("totals").path(0);

        assertThat(total.path("min").textValue()).isEqualTo("5");
        assertThat(total.has("max")).isFalse();
        assertThat(total.has("amount")).isFalse();
    }

    @Test
    void a_round_that_two_report_counts_once() {
        ObjectNode state =
                state(
                        Said.at(1, funded(Round.SEED, usd("1000000")), "2021-03-01"),
                        Said.at(2, funded(Round.SEED, usd("1040000")), "2021-03-04"));

        JsonNode funding = state.path("funding");

        assertThat(funding.path("rounds").intValue()).isEqualTo(1);
        assertThat(funding.path("totals").path(0).path("amount").textValue()).isEqualTo("1040000");
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
    void a_departure_of_a_vague_date_ends_what_may_have_begun_before() {
        ObjectNode state =
                state(
                        Said.at(1, appointed("Ada", "Chair"), "2024-06"),
                        Said.at(2, departed("Ada", "Chair"), "2024"));

        assertThat(state.path("people").findValuesAsText("current")).containsExactly("false");
    }

    @Test
    void a_departure_ends_what_precedes_it_before_what_may() {
        ObjectNode state =
                state(
                        Said.at(1, appointed("Ada", "Chair"), "2020"),
                        Said.at(2, departed("Ada", "Chair"), "2024"),
                        Said.at(3, appointed("Ada", "Chair"), "2024-06"));

        assertThat(state.path("people").findValuesAsText("current"))
                .containsExactly("false", "true");
    }

    @Test
    void an_end_without_a_beginning_is_a_spell_of_unknown_beginning() {
        ObjectNode state =
                state(
                        Said.at(1, departed("Ada", "Chair"), "2020"),
                        Said.at(2, appointed("Ada", "Chair"), "2021"));

        JsonNode people = state.path("people");

        assertThat(people.findValuesAsText("current")).containsExactly("false", "true");
        assertThat(people.path(0).path("title").textValue()).isEqualTo("Chair");
        assertThat(people.path(0).has("since")).isFalse();
        assertThat(people.path(0).path("until").path("edtf").textValue()).isEqualTo("2020");
        assertThat(people.path(1).has("until")).isFalse();
    }

    @Test
    void a_departure_from_the_chair_leaves_the_chief_executive_in_office() {
        ObjectNode state =
                state(
                        Said.at(1, appointed("Ada", "Chairman and CEO"), "2010"),
                        Said.at(2, departed("Ada", "Chairman"), "2020"));

        assertThat(state.path("chiefExecutives").findValuesAsText("title"))
                .containsExactly("Chairman and CEO");
        assertThat(state.path("people").findValuesAsText("current"))
                .containsExactly("true", "false");
    }

    @Test
    void a_chief_executive_who_leaves_keeps_the_office_of_a_region() {
        ObjectNode state =
                state(
                        Said.at(1, appointed("Ada", "CEO, Asia"), "2010"),
                        Said.at(2, appointed("Ada", "PDG"), "2012"),
                        Said.at(3, departed("Ada", "CEO"), "2020"));

        assertThat(state.path("people").findValuesAsText("current"))
                .containsExactly("true", "false");
    }

    @Test
    void a_departure_with_a_scope_ends_what_has_that_scope_alone() {
        ObjectNode state =
                state(
                        Said.at(1, appointed("Ada", "CEO", "Europe"), "2010"),
                        Said.at(2, appointed("Ada", "CEO", "Asia"), "2012"),
                        Said.at(3, appointed("Ada", "CEO"), "2015"),
                        Said.at(4, departed("Ada", "Chief executive", "europe"), "2016"));

        assertThat(state.path("people").findValuesAsText("current"))
                .containsExactly("false", "true", "true");
        assertThat(state.path("chiefExecutives").findValuesAsText("title")).containsExactly("CEO");
    }

    @Test
    void a_departure_without_a_scope_ends_what_has_none() {
        ObjectNode state =
                state(
                        Said.at(1, appointed("Ada", "CEO", "Europe"), "2010"),
                        Said.at(2, appointed("Ada", "CEO"), "2015"),
                        Said.at(3, departed("Ada", "CEO"), "2016"));

        assertThat(state.path("people").findValuesAsText("current"))
                .containsExactly("true", "false");
    }

    @Test
    void a_departure_without_a_scope_ends_what_has_one_where_nothing_else_is_open() {
        ObjectNode state =
                state(
                        Said.at(1, appointed("Ada", "CEO", "Europe"), "2010"),
                        Said.at(2, departed("Ada", "CEO"), "2016"));

        assertThat(state.path("people").findValuesAsText("current")).containsExactly("false");
    }

    @Test
    void chief_executives_are_those_who_were_appointed_and_did_not_leave() {
        ObjectNode state =
                state(
                        Said.at(1, appointed("Ada", "PDG"), "2020"),
                        Said.at(2, appointed("Bob", "Co-founder and chief executive"), "2021"),
                        Said.at(3, appointed("Eve", "CEO"), "2021"),
                        Said.at(4, appointed("Zoe", "General manager"), "2021"),
                        Said.at(5, departed("Ada", "Chief executive officer"), "2022"));

        assertThat(state.path("chiefExecutives").findValuesAsText("person"))
                .containsExactlyInAnyOrder("Bob", "Eve");
        assertThat(state.path("people").findValuesAsText("role"))
                .containsExactly("chief-executive", "chief-executive", "chief-executive");
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
    void an_office_in_a_city_of_the_same_name_elsewhere_stays_open() {
        ObjectNode state =
                state(
                        Said.at(1, new OfficeOpened(place("Cambridge", "GB"), null), "2020"),
                        Said.at(2, new OfficeClosed(place("Cambridge", "US"), null), "2022"));

        assertThat(state.path("offices").findValuesAsText("country")).containsExactly("GB", "US");
        assertThat(state.path("offices").findValuesAsText("current"))
                .containsExactly("true", "false");
    }

    @Test
    void closing_an_office_of_a_kind_leaves_those_of_other_kinds_open() {
        ObjectNode state =
                state(
                        Said.at(1, new OfficeOpened(place("Paris", "FR"), CAMPUS), "2018"),
                        Said.at(2, new OfficeOpened(place("Paris", "FR"), LAB), "2020"),
                        Said.at(3, new OfficeOpened(place("Paris", "FR"), null), "2021"),
                        Said.at(4, new OfficeClosed(place("Paris", "FR"), LAB), "2022"));

        assertThat(state.path("offices").findValuesAsText("current"))
                .containsExactly("true", "false", "false");
    }

    @Test
    void closing_an_office_of_no_kind_ends_all_of_the_place() {
        ObjectNode state =
                state(
                        Said.at(1, new OfficeOpened(place("Paris", "FR"), CAMPUS), "2018"),
                        Said.at(2, new OfficeOpened(place("Paris", "FR"), LAB), "2020"),
                        Said.at(3, new OfficeClosed(place("Paris", "FR"), null), "2022"));

        assertThat(state.path("offices").findValuesAsText("current"))
                .containsExactly("false", "false");
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
        assertThat(state.path("ended").path("type").textValue()).isEqualTo("acquired");
        assertThat(state.path("ended").path("certainty").textValue()).isEqualTo("reported");
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

        ObjectNode ibm = CompanyState.of(new CompanyId("ibm"), "IBM", facts, null);

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
    void a_company_whose_founding_is_only_rumoured_is_not_planned() {
        ObjectNode state =
                state(Said.at(1, new Founded(List.of(), null), "2030").as(Status.RUMOURED));

        assertThat(state.path("status").textValue()).isEqualTo("active");
        assertThat(state.has("planned")).isFalse();
    }

    @Test
    void what_plans_a_company_is_told_until_it_is_founded() {
        Said planned = Said.at(1, new Founded(List.of(), null), "2030").as(Status.PLANNED);
        Said founded = Said.at(2, new Founded(List.of(), null), "2030");

        assertThat(state(planned).path("planned").path("when").path("edtf").textValue())
                .isEqualTo("2030");
        assertThat(state(planned).path("planned").path("facts").path(0).textValue())
                .isEqualTo(planned.id().toString());
        assertThat(state(planned, founded).has("planned")).isFalse();
    }

    @Test
    void the_country_is_not_that_of_the_registered_office() {
        Said moved = Said.at(1, new Relocated(place("Rome", "IT"), null, null), "2020");
        Said registered =
                Said.at(
                        2,
                        new Relocated(place("Bern", "CH"), null, SeatKind.REGISTERED_OFFICE),
                        "2024");

        assertThat(CompanySummary.of(MISTRAL, null, fold(moved, registered)).country())
                .isEqualTo("IT");
    }

    @Test
    void the_country_is_that_of_the_seat_else_of_the_founding() {
        Said founded = Said.at(1, new Founded(List.of(), place("Paris", "FR")), "2020");
        Said moved = Said.at(2, new Relocated(place("Menlo Park", "US"), null, null), "2024");

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

    private static Appointed appointed(String person, String title, String scope) {
        return new Appointed(person, title, null, scope, null);
    }

    private static Departed departed(String person, String title) {
        return new Departed(person, title, null, null, null);
    }

    private static Departed departed(String person, String title, String scope) {
        return new Departed(person, title, null, scope, null);
    }

    /// How sure its founding is.
    private static String certainty(@Nullable String asOf, Said... claims) {
        LocalDate day = asOf == null ? null : Edtf.parse(asOf).latest().orElseThrow();
        ObjectNode state = CompanyState.of(MISTRAL, null, fold(claims), day);
        return state.path("founded").path("certainty").asText();
    }

    private static ObjectNode state(Said... claims) {
        return CompanyState.of(MISTRAL, "Mistral AI", fold(claims), null);
    }

    private static List<Fact> fold(Said... claims) {
        return Fold.timeline(Stream.of(claims).map(Said::recorded).toList(), Policy.DEFAULT_1);
    }
}
