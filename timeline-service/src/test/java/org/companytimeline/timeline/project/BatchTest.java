package org.companytimeline.timeline.project;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.companytimeline.event.Position;
import org.junit.jupiter.api.Test;

class BatchTest {

    @Test
    void halves_follow_each_other_without_a_gap_also_where_the_log_has_gaps() {
        Batch batch = new Batch(List.of(slice(0, 10, 40, 12, 20, 30)));

        List<Batch> halves = batch.halves();

        assertThat(halves.getFirst().slices())
                .singleElement()
                .satisfies(slice -> {
                    assertThat(slice.from()).isEqualTo(10);
                    assertThat(slice.to()).isEqualTo(20);
                    assertThat(offsets(slice)).containsExactly(12L);
                });
        assertThat(halves.getLast().slices())
                .singleElement()
                .satisfies(slice -> {
                    assertThat(slice.from()).isEqualTo(20);
                    assertThat(slice.to()).isEqualTo(40);
                    assertThat(offsets(slice)).containsExactly(20L, 30L);
                });
    }

    @Test
    void known_time_never_runs_backwards_from_one_half_to_the_next() {
        Batch batch = new Batch(List.of(slice(0, 0, 2, 0, 1)));

        Slice second = batch.halves().getLast().slices().getFirst();

        assertThat(second.knownTime()).isEqualTo(stamp(0));
    }

    @Test
    void whole_partitions_stay_whole_where_they_fit() {
        Batch batch = new Batch(List.of(slice(0, 0, 2, 0, 1), slice(1, 0, 2, 0, 1)));

        List<Batch> halves = batch.halves();

        assertThat(halves)
                .extracting(half -> half.slices().stream().map(Slice::partition).toList())
                .containsExactly(List.of(0), List.of(1));
    }

    @Test
    void no_part_takes_more_bytes_than_it_may_unless_it_is_one_record() {
        Batch batch = new Batch(List.of(slice(0, 0, 5, 0, 1, 2, 3, 4), slice(1, 0, 1, 0)));

        List<Batch> parts = batch.ofAtMost(25);

        assertThat(parts).extracting(Batch::size).containsExactly(2, 2, 2);
        assertThat(batch.ofAtMost(1)).extracting(Batch::size).containsOnly(1);
        assertThat(batch.ofAtMost(1_000)).containsExactly(batch);
    }

    @Test
    void a_slice_without_records_is_kept_so_that_its_offset_moves_on() {
        Batch batch = new Batch(List.of(slice(0, 3, 9), slice(1, 0, 2, 0, 1)));

        List<Batch> halves = batch.halves();

        assertThat(halves.stream().flatMap(half -> half.slices().stream()))
                .filteredOn(slice -> slice.partition() == 0)
                .singleElement()
                .extracting(Slice::to)
                .isEqualTo(9L);
    }

    @Test
    void partitions_can_be_left_out() {
        Batch batch = new Batch(List.of(slice(0, 0, 1, 0), slice(1, 0, 1, 0)));

        Batch rest = batch.without(Set.of(0));

        assertThat(rest.slices()).extracting(Slice::partition).containsExactly(1);
    }

    private static List<Long> offsets(Slice slice) {
        return slice.records().stream().map(log -> log.position().offset()).toList();
    }

    /// Records of ten bytes each; later offsets have earlier stamps.
    private static Slice slice(int partition, long from, long to, long... offsets) {
        List<LogRecord> records = new ArrayList<>();
        for (long offset : offsets) {
            records.add(
                    new LogRecord(
                            new Position(partition, offset),
                            stamp(offset),
                            null,
                            List.of(),
                            Bytes.of(new byte[10]),
                            partition,
                            new LogRecord.Message.Unreadable("a test")));
        }
        return new Slice(partition, 1, from, to, Instant.EPOCH, List.copyOf(records));
    }

    private static Instant stamp(long offset) {
        return Instant.ofEpochSecond(1_000_000 - offset);
    }
}
