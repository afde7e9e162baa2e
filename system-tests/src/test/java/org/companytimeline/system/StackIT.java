package org.companytimeline.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// `./timeline up` as a user runs it: it starts all, stops all, and survives what users and
/// machines do to it.
class StackIT {
    private static final Duration END_LIMIT = Duration.ofMinutes(1);
    private static final int TERMINATED = 143;
    private static final long MAX_RESIDENT_KIB = 2L * 1024 * 1024;

    @TempDir private Path folder;

    @Test
    void it_starts_all_parts_within_its_memory_and_stops_them_on_sigterm() throws IOException {
        var data = folder.resolve("data");
        Map<String, ProcessHandle> parts;
        int exitCode;
        String printed;
        try (var stack = RunningStack.up(data)) {
            awaitPrinted(stack, "is ready. Ctrl-C stops it");
            parts = parts(data);
            assertThat(residentKib(parts)).isBetween(1L, MAX_RESIDENT_KIB);

            stack.process().destroy();

            exitCode = stack.awaitEnd(END_LIMIT);
            printed = stack.printed();
        }

        assertThat(exitCode).isEqualTo(TERMINATED);
        assertThat(parts)
                .containsOnlyKeys(
                        "Kafka",
                        "PostgreSQL",
                        "ingest-service",
                        "timeline-service",
                        "query-service");
        assertThat(parts.values()).noneMatch(StackIT::runs);
        assertThat(printed)
                .contains("read ", "write ", "publisher.jwt", "curl", "Stopping", "Stopped");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(data)))
                .isEqualTo("rwx------");
        assertThat(Files.getPosixFilePermissions(data.resolve("tokens/publisher.jwt")))
                .isEqualTo(PosixFilePermissions.fromString("rw-------"));
    }

    @Test
    void after_a_kill_of_everything_the_next_run_finds_what_is_left_and_the_data() {
        var data = folder.resolve("data");
        int basePort;
        Map<String, ProcessHandle> left;
        String id;
        try (var stack = RunningStack.up(data)) {
            basePort = stack.basePort();
            id = Json.of(stack.post(Claims.launched("acme", "Rocket"))).get("id").asText();
            left = parts(data);

            stack.process().destroyForcibly();
            stack.awaitEnd(END_LIMIT);
        }

        try {
            assertThat(runs(part(left, "PostgreSQL"))).isTrue();
            // Not "up": what the earlier run left still answers that it is ready.
            try (var next = RunningStack.start(data, basePort)) {
                awaitPrinted(next, "is ready. Ctrl-C stops it");
                assertThat(next.printed()).contains("An earlier run left PostgreSQL running");
                assertThat(left.values()).noneMatch(StackIT::runs);
                Awaitility.await("the event to be served")
                        .atMost(END_LIMIT)
                        .until(() ->
                                next.get(next.query().resolve("/events/" + id)).statusCode()
                                        == 200);
            }
        } finally {
            // They belong to nobody now: if the next run didn't stop them, nothing else would.
            left.values().forEach(ProcessHandle::destroyForcibly);
        }
    }

    @Test
    void a_second_run_on_the_same_data_is_refused_and_the_first_goes_on() {
        var data = folder.resolve("data");
        try (var stack = RunningStack.up(data)) {
            try (var second = RunningStack.start(data, RunningStack.freeBasePort())) {
                assertThat(second.awaitEnd(END_LIMIT)).isEqualTo(1);
                assertThat(second.printed().strip())
                        .hasLineCount(1)
                        .contains(data.toString(), Long.toString(stack.process().pid()), "--data");
            }

            assertThat(stack.get(stack.query().resolve("/q/health/ready")).statusCode())
                    .isEqualTo(200);
        }
    }

    @Test
    void a_taken_port_is_named_in_one_line_and_nothing_is_left_running() throws IOException {
        var data = folder.resolve("data");
        var basePort = RunningStack.freeBasePort();
        try (var taken = new ServerSocket(basePort + 3, 1, InetAddress.getLoopbackAddress());
                var stack = RunningStack.start(data, basePort)) {
            assertThat(stack.awaitEnd(END_LIMIT)).isEqualTo(1);
            assertThat(stack.printed().strip())
                    .hasLineCount(1)
                    .contains(
                            "Port %d (Kafka) is taken".formatted(taken.getLocalPort()),
                            "--base-port");
        }

        assertThat(data.resolve("processes")).doesNotExist();
    }

    @Test
    void when_a_part_dies_it_says_which_and_stops_the_others() {
        var data = folder.resolve("data");
        try (var stack = RunningStack.up(data)) {
            awaitPrinted(stack, "is ready. Ctrl-C stops it");
            var parts = parts(data);

            part(parts, "PostgreSQL").destroyForcibly();

            assertThat(stack.awaitEnd(END_LIMIT)).isEqualTo(1);
            assertThat(stack.printed())
                    .contains(
                            "PostgreSQL ended with exit code 137 (signal 9)",
                            data.resolve("logs/postgresql.log").toString());
            assertThat(parts.values()).noneMatch(StackIT::runs);
        }
    }

    @Test
    void the_command_line_posts_what_is_right_says_what_is_wrong_and_shows_what_is_known()
            throws IOException {
        var data = folder.resolve("data");
        var event =
                """
                {"type": "launched", "company": {"id": "rocketry", "name": "Rocketry"}, "when": "2025",
                 "details": {"product": "Rocket"}, "sources": [{"title": "A test"}]}
                """;
        var events =
                Files.writeString(
                        folder.resolve("events.json"),
                        "[%s, {\"type\": \"nonsense\"}]".formatted(event));
        try (var stack = RunningStack.up(data)) {
            var posted = run("post", stack, data, events.toString());
            var shown = run("show", stack, data, "rocketry");
            var unknown = run("show", stack, data, "rocketri");
            var unreachable = run("show", RunningStack.freeBasePort(), data, "acme");

            assertThat(posted.exitCode()).isEqualTo(2);
            assertThat(posted.printed())
                    .contains("line 1: ", "line 2: refused (422)", "/type", "1 taken, 1 refused");
            assertThat(shown.exitCode()).isZero();
            assertThat(shown.printed()).contains("Rocketry (rocketry)", "Launched", "Rocket");
            assertThat(unknown.exitCode()).isEqualTo(1);
            assertThat(unknown.printed()).contains("rocketri", "did you mean: rocketry (Rocketry)");
            assertThat(unreachable.exitCode()).isEqualTo(1);
            assertThat(unreachable.printed()).contains("./timeline up");
        }
    }

    private static void awaitPrinted(RunningStack stack, String text) {
        Awaitility.await(text).atMost(END_LIMIT).until(() -> stack.printed().contains(text));
    }

    /// The processes that run on a data directory, by name.
    private static Map<String, ProcessHandle> parts(Path data) {
        try (var lines = Files.lines(data.resolve("processes"))) {
            return lines.map(line -> line.split("\t", -1))
                    .flatMap(fields ->
                            ProcessHandle.of(Long.parseLong(fields[1]))
                                    .map(part -> Map.entry(fields[0], part))
                                    .stream())
                    .filter(part -> runs(part.getValue()))
                    .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
        } catch (IOException failure) {
            throw new UncheckedIOException("reading the processes of " + data, failure);
        }
    }

    private static ProcessHandle part(Map<String, ProcessHandle> parts, String name) {
        return Objects.requireNonNull(parts.get(name), name);
    }

    /// Whether a process runs: one that has ended but that nobody has asked about has no command
    /// any more.
    private static boolean runs(ProcessHandle process) {
        return process.isAlive() && process.info().command().isPresent();
    }

    /// What all processes together have in memory, those of PostgreSQL's children included.
    private static long residentKib(Map<String, ProcessHandle> parts) {
        return parts.values().stream()
                .flatMap(part -> Stream.concat(Stream.of(part), part.descendants()))
                .mapToLong(StackIT::residentKib)
                .sum();
    }

    private static long residentKib(ProcessHandle process) {
        try (var status = Files.lines(Path.of("/proc/%d/status".formatted(process.pid())))) {
            return status.filter(line -> line.startsWith("VmRSS:"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                    .sum();
        } catch (IOException failure) {
            throw new UncheckedIOException(
                    "reading the memory of process " + process.pid(), failure);
        }
    }

    private static Ran run(String verb, RunningStack stack, Path data, String argument) {
        return run(verb, stack.basePort(), data, argument);
    }

    private static Ran run(String verb, int basePort, Path data, String argument) {
        return Ran.of(
                RunningStack.command(
                        verb,
                        List.of(argument),
                        "--data",
                        data.toString(),
                        "--base-port",
                        Integer.toString(basePort)));
    }
}
