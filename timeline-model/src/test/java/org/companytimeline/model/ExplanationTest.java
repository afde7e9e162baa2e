package org.companytimeline.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.companytimeline.model.Said.place;
import static org.companytimeline.model.Said.source;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.companytimeline.event.CompanyEvent.Confirmed;
import org.companytimeline.event.CompanyEvent.Corrected;
import org.companytimeline.event.CompanyEvent.Disputed;
import org.companytimeline.event.CompanyEvent.Founded;
import org.companytimeline.event.CompanyEvent.Relocated;
import org.companytimeline.event.CompanyEvent.Retracted;
import org.companytimeline.event.RecordedEvent;
import org.companytimeline.event.Source;
import org.companytimeline.event.SourceKind;
import org.companytimeline.event.Status;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ExplanationTest {

    private static final String OTHER = "https://other.example";
    private static final Founded FOUNDED = new Founded(List.of(), null);
    private static final Founded BY_ADA = new Founded(List.of("Ada"), null);
    private static final Said CLAIM = Said.at(10, FOUNDED, "2023");

    @Test
    void the_fact_stands_in_it_as_it_is_read_elsewhere() {
        JsonNode explanation = explain(CLAIM, Said.at(11, FOUNDED, "2022"));

        Fact fact = fold(Policy.DEFAULT_1, CLAIM, Said.at(11, FOUNDED, "2022")).getFirst();
        assertThat(explanation.path("fact")).isEqualTo(read(FactJson.write(fact)));
        assertThat(explanation.path("policy").textValue()).isEqualTo("default@1");
    }

    @Test
    void the_only_claim_leads_because_there_is_no_other() {
        JsonNode explanation = explain(CLAIM);

        assertThat(explanation.at("/leading/decidedBy").textValue()).isEqualTo("only");
        assertThat(explanation.at("/leading/event").textValue()).isEqualTo(CLAIM.id().toString());
        assertThat(explanation.at("/claims/0/state").textValue()).isEqualTo("leading");
        assertThat(explanation.at("/claims/0/joined").textValue()).isEqualTo("first");
    }

    @Test
    void the_status_decides() {
        Said confirmed = Said.at(1, FOUNDED, "2023").as(Status.CONFIRMED);

        JsonNode explanation = explain(confirmed, CLAIM);

        assertDecided(explanation, confirmed, "status");
        assertThat(explanation.at("/leading/sentence").textValue())
                .isEqualTo("Its status is confirmed, which goes before reported.");
        assertThat(explanation.at("/claims/1/lostBy").textValue()).isEqualTo("status");
        assertThat(explanation.at("/claims/1/sentence").textValue())
                .endsWith(
                        "Its status is reported; the leading claim is confirmed, which goes"
                                + " first.");
    }

    @Test
    void the_kind_of_source_decides() {
        Said registered = Said.at(1, FOUNDED, "2023").from(source("Entry", SourceKind.REGISTRY));

        JsonNode explanation = explain(registered, CLAIM);

        assertDecided(explanation, registered, "source");
        assertThat(explanation.at("/leading/sentence").textValue())
                .isEqualTo("It rests on a registry, which goes before the press.");
    }

    @Test
    void exactness_decides() {
        Said exact = Said.at(1, FOUNDED, "2023");

        JsonNode explanation = explain(exact, Said.at(2, FOUNDED, "2023-04~"));

        assertDecided(explanation, exact, "exact");
    }

    @Test
    void independent_voices_decide_between_opinions() {
        Said one = Said.at(1, FOUNDED, "2023").from(press("A", "Gazette"));
        Said same = Said.at(2, FOUNDED, "2023").from(press("B", "Courier"));
        Said another = Said.at(3, FOUNDED, "2022").from(press("C", "Herald"));

        JsonNode explanation = explain(one, same, another);

        JsonNode lost = explanation.at("/claims/2");
        assertThat(lost.path("lostBy").textValue()).isEqualTo("voices");
        assertThat(lost.path("sentence").textValue())
                .endsWith(
                        "One independent voice says what it says;"
                                + " 2 say what the leading claim says.");
        assertDecided(explanation, same, "newer");
    }

    @Test
    void the_narrower_date_decides() {
        Said narrow = Said.at(1, FOUNDED, "2023-04");

        JsonNode explanation = explain(narrow, CLAIM);

        assertDecided(explanation, narrow, "narrower");
        assertThat(explanation.at("/leading/sentence").textValue())
                .isEqualTo(
                        "Its date is narrower than that of its last rival:"
                                + " it means one of 30 days, not one of 365 days.");
    }

    @Test
    void the_fuller_claim_decides() {
        Said full = Said.at(1, BY_ADA, "2023");

        JsonNode explanation = explain(full, CLAIM);

        assertDecided(explanation, full, "fuller");
    }

    @Test
    void the_newer_claim_decides_last() {
        Said newer = Said.at(11, FOUNDED, "2023");

        JsonNode explanation = explain(CLAIM, newer);

        assertDecided(explanation, newer, "newer");
    }

    @ParameterizedTest
    @EnumSource(
            value = Policy.class,
            names = {"REGISTRY_FIRST_1", "NEWEST_1"})
    void a_denial_loses_first_where_it_would_win_by_what_follows(Policy policy) {
        Said denial =
                Said.at(11, FOUNDED, "2023")
                        .as(Status.DENIED)
                        .from(source("Entry", SourceKind.REGISTRY));

        JsonNode explanation = explain(policy, CLAIM, denial);

        assertDecided(explanation, CLAIM, "no-denial");
        assertThat(explanation.path("policy").textValue()).isEqualTo(policy.policyName());
    }

    @Test
    void the_most_official_source_decides_before_the_status_where_that_is_asked_for() {
        Said confirmed = Said.at(1, FOUNDED, "2023").as(Status.CONFIRMED);
        Said registered = Said.at(2, FOUNDED, "2022").from(source("Entry", SourceKind.REGISTRY));

        assertDecided(explain(confirmed, registered), confirmed, "status");
        assertDecided(
                explain(Policy.REGISTRY_FIRST_1, confirmed, registered), registered, "source");
        assertDecided(explain(Policy.NEWEST_1, confirmed, registered), registered, "newer");
    }

    @Test
    void claims_say_how_they_joined() {
        Said first = Said.at(1, FOUNDED, "2023-04-01").inThread("story");
        Said threaded = Said.at(2, FOUNDED, "2021").inThread("story");
        Said other = Said.at(3, FOUNDED, "2023").by(OTHER);

        JsonNode explanation = explain(first, threaded, other);

        assertThat(explanation.path("claims").findValuesAsText("joined"))
                .containsExactly("first", "thread", "date-and-key");
    }

    @Test
    void the_history_tells_what_each_event_does_and_why_not_more() {
        Said correction = corrects(20, CLAIM, "{\"when\": \"2024\"}");
        Said stranger = retracts(21, correction).by(OTHER);
        Said confirmation = Said.at(22, new Confirmed(correction.id(), "Seen."), "2025").by(OTHER);
        Said moot = Said.at(23, new Disputed(CLAIM.id(), null), "2025").by(OTHER);
        Said unfit = corrects(24, CLAIM, "{\"when\": \"tomorrow\"}");
        Said noClaim = Said.at(25, new Disputed(stranger.id(), null), "2025");
        Said dispute = Said.at(26, new Disputed(correction.id(), "No."), "2025").by(OTHER);
        Said taken = Said.at(27, new Disputed(correction.id(), "No."), "2025").by(OTHER);
        Said taking = retracts(28, taken).by(OTHER);

        JsonNode explanation =
                explain(
                        CLAIM,
                        correction,
                        stranger,
                        confirmation,
                        moot,
                        unfit,
                        noClaim,
                        dispute,
                        taken,
                        taking);

        JsonNode history = explanation.at("/claims/0/history");
        assertThat(told(history))
                .containsExactly(
                        "founded none corrected: It counts no more as it is: it was corrected by "
                                + correction.id()
                                + ".",
                        "corrected claims none: It corrects "
                                + CLAIM.id()
                                + " and counts in its place.",
                        "retracted disputes without-authority: It weighs as a dispute: its"
                                + " publisher is neither the target's nor an operator.",
                        "confirmed confirms none: It confirms the claim: its sources count among"
                                + " those of the claim.",
                        "disputed none moot: It has no effect: "
                                + CLAIM.id()
                                + " was corrected or retracted, or does not count.",
                        "corrected none unfit: It has no effect: the change does not fit the claim"
                                + " that it is to correct.",
                        "disputed none no-claim: It has no effect: what it is about is no claim.",
                        "disputed disputes none: It disputes the claim, which shows as a conflict.",
                        "disputed none retracted: It counts no more: it was retracted by "
                                + taking.id()
                                + ".",
                        "retracted retracts none: It retracts " + taken.id() + ".");
        assertThat(history.path(3).path("said").textValue()).isEqualTo("Seen.");
        assertThat(history.at("/5/faults/0/pointer").textValue()).isEqualTo("/when");
        assertThat(explanation.at("/claims/0/historyCount").intValue()).isEqualTo(10);
    }

    @Test
    void a_superseded_correction_and_a_strangers_retraction_of_a_retraction_have_no_effect() {
        Said first = corrects(20, CLAIM, "{\"when\": \"2024\"}");
        Said second = corrects(21, CLAIM, "{\"when\": \"2025\"}");
        Said retraction = retracts(22, second);
        Said again = corrects(23, CLAIM, "{\"when\": \"2026\"}");
        Said stranger = retracts(24, retraction).by(OTHER);

        JsonNode explanation = explain(CLAIM, first, second, retraction, again, stranger);

        List<String> told = told(explanation.at("/claims/0/history"));
        assertThat(told.get(1))
                .isEqualTo(
                        "corrected none superseded: It has no effect: the same claim was corrected"
                                + " again later by "
                                + again.id()
                                + ".");
        assertThat(told.get(5))
                .isEqualTo(
                        "retracted none without-authority: It has no effect: only the publisher of "
                                + retraction.id()
                                + " or an operator can retract it.");
    }

    @Test
    void a_retracted_claim_is_told_of_and_shapes_nothing() {
        Said wrong = Said.at(11, BY_ADA, "2022").by(OTHER);
        Said retraction = retracts(12, wrong).by(OTHER);

        JsonNode explanation = explain(CLAIM, wrong, retraction);

        JsonNode told = explanation.at("/claims/1");
        assertThat(told.path("state").textValue()).isEqualTo("retracted");
        assertThat(told.has("lostBy")).isFalse();
        assertThat(told.path("sentence").textValue())
                .endsWith("It was retracted, so it shapes nothing.");
        assertThat(explanation.path("claimCount").intValue()).isEqualTo(2);
        assertThat(explanation.path("conflicts")).isEmpty();
        assertThat(explanation.path("sourceCount").intValue()).isEqualTo(1);
        assertThat(explanation.at("/leading/decidedBy").textValue()).isEqualTo("only");
    }

    @Test
    void a_retracted_fact_is_explained_by_what_was_retracted() {
        JsonNode explanation = explain(CLAIM, retracts(11, CLAIM));

        assertThat(explanation.at("/fact/status").textValue()).isEqualTo("retracted");
        assertThat(explanation.at("/claims/0/state").textValue()).isEqualTo("retracted");
        assertThat(explanation.path("known").findValuesAsText("status"))
                .containsExactly("reported", "retracted");
    }

    @Test
    void ten_copies_of_one_story_by_ten_publishers_are_one_voice() {
        Said[] claims =
                IntStream.range(0, 10)
                        .mapToObj(i ->
                                Said.at(i, FOUNDED, "2023")
                                        .by("https://publisher-" + i + ".example")
                                        .from(press("Wire: Acme is founded", "Paper " + i)))
                        .toArray(Said[]::new);

        JsonNode explanation = explain(claims);

        assertThat(explanation.path("claimCount").intValue()).isEqualTo(10);
        assertThat(explanation.path("sourceCount").intValue()).isEqualTo(10);
        assertThat(explanation.path("voiceCount").intValue()).isEqualTo(1);
    }

    @Test
    void ten_claims_of_one_publisher_are_one_voice() {
        Said[] claims =
                IntStream.range(0, 10)
                        .mapToObj(i ->
                                Said.at(i, FOUNDED, "2023").from(press("Story " + i, "Gazette")))
                        .toArray(Said[]::new);

        JsonNode explanation = explain(claims);

        assertThat(explanation.path("voiceCount").intValue()).isEqualTo(1);
    }

    @Test
    void sources_of_confirmations_count_and_stand_beside_those_of_their_voice() {
        Said claim = Said.at(1, FOUNDED, "2023").from(press("A", "Gazette"));
        Said another = Said.at(2, FOUNDED, "2023").from(press("B", "Herald"));
        Said confirmation =
                Said.at(3, new Confirmed(another.id(), null), "2025")
                        .by(OTHER)
                        .from(press("C", "Gazette"));

        JsonNode explanation = explain(claim, another, confirmation);

        assertThat(explanation.path("sources").findValuesAsText("title"))
                .containsExactly("A", "C", "B");
        assertThat(explanation.path("sources").findValuesAsText("voice"))
                .containsExactly("1", "1", "2");
        assertThat(explanation.at("/sources/1/events/0").textValue())
                .isEqualTo(confirmation.id().toString());
        assertThat(explanation.at("/claims/1/voiceCount").intValue()).isEqualTo(2);
    }

    @Test
    void a_conflict_tells_who_says_what_and_which_rule_chose() {
        Said other = Said.at(11, FOUNDED, "2022").by(OTHER);

        JsonNode conflict = explain(CLAIM, other).at("/conflicts/0");

        assertThat(conflict.path("field").textValue()).isEqualTo("when");
        assertThat(conflict.path("rule").textValue()).isEqualTo("default@1");
        assertThat(conflict.at("/values/0/saidBy/0/publisher").textValue()).isEqualTo(OTHER);
        assertThat(conflict.at("/values/1/value").textValue()).isEqualTo("2023");
        assertThat(conflict.at("/values/1/saidBy/0/event").textValue())
                .isEqualTo(CLAIM.id().toString());
    }

    @Test
    void the_identity_is_told_with_the_key_and_the_days_of_the_rule() {
        Relocated relocated = new Relocated(place("Menlo Park", "US"), null, null);

        JsonNode explanation = explain(Said.at(1, relocated, "2024-11"));

        assertThat(explanation.path("key").toString())
                .isEqualTo(
                        "[{\"field\":\"kind\",\"value\":\"headquarters\"},"
                                + "{\"field\":\"to\",\"value\":\"menlo park\"}]");
        assertThat(explanation.path("identity").textValue())
                .startsWith(
                        "Claims about mistral-ai of type relocated are one fact if they have the"
                            + " same kind (headquarters) and the same to (menlo park) and there is"
                            + " a day that both dates can mean, or all days that they can mean lie"
                            + " within 92 days.");
        assertThat(explain(CLAIM).path("identity").textValue())
                .startsWith(
                        "Claims about mistral-ai of type founded are one fact, whatever their"
                                + " dates: another date is a conflict and not another fact.");
    }

    @Test
    void it_tells_how_the_fact_was_known_over_time() {
        Said other = Said.at(11, FOUNDED, "2022").by(OTHER);
        Said retraction = retracts(12, other).by(OTHER);
        Said moot = Said.at(13, new Disputed(other.id(), null), "2025");

        JsonNode explanation = explain(CLAIM, other, retraction, moot);

        JsonNode known = explanation.path("known");
        assertThat(known.findValuesAsText("type"))
                .containsExactly("founded", "founded", "retracted");
        assertThat(known.findValuesAsText("claimCount")).containsExactly("1", "2", "1");
        assertThat(known.findValuesAsText("edtf")).containsExactly("2023", "2022", "2023");
        assertThat(known.at("/1/fact/conflicts/0").textValue()).isEqualTo("when");
        assertThat(known.at("/2/position").textValue()).isEqualTo("3:12");
        assertThat(explanation.path("knownCount").intValue()).isEqualTo(3);
        assertThat(explanation.path("knownOmitted").intValue()).isZero();
    }

    @Test
    void the_course_follows_the_first_claim_through_the_facts_that_held_it() {
        Relocated there = new Relocated(place("Menlo Park", "US"), null, null);
        Said wrong = Said.at(1, new Relocated(place("Palo Alto", "US"), null, null), "2024");
        Said right = Said.at(2, there, "2024").by(OTHER);
        Said correction = corrects(3, wrong, "{\"details\": {\"to\": {\"city\": \"Menlo Park\"}}}");

        JsonNode explanation = explain(wrong, right, correction);

        assertThat(explanation.path("known").findValuesAsText("city"))
                .containsExactly("Palo Alto", "Menlo Park");
        assertThat(explanation.at("/known/1/fact/claimCount").intValue()).isEqualTo(2);
    }

    @Test
    void events_that_share_neither_key_nor_thread_are_not_looked_at() {
        Said here = Said.at(1, new Relocated(place("Bern", "CH"), null, null), "2024");
        Said there = Said.at(2, new Relocated(place("Oslo", "NO"), null, null), "2024");
        Said moved = corrects(3, there, "{\"details\": {\"to\": {\"city\": \"Bern\"}}}");

        List<RecordedEvent> all = recorded(here, there, moved);

        assertThat(Kin.of(here.recorded().position(), recorded(here, there)))
                .containsExactly(here.recorded());
        assertThat(Kin.of(here.recorded().position(), all)).isEqualTo(all);
    }

    @Test
    void of_a_large_fact_the_last_changes_are_told_and_the_rest_is_counted() {
        Said[] claims =
                LongStream.range(0, 3_000)
                        .mapToObj(i -> Said.at(i, FOUNDED, "2023"))
                        .toArray(Said[]::new);

        JsonNode explanation = explain(claims);

        int omitted = explanation.path("knownOmitted").intValue();
        assertThat(explanation.path("claims")).hasSize(100);
        assertThat(explanation.path("claimCount").intValue()).isEqualTo(3_000);
        assertThat(explanation.path("known")).hasSize(100);
        assertThat(omitted).isBetween(2_500, 2_900);
        assertThat(explanation.path("knownCount").intValue()).isEqualTo(3_000 - omitted);
        assertThat(explanation.at("/known/99/fact/claimCount").intValue()).isEqualTo(3_000);
    }

    @Test
    void a_claim_corrected_thousands_of_times_is_explained() {
        Said[] events =
                Stream.concat(
                                Stream.of(CLAIM),
                                LongStream.range(100, 3_100)
                                        .mapToObj(i -> corrects(i, CLAIM, "{\"when\": \"2024\"}")))
                        .toArray(Said[]::new);

        JsonNode explanation = explain(events);

        assertThat(explanation.at("/claims/0/historyCount").intValue()).isEqualTo(3_001);
        assertThat(explanation.at("/claims/0/history")).hasSize(100);
        assertThat(explanation.path("knownOmitted").intValue()).isGreaterThan(2_000);
    }

    private static void assertDecided(JsonNode explanation, Said leading, String by) {
        assertThat(explanation.at("/leading/event").textValue()).isEqualTo(leading.id().toString());
        assertThat(explanation.at("/leading/decidedBy").textValue()).isEqualTo(by);
        assertThat(explanation.at("/leading/sentence").textValue()).endsWith(".");
    }

    private static List<String> told(JsonNode history) {
        return history.valueStream()
                .map(part ->
                        "%s %s %s: %s"
                                .formatted(
                                        part.path("type").textValue(),
                                        part.path("effect").textValue(),
                                        part.path("reason").textValue(),
                                        part.path("sentence").textValue()))
                .toList();
    }

    private static Said retracts(long offset, Said target) {
        return Said.at(offset, new Retracted(target.id(), null), "2025");
    }

    private static Said corrects(long offset, Said target, String change) {
        ObjectNode json = (ObjectNode) read(change.getBytes(StandardCharsets.UTF_8));
        return Said.at(offset, new Corrected(target.id(), json, null), "2025");
    }

    private static Source press(String title, String publisher) {
        return new Source(title, publisher, null, null, SourceKind.PRESS);
    }

    private static JsonNode explain(Said... events) {
        return explain(Policy.DEFAULT_1, events);
    }

    /// The explanation of the fact that holds the first of these claims.
    private static JsonNode explain(Policy policy, Said... events) {
        Fact fact =
                fold(policy, events).stream()
                        .filter(candidate -> candidate.holds(events[0].id()))
                        .findFirst()
                        .orElseThrow();
        return read(Explanation.write(fact, policy, recorded(events)));
    }

    private static List<Fact> fold(Policy policy, Said... events) {
        return Fold.timeline(recorded(events), policy);
    }

    private static List<RecordedEvent> recorded(Said... events) {
        return Stream.of(events).map(Said::recorded).toList();
    }

    private static JsonNode read(byte[] json) {
        try {
            return new JsonMapper().readTree(json);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
