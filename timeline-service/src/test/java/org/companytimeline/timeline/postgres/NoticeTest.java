package org.companytimeline.timeline.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.companytimeline.timeline.project.Tally;
import org.junit.jupiter.api.Test;

class NoticeTest {

    @Test
    void one_notice_tells_how_far_each_partition_is() {
        assertThat(Notice.payloads(List.of(new Tally(0, 12, 1, 0), new Tally(3, 1046, 0, 1))))
                .containsExactly("0:12 3:1046");
    }

    @Test
    void only_what_postgresql_would_refuse_is_split() {
        List<Tally> many =
                IntStream.range(0, 1_000)
                        .mapToObj(partition -> new Tally(partition, 1_000_000_000_000L, 0, 0))
                        .toList();

        List<String> payloads = Notice.payloads(many);

        assertThat(payloads).hasSizeGreaterThan(1).allMatch(payload -> payload.length() < 8_000);
        assertThat(String.join(" ", payloads).split(" ", -1)).hasSize(1_000);
    }
}
