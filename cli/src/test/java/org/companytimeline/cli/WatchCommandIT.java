package org.companytimeline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

/// Events where nothing can be printed.
@EnabledOnOs(OS.LINUX)
class WatchCommandIT {
    private static final ScriptedService.Answer ONE_EVENT =
            ScriptedService.stream(
                    "{\"cursor\":\"c0\",\"heartbeat\":{\"head\":\"c1\",\"count\":0,\"hash\":\"%s\"}}"
                            .formatted("0".repeat(64)),
                    "{\"cursor\":\"c1\",\"event\":{\"id\":\"i\",\"position\":\"3:1\"}}");

    @Test
    void a_full_disk_is_a_failure_that_is_told() throws Exception {
        try (var service = ScriptedService.answering(ONE_EVENT)) {
            var watch = onFullDisk(service, "false");

            var told = new String(watch.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);

            assertThat(watch.waitFor()).isEqualTo(1);
            assertThat(told).startsWith("Could not write to standard output").hasLineCount(1);
        }
    }

    @Test
    void a_pipe_that_was_closed_is_none() throws Exception {
        try (var service = ScriptedService.answering(ONE_EVENT)) {
            var watch = onFullDisk(service, "true");

            var told = new String(watch.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);

            assertThat(watch.waitFor()).isZero();
            assertThat(told).isEmpty();
        }
    }

    private static Process onFullDisk(ScriptedService service, String isPipe) throws Exception {
        var java = ProcessHandle.current().info().command().orElseThrow();
        var command =
                new ArrayList<>(
                        List.of(
                                java,
                                "-Dcompany-timeline.terminal.piped=" + isPipe,
                                "-Dslf4j.internal.verbosity=ERROR",
                                "-cp",
                                System.getProperty("java.class.path"),
                                Timeline.class.getName()));
        command.addAll(
                List.of(
                        "watch",
                        "--json",
                        "--until-head",
                        "--base-port",
                        Integer.toString(service.address().getPort())));
        return new ProcessBuilder(command).redirectOutput(new File("/dev/full")).start();
    }
}
