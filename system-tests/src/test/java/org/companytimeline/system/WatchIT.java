package org.companytimeline.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/// How `./timeline watch` ends, and where its next run begins.
@ExtendWith(SharedStack.class)
class WatchIT {

    private static final int TERMINATED = 128 + 15;
    private static final Duration LIMIT = Duration.ofMinutes(1);

    /// One of a log that is gone.
    private static final String ANOTHER_LOG = "AQABAgMEBQYHCAEHaenFBA";

    private final RunningStack stack;

    @TempDir private Path folder;

    WatchIT(RunningStack stack) {
        this.stack = stack;
    }

    @Test
    void a_reader_who_has_enough_ends_it_without_a_word() {
        List<String> watch = watch("--from", "beginning").command();

        Ran ran =
                Ran.of(
                        new ProcessBuilder(
                                Stream.concat(
                                                Stream.of(
                                                        "bash",
                                                        "-o",
                                                        "pipefail",
                                                        "-c",
                                                        "\"$@\" | head -n 3",
                                                        "bash"),
                                                watch.stream())
                                        .toList()));

        assertThat(ran.exitCode()).as(ran.printed()).isZero();
        assertThat(ran.printed()).hasLineCount(3);
    }

    @Test
    void a_signal_ends_it_at_once() throws Exception {
        Path cursor = folder.resolve("cursor");
        Path printed = folder.resolve("printed");
        Process watch =
                watch("--cursor-file", cursor.toString())
                        .redirectErrorStream(true)
                        .redirectOutput(printed.toFile())
                        .start();
        try {
            Awaitility.await("a first heartbeat").atMost(LIMIT).until(() -> Files.exists(cursor));

            watch.destroy();

            // The next heartbeat, at which it would notice a closed output, comes later.
            assertThat(watch.waitFor(5, TimeUnit.SECONDS)).isTrue();
            assertThat(watch.exitValue()).isEqualTo(TERMINATED);
            assertThat(printed).isEmptyFile();
        } finally {
            watch.destroyForcibly();
        }
    }

    @Test
    void what_the_service_refuses_is_one_line() {
        Ran unknown = Ran.of(watch("--status", "nonsense"));
        Ran gone = Ran.of(watch("--from", ANOTHER_LOG));

        assertThat(unknown.exitCode()).isEqualTo(1);
        assertThat(unknown.printed()).contains("400", "nonsense").hasLineCount(1);
        assertThat(gone.exitCode()).isEqualTo(1);
        assertThat(gone.printed()).contains("410", "another log").hasLineCount(1);
    }

    @Test
    void with_a_cursor_file_two_runs_print_every_event_once() throws IOException {
        RecordedSince recorded = new RecordedSince(stack);
        String[] watch = {
            "--json",
            "--until-head",
            "--from",
            recorded.begin(),
            "--cursor-file",
            folder.resolve("cursor").toString()
        };
        recorded.post();
        int before = recorded.events().size();
        Ran first = Ran.of(watch(watch));
        recorded.post();
        List<JsonNode> events = recorded.events();

        Ran second = Ran.of(watch(watch));

        assertThat(first.printed()).hasLineCount(before);
        assertThat(second.printed()).hasLineCount(events.size() - before);
        List<JsonNode> printed = new ArrayList<>();
        (first.printed() + second.printed()).lines().map(Json::of).forEach(printed::add);
        assertThat(RecordedSince.byPartition(printed)).isEqualTo(RecordedSince.byPartition(events));
    }

    private ProcessBuilder watch(String... options) {
        return RunningStack.command(
                "watch", List.of("--base-port", Integer.toString(stack.basePort())), options);
    }
}
