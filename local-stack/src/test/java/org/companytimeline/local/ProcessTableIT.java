package org.companytimeline.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProcessTableIT {
    @TempDir Path dir;

    private final List<ChildProcess> children = new ArrayList<>();

    @AfterEach
    void endChildren() {
        children.forEach(ChildProcess::kill);
    }

    @Test
    void what_an_earlier_run_left_is_found_and_stopped() {
        var file = dir.resolve("processes");
        var left = start("left", new ProcessTable(file), "sleep 600");
        var progress = new ArrayList<String>();

        new ProcessTable(file).stopLeftovers(progress::add);

        assertThat(Processes.hasEnded(left.handle())).isTrue();
        assertThat(progress).singleElement().asString().contains("left", Long.toString(left.pid()));
        assertThat(file).doesNotExist();
    }

    @Test
    void what_ignores_its_stop_signal_is_killed_with_its_children() {
        var file = dir.resolve("processes");
        var left = start("left", new ProcessTable(file), "trap '' TERM; sleep 600; sleep 600");
        var descendants = left.handle().descendants().toList();

        new ProcessTable(file, Duration.ofSeconds(1)).stopLeftovers(_ -> {});

        assertThat(Processes.hasEnded(left.handle())).isTrue();
        assertThat(descendants).isNotEmpty().allMatch(Processes::hasEnded);
    }

    @Test
    void another_program_that_has_the_process_id_now_is_left_alone() {
        var file = dir.resolve("processes");
        var other = start("other", StartedProcesses.notRecorded(), "sleep 600");
        var record =
                new ProcessRecord(
                        "earlier",
                        other.pid(),
                        Instant.now().minus(Duration.ofHours(1)),
                        StopSignal.TERM);
        PrivateFiles.write(file, record.line() + "\n");

        new ProcessTable(file).stopLeftovers(_ -> {});

        assertThat(other.isAlive()).isTrue();
    }

    @Test
    void a_damaged_file_stops_nobody_and_nothing() throws Exception {
        var file = dir.resolve("processes");
        Files.writeString(file, "half a li\n\nx\ty\tz\tTERM\n1\t2\n");

        new ProcessTable(file).stopLeftovers(_ -> {});

        assertThat(file).doesNotExist();
    }

    @Test
    void a_data_directory_that_another_process_has_is_refused_with_its_name() throws Exception {
        var holder =
                new ProcessBuilder(
                                ChildCommand.java(),
                                "-cp",
                                System.getProperty("java.class.path"),
                                LockHolder.class.getName(),
                                dir.toString())
                        .start();
        try (var out = holder.inputReader()) {
            assertThat(out.readLine()).isEqualTo("locked");

            assertThatThrownBy(() -> DataLock.take(dir))
                    .isInstanceOf(LocalStackException.class)
                    .hasMessageContainingAll(dir.toString(), Long.toString(holder.pid()), "--data");
        } finally {
            holder.destroyForcibly().waitFor();
        }

        DataLock.take(dir).close();
    }

    private ChildProcess start(String name, StartedProcesses started, String script) {
        var command =
                new ChildCommand(
                        name,
                        List.of("sh", "-c", script),
                        Map.of(),
                        StopSignal.TERM,
                        dir.resolve(name + ".log"));
        var child = ChildProcess.start(command, started);
        children.add(child);
        return child;
    }
}
