package org.companytimeline.timeline.project;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.companytimeline.event.CompanyId;
import org.junit.jupiter.api.Test;

class FactChangesTest {

    private static final BlockKey BLOCK =
            new BlockKey(0, new CompanyId("acme"), "launched", "launched|rocket");
    private static final UUID ID = new UUID(1, 2);

    @Test
    void a_fact_that_is_the_same_to_the_byte_is_not_touched() {
        FactChanges changes = between(row(7, "same", 10, "acme"), stored(7, "same", 10, "acme"));

        assertThat(changes)
                .isEqualTo(
                        new FactChanges(
                                List.of(), List.of(), List.of(), List.of(), List.of(), List.of()));
    }

    @Test
    void where_only_the_offset_of_the_block_moved_the_body_stays() {
        FactRow row = row(8, "same", 10, "acme");

        FactChanges changes = between(row, stored(7, "same", 10, "acme"));

        assertThat(changes.restamped()).containsExactly(row);
        assertThat(changes.rewritten()).isEmpty();
        assertThat(changes.entriesAdded()).isEmpty();
    }

    @Test
    void another_body_in_the_same_place_leaves_the_timelines_alone() {
        FactRow row = row(8, "other", 10, "acme");

        FactChanges changes = between(row, stored(7, "same", 10, "acme"));

        assertThat(changes.rewritten()).containsExactly(row);
        assertThat(changes.entriesRemoved()).isEmpty();
        assertThat(changes.entriesAdded()).isEmpty();
    }

    @Test
    void a_company_that_is_no_longer_named_loses_its_entry() {
        FactChanges changes =
                between(row(8, "other", 10, "acme"), stored(7, "same", 10, "acme", "ibm"));

        assertThat(changes.entriesRemoved())
                .extracting(TimelineEntry::company)
                .contains(new CompanyId("ibm"));
        assertThat(changes.rewritten()).hasSize(1);
    }

    @Test
    void a_fact_on_another_day_moves_on_every_timeline() {
        FactChanges changes =
                between(row(8, "other", 11, "acme", "ibm"), stored(7, "same", 10, "acme", "ibm"));

        assertThat(changes.entriesRemoved()).hasSize(2);
        assertThat(changes.entriesAdded()).hasSize(2);
    }

    @Test
    void a_fact_that_is_no_more_leaves_with_its_entries() {
        FactChanges changes =
                FactChanges.between(
                        List.of(), Map.of(BLOCK, List.of(stored(7, "same", 10, "acme", "ibm"))));

        assertThat(changes.removed())
                .containsExactly(new FactChanges.Removed(0, BLOCK.company(), ID));
        assertThat(changes.entriesRemoved()).hasSize(2);
    }

    private static FactChanges between(FactRow row, StoredFact stored) {
        return FactChanges.between(List.of(row), Map.of(BLOCK, List.of(stored)));
    }

    private static FactRow row(long offset, String body, int day, String... companies) {
        return new FactRow(BLOCK, ID, offset, place(day, companies), bytes(body), null);
    }

    private static StoredFact stored(long offset, String body, int day, String... companies) {
        return new StoredFact(ID, offset, place(day, companies), sha256(body));
    }

    private static FactRow.Place place(int day, String... companies) {
        return new FactRow.Place(
                "launched",
                "reported",
                day,
                day,
                day,
                day,
                Arrays.stream(companies).map(CompanyId::new).toList());
    }

    private static Bytes bytes(String text) {
        return Bytes.of(text.getBytes(StandardCharsets.UTF_8));
    }

    private static Bytes sha256(String text) {
        try {
            return Bytes.of(
                    MessageDigest.getInstance("SHA-256")
                            .digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
