package org.companytimeline.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.companytimeline.model.Said.corrects;
import static org.companytimeline.model.Said.retracts;

import java.util.List;
import java.util.stream.Stream;
import org.companytimeline.event.CompanyEvent.Confirmed;
import org.companytimeline.event.CompanyEvent.Disputed;
import org.companytimeline.event.CompanyEvent.Relocated;
import org.companytimeline.event.RecordedEvent;
import org.companytimeline.model.Part.Effect;
import org.companytimeline.model.Part.Reason;
import org.junit.jupiter.api.Test;

/// What a claim comes to, rule by rule of ADR 0010.
class LineageTest {

    private static final String OTHER = "https://stranger.example";
    private static final Said CLAIM = at(10);

    @Test
    void a_claim_without_annotations_is_its_own_head() {
        Lineage lineage = lineage(CLAIM);

        assertThat(lineage.head()).isEqualTo(CLAIM.recorded());
        assertThat(lineage.isRetracted()).isFalse();
        assertThat(effects(lineage)).containsExactly(Effect.CLAIMS);
    }

    @Test
    void a_correction_is_the_new_claim_under_its_own_id_and_position() {
        Said correction =
                corrects(
                        20,
                        CLAIM,
                        "{\"when\": \"2025-02\", \"details\": {\"to\": {\"city\": \"Lyon\"}}}");

        Lineage lineage = lineage(CLAIM, correction);

        RecordedEvent head = lineage.head();
        assertThat(head.event().id()).isEqualTo(correction.id());
        assertThat(head.position()).isEqualTo(correction.recorded().position());
        assertThat(String.valueOf(head.event().when())).contains("2025-02");
        assertThat(((Relocated) head.event().details()).to().city()).isEqualTo("Lyon");
        assertThat(head.event().sources()).isEqualTo(correction.sources());
        assertThat(lineage.corrected()).isEqualTo(CLAIM.id());
        assertThat(reasons(lineage)).containsExactly(Reason.CORRECTED, Reason.NONE);
    }

    @Test
    void a_correction_counts_when_it_is_recorded_before_its_claim() {
        Said early = corrects(5, CLAIM, "{\"when\": \"2025-02\"}");

        Lineage lineage = lineage(CLAIM, early);

        assertThat(lineage.head().event().id()).isEqualTo(early.id());
        assertThat(lineage.id()).isEqualTo(CLAIM.id());
    }

    @Test
    void of_several_corrections_the_last_recorded_stands() {
        Said first = corrects(20, CLAIM, "{\"when\": \"2025-02\"}");
        Said second = corrects(21, CLAIM, "{\"status\": \"confirmed\"}");

        Lineage lineage = lineage(CLAIM, first, second);

        assertThat(lineage.head().event().id()).isEqualTo(second.id());
        assertThat(String.valueOf(lineage.head().event().when())).contains("2024");
        assertThat(reasons(lineage))
                .containsExactly(Reason.CORRECTED, Reason.SUPERSEDED, Reason.NONE);
    }

    @Test
    void a_correction_of_a_correction_says_what_both_say() {
        Said first = corrects(20, CLAIM, "{\"when\": \"2025-02\"}");
        Said second = corrects(21, first, "{\"status\": \"confirmed\"}");

        Lineage lineage = lineage(CLAIM, first, second);

        assertThat(lineage.head().event().id()).isEqualTo(second.id());
        assertThat(String.valueOf(lineage.head().event().when())).contains("2025-02");
    }

    @Test
    void a_retracted_correction_brings_back_what_it_corrected() {
        Said correction = corrects(20, CLAIM, "{\"when\": \"2025-02\"}");

        Lineage lineage = lineage(CLAIM, correction, retracts(21, correction));

        assertThat(lineage.head()).isEqualTo(CLAIM.recorded());
        assertThat(lineage.isRetracted()).isFalse();
        assertThat(reasons(lineage)).containsExactly(Reason.NONE, Reason.RETRACTED, Reason.NONE);
    }

    @Test
    void a_correction_of_a_retracted_claim_stands() {
        Said correction = corrects(21, CLAIM, "{\"when\": \"2025-02\"}");

        Lineage lineage = lineage(CLAIM, retracts(20, CLAIM), correction);

        assertThat(lineage.head().event().id()).isEqualTo(correction.id());
        assertThat(lineage.isRetracted()).isFalse();
    }

    @Test
    void a_claim_is_withdrawn_altogether_when_it_and_its_correction_are_retracted() {
        Said correction = corrects(20, CLAIM, "{\"when\": \"2025-02\"}");

        Lineage lineage = lineage(CLAIM, correction, retracts(21, correction), retracts(22, CLAIM));

        assertThat(lineage.isRetracted()).isTrue();
        assertThat(lineage.head()).isEqualTo(CLAIM.recorded());
    }

    @Test
    void the_correction_of_a_retracted_correction_keeps_the_claim_corrected() {
        Said first = corrects(20, CLAIM, "{\"when\": \"2025-02\"}");
        Said second = corrects(21, first, "{\"when\": \"2025-03\"}");

        Lineage lineage = lineage(CLAIM, first, second, retracts(22, first));

        assertThat(lineage.head().event().id()).isEqualTo(second.id());
        assertThat(lineage.isRetracted()).isFalse();
    }

    @Test
    void a_change_that_does_not_fit_has_no_effect() {
        Said correction = corrects(20, CLAIM, "{\"details\": {\"to\": null}}");

        Lineage lineage = lineage(CLAIM, correction);

        assertThat(lineage.head()).isEqualTo(CLAIM.recorded());
        assertThat(lineage.parts().getLast().reason()).isEqualTo(Reason.UNFIT);
        assertThat(lineage.parts().getLast().faults()).isNotEmpty();
    }

    @Test
    void a_retraction_counts_when_it_is_recorded_before_its_claim() {
        Lineage lineage = lineage(CLAIM, retracts(5, CLAIM));

        assertThat(lineage.isRetracted()).isTrue();
    }

    @Test
    void a_retracted_retraction_has_no_effect_and_its_retraction_can_be_retracted() {
        Said first = retracts(20, CLAIM);
        Said second = retracts(21, first);
        Said third = retracts(22, second);

        assertThat(lineage(CLAIM, first, second).isRetracted()).isFalse();
        assertThat(lineage(CLAIM, first, second, third).isRetracted()).isTrue();
    }

    @Test
    void two_retractions_of_a_claim_must_both_be_retracted() {
        Said first = retracts(20, CLAIM);
        Said second = retracts(21, CLAIM);

        Lineage lineage = lineage(CLAIM, first, second, retracts(22, second));

        assertThat(lineage.isRetracted()).isTrue();
    }

    @Test
    void a_stranger_can_only_dispute() {
        Said retraction = retracts(20, CLAIM).by(OTHER);
        Said correction = corrects(21, CLAIM, "{\"when\": \"2025-02\"}").by(OTHER);

        Lineage lineage = lineage(CLAIM, retraction, correction);

        assertThat(lineage.head()).isEqualTo(CLAIM.recorded());
        assertThat(lineage.isRetracted()).isFalse();
        assertThat(lineage.disputes())
                .containsExactly(retraction.recorded(), correction.recorded());
        assertThat(reasons(lineage))
                .containsExactly(Reason.NONE, Reason.WITHOUT_AUTHORITY, Reason.WITHOUT_AUTHORITY);
    }

    @Test
    void a_stranger_cannot_undo_a_retraction() {
        Said retraction = retracts(20, CLAIM);
        Said stranger = retracts(21, retraction).by(OTHER);

        Lineage lineage = lineage(CLAIM, retraction, stranger);

        assertThat(lineage.isRetracted()).isTrue();
        assertThat(lineage.disputes()).isEmpty();
    }

    @Test
    void an_operator_can_retract_what_others_said() {
        Said retraction = retracts(20, CLAIM).by(OTHER).byOperator();

        Lineage lineage = lineage(CLAIM, retraction);

        assertThat(lineage.isRetracted()).isTrue();
    }

    @Test
    void confirmations_and_disputes_count_where_they_are_about_the_head() {
        Said correction = corrects(20, CLAIM, "{\"when\": \"2025-02\"}");
        Said ofClaim = Said.at(21, new Confirmed(CLAIM.id(), null), "2024");
        Said ofHead = Said.at(22, new Confirmed(correction.id(), null), "2024");
        Said dispute = Said.at(23, new Disputed(correction.id(), "no"), "2024").by(OTHER);

        Lineage lineage = lineage(CLAIM, correction, ofClaim, ofHead, dispute);

        assertThat(lineage.confirmations()).containsExactly(ofHead.recorded());
        assertThat(lineage.disputes()).containsExactly(dispute.recorded());
        assertThat(effects(lineage))
                .containsExactly(
                        Effect.NONE, Effect.CLAIMS, Effect.NONE, Effect.CONFIRMS, Effect.DISPUTES);
    }

    @Test
    void a_retracted_dispute_has_no_effect() {
        Said dispute = Said.at(20, new Disputed(CLAIM.id(), "no"), "2024").by(OTHER);

        Lineage lineage = lineage(CLAIM, dispute, retracts(21, dispute).by(OTHER));

        assertThat(lineage.disputes()).isEmpty();
    }

    @Test
    void an_annotation_of_an_annotation_counts_only_after_it() {
        Said retraction = retracts(20, CLAIM);
        Said before = retracts(5, retraction);

        Lineages lineages = Lineages.of(recorded(CLAIM, retraction, before));

        assertThat(lineages.lineages().getFirst().isRetracted()).isTrue();
        assertThat(lineages.adrift()).containsExactly(before.recorded());
    }

    @Test
    void an_annotation_of_itself_of_nothing_or_of_another_annotation_that_waits_drifts() {
        Said ofItself = retracts(20, CLAIM.at(20));
        Said ofNothing = retracts(21, CLAIM.at(99));
        Said ofThat = retracts(22, ofNothing);

        Lineages lineages = Lineages.of(recorded(CLAIM, ofItself, ofNothing, ofThat));

        assertThat(lineages.lineages().getFirst().isRetracted()).isFalse();
        assertThat(lineages.adrift())
                .containsExactlyElementsOf(recorded(ofItself, ofNothing, ofThat));
    }

    @Test
    void a_correction_of_another_annotation_has_no_effect() {
        Said retraction = retracts(20, CLAIM);
        Said correction = corrects(21, retraction, "{\"details\": {\"reason\": \"typo\"}}");

        Lineage lineage = lineage(CLAIM, retraction, correction);

        assertThat(lineage.isRetracted()).isTrue();
        assertThat(lineage.parts().getLast().reason()).isEqualTo(Reason.NO_CLAIM);
    }

    @Test
    void a_chain_of_a_hundred_thousand_retractions_is_settled() {
        Stream<Said> chain =
                Stream.iterate(11L, offset -> offset + 1)
                        .limit(100_000)
                        .map(offset -> retracts(offset, CLAIM.at(offset - 1)));

        Lineage lineage =
                Lineages.of(Stream.concat(Stream.of(CLAIM), chain).map(Said::recorded).toList())
                        .lineages()
                        .getFirst();

        assertThat(lineage.parts()).hasSize(100_001);
        assertThat(lineage.isRetracted()).isFalse();
    }

    private static Said at(long offset) {
        return Said.at(offset, new Relocated(Said.place("Paris", "FR"), null, null), "2024");
    }

    private static List<RecordedEvent> recorded(Said... events) {
        return Stream.of(events).map(Said::recorded).toList();
    }

    private static Lineage lineage(Said... events) {
        return Lineages.of(recorded(events)).lineages().getFirst();
    }

    private static List<Effect> effects(Lineage lineage) {
        return lineage.parts().stream().map(Part::effect).toList();
    }

    private static List<Reason> reasons(Lineage lineage) {
        return lineage.parts().stream().map(Part::reason).toList();
    }
}
