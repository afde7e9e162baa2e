package org.companytimeline.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.companytimeline.model.Said.place;
import static org.companytimeline.model.Said.source;

import java.util.List;
import java.util.stream.Stream;
import org.companytimeline.event.CompanyEvent.Confirmed;
import org.companytimeline.event.CompanyEvent.Disputed;
import org.companytimeline.event.CompanyEvent.Founded;
import org.companytimeline.event.CompanyEvent.Partnered;
import org.companytimeline.event.CompanyEvent.Relocated;
import org.companytimeline.event.CompanyId;
import org.companytimeline.event.Partner;
import org.companytimeline.event.SourceKind;
import org.companytimeline.event.Status;
import org.junit.jupiter.api.Test;

/// What annotations do to facts (ADR 0010).
class AnnotatedFactsTest {

    private static final String OTHER = "https://other.example";
    private static final Founded FOUNDED = new Founded(List.of(), null);
    private static final Relocated TO_MENLO_PARK =
            new Relocated(place("Menlo Park", "US"), null, null);

    @Test
    void retracting_the_claim_in_conflict_leaves_the_fact_as_it_was_to_the_byte() {
        Said first = Said.at(1, FOUNDED, "2023");
        Said second = Said.at(2, FOUNDED, "2022").by(OTHER);
        Said retraction = Said.retracts(3, second).by(OTHER);

        Fact after = only(first, second, retraction);

        assertThat(only(first, second).conflicts()).hasSize(1);
        assertThat(FactJson.write(after)).isEqualTo(FactJson.write(only(first)));
    }

    @Test
    void a_fact_without_a_claim_left_is_retracted_and_shows_what_was_said() {
        Said claim = Said.at(1, TO_MENLO_PARK, "2024");
        Said retraction = Said.retracts(2, claim);

        Fact fact = only(claim, retraction);

        assertThat(fact.isRetracted()).isTrue();
        assertThat(fact.holds()).isFalse();
        assertThat(fact.status()).isEqualTo("retracted");
        assertThat(fact.claims()).containsExactly(claim.recorded());
    }

    @Test
    void a_fact_keeps_its_id_when_its_first_claim_is_corrected_or_retracted() {
        Said first = Said.at(1, FOUNDED, "2023");
        Said second = Said.at(2, FOUNDED, "2023-04").by(OTHER);
        Said correction = Said.corrects(3, first, "{\"when\": \"2023-05\"}");
        Said retraction = Said.retracts(4, first);

        assertThat(only(first, second, correction).id()).isEqualTo(first.id());
        assertThat(only(first, second, retraction).id()).isEqualTo(first.id());
        assertThat(ids(only(first, second, retraction))).containsExactly(second.id().toString());
    }

    @Test
    void a_correction_of_the_key_takes_the_claim_to_another_fact_under_the_same_id() {
        Said wrong = Said.at(1, new Relocated(place("Palo Alto", "US"), null, null), "2024");
        Said right = Said.at(2, TO_MENLO_PARK, "2024").by(OTHER);
        Said correction =
                Said.corrects(3, wrong, "{\"details\": {\"to\": {\"city\": \"Menlo Park\"}}}");

        Fact fact = only(wrong, right, correction);

        assertThat(fact.id()).isEqualTo(wrong.id());
        assertThat(ids(fact)).containsExactly(right.id().toString(), correction.id().toString());
    }

    @Test
    void a_company_that_a_correction_takes_out_loses_the_fact_and_one_it_brings_in_gets_it() {
        Said claim = Said.at(1, new Partnered(List.of(partner("microsoft")), null, null), "2024");
        Said correction =
                Said.corrects(
                        2, claim, "{\"details\": {\"partners\": [{\"company\": \"google\"}]}}");

        Fact fact = only(claim, correction);

        assertThat(fact.companies())
                .containsExactly(new CompanyId("google"), new CompanyId("mistral-ai"));
    }

    @Test
    void a_thread_lies_under_the_key_of_the_first_claim_that_stands() {
        Said wrong =
                Said.at(1, new Relocated(place("Palo Alto", "US"), null, null), "2024")
                        .inThread("hq");
        Said right = Said.at(2, TO_MENLO_PARK, "2024").inThread("hq");
        Said other = Said.at(3, TO_MENLO_PARK, "2024").by(OTHER);
        Said retraction = Said.retracts(4, wrong);

        assertThat(fold(wrong, right, other)).hasSize(2);
        assertThat(only(wrong, right, other, retraction).id()).isEqualTo(wrong.id());
        assertThat(ids(only(wrong, right, other, retraction)))
                .containsExactly(right.id().toString(), other.id().toString());
    }

    @Test
    void a_confirmation_lends_the_claim_its_sources_and_leaves_its_status() {
        Said press = Said.at(1, FOUNDED, "2022");
        Said rival = Said.at(2, FOUNDED, "2023").by(OTHER);
        Said confirmation =
                Said.at(3, new Confirmed(press.id(), null), "2025")
                        .by("https://registry.example")
                        .from(source("Register", SourceKind.REGISTRY));

        Fact fact = only(press, rival, confirmation);

        assertThat(only(press, rival).leading()).isEqualTo(rival.recorded());
        assertThat(fact.leading()).isEqualTo(press.recorded());
        assertThat(fact.status()).isEqualTo("reported");
    }

    @Test
    void a_dispute_is_a_conflict_on_the_claim_and_changes_nothing_else() {
        Said claim = Said.at(1, FOUNDED, "2023");
        Said dispute = Said.at(2, new Disputed(claim.id(), "no"), "2025").by(OTHER);

        Fact fact = only(claim, dispute);

        assertThat(fact.leading()).isEqualTo(claim.recorded());
        assertThat(fact.conflicts())
                .singleElement()
                .satisfies(conflict -> {
                    assertThat(conflict.field()).isEqualTo("claim");
                    assertThat(conflict.rule()).isEqualTo("default@1");
                    assertThat(conflict.values())
                            .extracting(value -> value.value().textValue() + value.events())
                            .containsExactly(
                                    "stated[" + claim.id() + "]", "disputed[" + dispute.id() + "]");
                });
    }

    @Test
    void a_retracted_claim_joins_a_fact_and_shapes_nothing_in_it() {
        Said vague = Said.at(1, TO_MENLO_PARK, "2024");
        Said exact = Said.at(2, TO_MENLO_PARK, "2024-11").by(OTHER);
        Said later = Said.at(3, TO_MENLO_PARK, "2024-02-29").by(OTHER);
        Said retraction = Said.retracts(4, later).by(OTHER);

        List<Fact> facts = fold(vague, exact, later, retraction);

        assertThat(facts)
                .filteredOn(fact -> !fact.isRetracted())
                .singleElement()
                .satisfies(fact ->
                        assertThat(ids(fact))
                                .containsExactly(vague.id().toString(), exact.id().toString()));
        assertThat(facts)
                .filteredOn(Fact::isRetracted)
                .singleElement()
                .satisfies(fact -> assertThat(fact.id()).isEqualTo(later.id()));
    }

    @Test
    void the_registry_leads_under_registry_first_and_the_last_word_under_newest() {
        Said confirmed = Said.at(1, FOUNDED, "2023").as(Status.CONFIRMED);
        Said registry =
                Said.at(2, FOUNDED, "2022").by(OTHER).from(source("R", SourceKind.REGISTRY));
        Said last = Said.at(3, FOUNDED, "2021").from(source("S", SourceKind.SOCIAL));
        Said denial = Said.at(4, FOUNDED, "2021").as(Status.DENIED).by(OTHER);
        List<Said> all = List.of(confirmed, registry, last, denial);

        assertThat(leading(all, Policy.DEFAULT_1)).isEqualTo(confirmed.recorded());
        assertThat(leading(all, Policy.REGISTRY_FIRST_1)).isEqualTo(registry.recorded());
        assertThat(leading(all, Policy.NEWEST_1)).isEqualTo(last.recorded());
    }

    private static Object leading(List<Said> said, Policy policy) {
        return Fold.timeline(said.stream().map(Said::recorded).toList(), policy)
                .getFirst()
                .leading();
    }

    private static Partner partner(String id) {
        return new Partner(null, new CompanyId(id), null);
    }

    private static List<Fact> fold(Said... said) {
        return Fold.timeline(Stream.of(said).map(Said::recorded).toList(), Policy.DEFAULT_1);
    }

    private static Fact only(Said... said) {
        assertThat(fold(said)).hasSize(1);
        return fold(said).getFirst();
    }

    private static List<String> ids(Fact fact) {
        return fact.claims().stream().map(claim -> claim.event().id().toString()).toList();
    }
}
