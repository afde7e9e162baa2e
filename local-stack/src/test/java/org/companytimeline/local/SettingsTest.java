package org.companytimeline.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Instant;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SettingsTest {
    @Test
    void the_five_parts_take_five_ports_in_a_row() {
        var settings = new StackSettings(Path.of("data"), 9000, Path.of("."));

        var ports =
                Stream.of(Part.QUERY, Part.INGEST, Part.TIMELINE, Part.KAFKA, Part.POSTGRESQL)
                        .map(settings::port);

        assertThat(ports).containsExactly(9000, 9001, 9002, 9003, 9004);
        assertThat(settings.address(Part.INGEST)).hasToString("http://localhost:9001");
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 0, 65532, 100_000})
    void a_base_port_without_room_for_five_is_refused(int basePort) {
        assertThatThrownBy(() -> new StackSettings(Path.of("data"), basePort, Path.of(".")))
                .isInstanceOf(LocalStackException.class)
                .hasMessageContaining("--base-port " + basePort);
    }

    @ParameterizedTest
    @CsvSource({
        "Linux, amd64, postgres-linux-x86_64.txz",
        "Linux, aarch64, postgres-linux-arm_64.txz",
        "Mac OS X, aarch64, postgres-darwin-arm_64.txz",
    })
    void each_machine_has_its_own_programs_of_postgresql(
            String system, String architecture, String archive) {
        assertThat(PostgresBinaries.archiveName(system, architecture)).isEqualTo(archive);
    }

    @Test
    void a_process_is_remembered_with_its_start() {
        var record =
                new ProcessRecord(
                        "query-service",
                        4711,
                        Instant.ofEpochMilli(1_795_000_000_123L),
                        StopSignal.TERM);

        assertThat(ProcessRecord.parse(record.line())).contains(record);
        assertThat(record.isSameStart(record.started().plusMillis(1500))).isTrue();
        assertThat(record.isSameStart(record.started().plusSeconds(10))).isFalse();
    }

    @Test
    void a_part_that_a_signal_ended_says_so() {
        var killed = new EndedPart("Kafka", 137, Path.of("/data/logs/kafka.log"));

        assertThat(killed.sentence())
                .isEqualTo(
                        "Kafka ended with exit code 137 (signal 9); its log is"
                                + " /data/logs/kafka.log");
    }

    @Test
    void passwords_do_not_appear_when_credentials_are_printed() {
        assertThat(new PostgresCredentials("one", "two", "three").toString())
                .doesNotContain("one", "two", "three");
    }
}
