package org.companytimeline.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;
import static org.companytimeline.model.Said.place;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.companytimeline.event.CompanyEvent.Corrected;
import org.companytimeline.event.CompanyEvent.Founded;
import org.companytimeline.event.CompanyEvent.Launched;
import org.companytimeline.event.CompanyEvent.Relocated;
import org.companytimeline.event.CompanyEvent.Retracted;
import org.junit.jupiter.api.Test;

class DiffTest {

    private static final Founded FOUNDED = new Founded(List.of(), null);
    private static final Relocated TO_BERN = new Relocated(place("Bern", "CH"), null, null);

    @Test
    void what_was_recorded_in_between_is_added() {
        Said before = Said.at(1, FOUNDED, "2023");
        Said later = Said.at(2, TO_BERN, "2024");

        Diff diff = diff(List.of(before), List.of(later));

        assertThat(diff.removed()).isEmpty();
        assertThat(diff.changed()).isEmpty();
        assertThat(diff.added()).hasSize(1);
        assertThat(diff.added().getFirst().fact().id()).isEqualTo(later.id());
        assertThat(diff.added().getFirst().events()).containsExactly(later.id());
    }

    @Test
    void what_was_retracted_in_between_is_removed_by_its_retraction() {
        Said claim = Said.at(1, FOUNDED, "2023");
        Said retraction = Said.at(2, new Retracted(claim.id(), null), "2025");

        Diff diff = diff(List.of(claim), List.of(retraction));

        assertThat(diff.added()).isEmpty();
        assertThat(diff.removed()).hasSize(1);
        assertThat(diff.removed().getFirst().fact().status()).isEqualTo("reported");
        assertThat(diff.removed().getFirst().events()).containsExactly(retraction.id());
    }

    @Test
    void what_says_something_else_is_changed() {
        Said claim = Said.at(1, FOUNDED, "2023");
        Said other = Said.at(2, FOUNDED, "2022");

        Diff diff = diff(List.of(claim), List.of(other));

        assertThat(diff.changed()).hasSize(1);
        assertThat(diff.changed().getFirst().before().claims()).hasSize(1);
        assertThat(diff.changed().getFirst().after().claims()).hasSize(2);
        assertThat(diff.changed().getFirst().events()).containsExactly(other.id());
    }

    @Test
    void what_is_filtered_out_at_one_side_alone_comes_or_goes() {
        Said claim = Said.at(1, FOUNDED, "2023");
        Said correction = corrects(2, claim, "{\"when\": \"2020\"}");
        Predicate<Fact> in2020 = fact -> fact.when().edtf().toString().equals("2020");

        Diff diff =
                Diff.between(
                        new Diff.Side(fold(claim), in2020),
                        new Diff.Side(fold(claim, correction), in2020),
                        position -> position.offset() < 2);

        assertThat(diff.added()).hasSize(1);
        assertThat(diff.added().getFirst().events()).containsExactly(correction.id());
        assertThat(diff.removed()).isEmpty();
    }

    @Test
    void a_fact_that_loses_its_first_claim_to_another_is_changed_and_has_a_new_id() {
        Said other = Said.at(1, new Relocated(place("Oslo", "NO"), null, null), "2024");
        Said first = Said.at(2, TO_BERN, "2024");
        Said second = Said.at(3, TO_BERN, "2024");
        Said correction = corrects(4, first, "{\"details\": {\"to\": {\"city\": \"Oslo\"}}}");

        Diff diff = diff(List.of(other, first, second), List.of(correction));

        assertThat(diff.added()).isEmpty();
        assertThat(diff.removed()).isEmpty();
        assertThat(diff.changed())
                .extracting(change -> change.before().id(), change -> change.after().id())
                .containsExactlyInAnyOrder(
                        tuple(other.id(), other.id()), tuple(first.id(), second.id()));
        assertThat(diff.changed())
                .allSatisfy(change -> assertThat(change.events()).containsExactly(correction.id()));
    }

    @Test
    void a_fact_that_another_swallows_is_removed_by_what_joined_them() {
        Said wide = Said.at(1, TO_BERN, "2023");
        Said later = Said.at(2, TO_BERN, "2024");
        Said correction = corrects(3, later, "{\"when\": \"2023-05\"}");

        Diff diff = diff(List.of(wide, later), List.of(correction));

        assertThat(diff.changed()).hasSize(1);
        assertThat(diff.removed()).hasSize(1);
        assertThat(diff.removed().getFirst().fact().id()).isEqualTo(later.id());
        assertThat(diff.removed().getFirst().events()).containsExactly(correction.id());
    }

    @Test
    void a_fact_that_splits_off_without_a_new_event_of_its_own_names_the_one_that_split_it() {
        Said year = Said.at(1, TO_BERN, "2023");
        Said end = Said.at(2, TO_BERN, "2023-12");
        Said start = Said.at(3, TO_BERN, "2023-01-01");
        Said wide = Said.at(4, TO_BERN, "2022/2024");

        Diff diff = diff(List.of(year, wide), List.of(end, start));

        assertThat(diff.changed().size() + diff.added().size()).isPositive();
        assertThat(
                        Stream.concat(
                                diff.added().stream().map(Diff.Entry::events),
                                diff.changed().stream().map(Diff.Change::events)))
                .allSatisfy(events -> assertThat(events).isNotEmpty());
    }

    @Test
    void long_lists_are_cut_and_counted() {
        List<Said> launches =
                LongStream.range(0, 1_200)
                        .mapToObj(i -> Said.at(i, new Launched("P" + i, null), "2023"))
                        .toList();

        JsonNode json = json(diff(List.of(), launches));

        assertThat(json.path("added")).hasSize(1_000);
        assertThat(json.path("addedCount").intValue()).isEqualTo(1_200);
        assertThat(json.path("removedCount").intValue()).isZero();
        assertThat(json.path("changedCount").intValue()).isZero();
    }

    @Test
    void entries_beyond_the_bytes_allowed_are_left_out_and_counted() {
        List<Said> launches =
                LongStream.range(0, 100)
                        .mapToObj(i -> Said.at(i, new Launched("P" + i, null), "2023"))
                        .toList();
        Diff diff = diff(List.of(), launches);

        byte[] json = diff.write(5_000);

        JsonNode read = read(new String(json, StandardCharsets.UTF_8));
        assertThat(read.path("added").size()).isBetween(1, 20);
        assertThat(read.path("addedCount").intValue()).isEqualTo(100);
    }

    @Test
    void it_is_written_as_facts_with_their_events() {
        Said claim = Said.at(1, FOUNDED, "2023");
        Said other = Said.at(2, FOUNDED, "2022");
        Said later = Said.at(3, TO_BERN, "2024");

        JsonNode json = json(diff(List.of(claim), List.of(other, later)));

        assertThat(json.at("/added/0/type").textValue()).isEqualTo("relocated");
        assertThat(json.at("/added/0/events/0").textValue()).isEqualTo(later.id().toString());
        assertThat(json.at("/added/0/eventCount").intValue()).isEqualTo(1);
        assertThat(json.at("/changed/0/fact").textValue()).isEqualTo(claim.id().toString());
        assertThat(json.at("/changed/0/before/when/edtf").textValue()).isEqualTo("2023");
        assertThat(json.at("/changed/0/after/when/edtf").textValue()).isEqualTo("2022");
        assertThat(json.at("/changed/0/events/0").textValue()).isEqualTo(other.id().toString());
    }

    private static Said corrects(long offset, Said target, String change) {
        return Said.at(offset, new Corrected(target.id(), change(change), null), "2025");
    }

    private static ObjectNode change(String json) {
        return (ObjectNode) read(json);
    }

    private static Diff diff(List<Said> before, List<Said> later) {
        List<Said> all = Stream.concat(before.stream(), later.stream()).toList();
        List<Long> offsets = before.stream().map(Said::offset).toList();
        return Diff.between(
                side(before), side(all), position -> offsets.contains(position.offset()));
    }

    private static Diff.Side side(List<Said> events) {
        return new Diff.Side(fold(events.toArray(Said[]::new)), fact -> !fact.isRetracted());
    }

    private static List<Fact> fold(Said... events) {
        return Fold.timeline(Stream.of(events).map(Said::recorded).toList(), Policy.DEFAULT_1);
    }

    private static JsonNode json(Diff diff) {
        return read(new String(diff.write(Long.MAX_VALUE), StandardCharsets.UTF_8));
    }

    private static JsonNode read(String json) {
        try {
            return new JsonMapper().readTree(json);
        } catch (IOException e) {
            throw new IllegalArgumentException(json, e);
        }
    }
}
