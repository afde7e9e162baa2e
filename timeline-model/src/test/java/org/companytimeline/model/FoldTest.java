package org.companytimeline.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.companytimeline.model.Said.company;
import static org.companytimeline.model.Said.place;
import static org.companytimeline.model.Said.source;
import static org.companytimeline.model.Said.usd;

import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.companytimeline.event.CompanyEvent.Founded;
import org.companytimeline.event.CompanyEvent.Partnered;
import org.companytimeline.event.CompanyEvent.Relocated;
import org.companytimeline.event.CompanyEvent.Valued;
import org.companytimeline.event.CompanyId;
import org.companytimeline.event.Partner;
import org.companytimeline.event.SourceKind;
import org.companytimeline.event.Status;
import org.junit.jupiter.api.Test;

class FoldTest {

    private static final Founded FOUNDED = new Founded(List.of(), null);

    @Test
    void three_sources_of_one_founding_are_one_fact() {
        Said first = Said.at(1, FOUNDED, "2023");
        Said second = Said.at(2, FOUNDED, "2023-04");
        Said third = Said.at(3, FOUNDED, "2023");

        List<Fact> facts = fold(third, first, second);

        assertThat(facts).hasSize(1);
        assertThat(facts.getFirst().id()).isEqualTo(first.id());
        assertThat(ids(facts.getFirst())).containsExactly(first.id(), second.id(), third.id());
        assertThat(facts.getFirst().conflicts()).isEmpty();
    }

    @Test
    void another_founding_date_is_a_conflict_and_not_another_fact() {
        Said first = Said.at(1, FOUNDED, "2023");
        Said second = Said.at(2, FOUNDED, "2022");

        List<Fact> facts = fold(first, second);

        assertThat(facts).hasSize(1);
        assertThat(facts.getFirst().conflicts())
                .singleElement()
                .satisfies(conflict -> {
                    assertThat(conflict.field()).isEqualTo("when");
                    assertThat(conflict.rule()).isEqualTo("default@1");
                    assertThat(conflict.values())
                            .extracting(value -> value.value().textValue())
                            .containsExactly("2022", "2023");
                });
    }

    @Test
    void another_value_is_another_fact_unless_a_thread_joins_them() {
        Said expected = Said.at(1, new Valued(usd("6000000000"), null), "2024~").inThread("round");
        Said reported = Said.at(2, new Valued(usd("6200000000"), null), "2024~").inThread("round");
        Said later = Said.at(3, new Valued(usd("14000000000"), null), "../2026~");

        List<Fact> facts = fold(expected, reported, later);

        assertThat(facts).hasSize(2);
        assertThat(ids(facts.getFirst())).containsExactly(expected.id(), reported.id());
        assertThat(ids(facts.getLast())).containsExactly(later.id());
        assertThat(facts.getLast().conflicts()).isEmpty();
    }

    @Test
    void two_threads_of_one_publisher_are_never_one_fact() {
        Said one = Said.at(1, FOUNDED, "2023").inThread("one");
        Said two = Said.at(2, FOUNDED, "2023").inThread("two");
        Said stranger = Said.at(3, FOUNDED, "2023").by("https://b.example").inThread("one");

        List<Fact> facts = fold(one, two, stranger);

        assertThat(facts).hasSize(2);
        assertThat(ids(facts.getFirst())).containsExactly(one.id(), stranger.id());
    }

    @Test
    void a_vague_partnership_never_makes_one_of_two_dated_ones() {
        Said vague = Said.at(1, partnership("microsoft"), "../2025");
        Said first = Said.at(2, partnership("microsoft"), "2019-07");
        Said second = Said.at(3, partnership("microsoft"), "2023-01-23");

        List<Fact> facts = fold(vague, first, second);

        assertThat(facts).hasSize(2);
        assertThat(facts)
                .noneMatch(fact -> ids(fact).containsAll(List.of(first.id(), second.id())));
    }

    @Test
    void two_years_that_follow_each_other_are_not_near_and_two_days_are() {
        Said year = Said.at(1, partnership("ibm"), "2023");
        Said next = Said.at(2, partnership("ibm"), "2024");
        Said day = Said.at(3, partnership("microsoft"), "2023-12-31");
        Said following = Said.at(4, partnership("microsoft"), "2024-01-01");

        List<Fact> facts = fold(year, next, day, following);

        assertThat(facts)
                .map(FoldTest::ids)
                .containsExactlyInAnyOrder(
                        List.of(year.id()), List.of(next.id()), List.of(day.id(), following.id()));
    }

    @Test
    void a_fact_stands_on_the_timelines_of_all_companies_that_its_claims_name() {
        Said partnership = Said.at(1, partnership("microsoft"), "2024");

        List<Fact> facts = fold(partnership);

        assertThat(facts.getFirst().companies())
                .containsExactly(new CompanyId("microsoft"), new CompanyId("mistral-ai"));
    }

    @Test
    void the_same_city_written_otherwise_is_the_same_move() {
        Said one = Said.at(1, new Relocated(place("Zürich", "CH"), null, null), "2024-11");
        Said other = Said.at(2, new Relocated(place(" ZURICH ", "CH"), null, null), "2024-12");

        List<Fact> facts = fold(one, other);

        assertThat(facts).hasSize(1);
    }

    @Test
    void a_confirmed_claim_leads_before_a_newer_reported_one() {
        Said confirmed = Said.at(1, FOUNDED, "2023").as(Status.CONFIRMED);
        Said reported = Said.at(2, FOUNDED, "2022");

        List<Fact> facts = fold(confirmed, reported);

        assertThat(facts.getFirst().leading()).isEqualTo(confirmed.recorded());
    }

    @Test
    void a_denial_never_leads_and_is_a_conflict_on_status() {
        Said rumoured = Said.at(1, FOUNDED, "2023").as(Status.RUMOURED);
        Said denied =
                Said.at(2, FOUNDED, "2022")
                        .as(Status.DENIED)
                        .from(source("Register", SourceKind.REGISTRY));

        List<Fact> facts = fold(rumoured, denied);

        assertThat(facts.getFirst().leading()).isEqualTo(rumoured.recorded());
        assertThat(facts.getFirst().conflicts())
                .extracting(Conflict::field)
                .containsExactly("status");
    }

    private static Partnered partnership(String company) {
        return new Partnered(
                List.of(new Partner(null, company(company).company(), null)), null, null);
    }

    private static List<Fact> fold(Said... claims) {
        return Fold.timeline(Stream.of(claims).map(Said::recorded).toList(), Policy.DEFAULT_1);
    }

    private static List<UUID> ids(Fact fact) {
        return fact.claims().stream().map(claim -> claim.event().id()).toList();
    }
}
