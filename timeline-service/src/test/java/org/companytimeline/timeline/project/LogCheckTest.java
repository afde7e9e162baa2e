package org.companytimeline.timeline.project;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class LogCheckTest {

    private static final LogIdentity IDENTITY = new LogIdentity("cluster", "topic");

    @Test
    void the_log_that_the_read_model_was_made_from_is_taken() {
        assertThat(LogCheck.refusal(log(IDENTITY, range(0, 5), range(0, 3)), stored(5, 0)))
                .isEmpty();
        assertThat(LogCheck.refusal(log(IDENTITY, range(0, 5)), List.of())).isEmpty();
    }

    @Test
    void every_setting_that_could_lose_events_is_named_at_once() {
        Map<String, String> settings = new HashMap<>(LogCheck.SETTINGS);
        settings.put("cleanup.policy", "compact");
        settings.put("retention.ms", "1000");
        LogSnapshot log = new LogSnapshot("events", IDENTITY, List.of(range(0, 0)), settings);

        assertThat(LogCheck.refusal(log, List.of()).orElseThrow())
                .contains("cleanup.policy is compact and must be delete")
                .contains("retention.ms is 1000 and must be -1");
    }

    @Test
    void another_cluster_topic_or_number_of_partitions_is_refused() {
        assertThat(
                        LogCheck.refusal(
                                log(new LogIdentity("other", "topic"), range(0, 5), range(0, 5)),
                                stored(5, 0)))
                .hasValueSatisfying(line -> assertThat(line).contains("cluster other"));
        assertThat(
                        LogCheck.refusal(
                                log(new LogIdentity("cluster", "anew"), range(0, 5), range(0, 5)),
                                stored(5, 0)))
                .hasValueSatisfying(line -> assertThat(line).contains("made anew"));
        assertThat(LogCheck.refusal(log(IDENTITY, range(0, 5)), stored(5, 0)))
                .hasValueSatisfying(line -> assertThat(line).contains("has 1 partitions"));
    }

    @Test
    void a_log_that_lost_its_beginning_or_its_end_is_refused() {
        assertThat(LogCheck.refusal(log(IDENTITY, range(2, 5), range(0, 0)), stored(5, 0)))
                .hasValueSatisfying(line -> assertThat(line).contains("begins at offset 2"));
        assertThat(LogCheck.refusal(log(IDENTITY, range(0, 4), range(0, 0)), stored(5, 0)))
                .hasValueSatisfying(line -> assertThat(line).contains("ends at offset 4"));
        assertThat(LogCheck.refusal(log(IDENTITY, range(2, 5)), List.of())).isPresent();
    }

    private static LogSnapshot.Range range(long begin, long end) {
        return new LogSnapshot.Range(begin, end);
    }

    private static LogSnapshot log(LogIdentity identity, LogSnapshot.Range... ranges) {
        return new LogSnapshot("events", identity, List.of(ranges), LogCheck.SETTINGS);
    }

    private static List<PartitionProgress> stored(long first, long second) {
        return List.of(progress(0, first), progress(1, second));
    }

    private static PartitionProgress progress(int partition, long next) {
        return new PartitionProgress(partition, IDENTITY, 1, next, 0, 1, null, 0, 0);
    }
}
