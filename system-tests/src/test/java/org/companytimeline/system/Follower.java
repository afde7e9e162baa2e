package org.companytimeline.system;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;

/// A client in a process of its own, as its user runs it, and what it keeps.
final class Follower implements AutoCloseable {

    private static final Path EXAMPLES = Path.of("../examples").toAbsolutePath().normalize();
    private static final String KEPT_IN_SQLITE =
            """
            import sqlite3, sys
            with sqlite3.connect(sys.argv[1]) as store:
                for row in store.execute("select body from event order by rowid"):
                    print(row[0])
            """;

    private final String name;
    private final ProcessBuilder command;
    private final Path log;
    private final Supplier<List<JsonNode>> kept;
    private @Nullable Process process;

    /// @param log what it says, of all its runs
    private Follower(String name, ProcessBuilder command, Path log, Supplier<List<JsonNode>> kept) {
        this.name = name;
        this.command = command.redirectError(ProcessBuilder.Redirect.appendTo(log.toFile()));
        this.log = log;
        this.kept = kept;
        start();
    }

    /// `./timeline watch --json`.
    static Follower watch(KillableService service, String from, Path folder) {
        Path out = folder.resolve("watched.ndjson");
        ProcessBuilder command =
                RunningStack.command(
                                "watch",
                                List.of("--json", "--from", from),
                                "--base-port",
                                String.valueOf(service.address().getPort()))
                        .redirectOutput(out.toFile());
        return new Follower(
                "watch",
                command,
                folder.resolve("watch.log"),
                () -> wholeLines(out).map(Json::of).toList());
    }

    /// `examples/follow.py`.
    static Follower python(KillableService service, String from, Path folder) {
        return python(stream(service, from), folder);
    }

    /// `examples/follow.py`.
    static Follower python(String stream, Path folder) {
        String file = folder.resolve("events.sqlite").toString();
        ProcessBuilder command =
                new ProcessBuilder(EXAMPLES.resolve("follow.py").toString(), stream, file);
        return new Follower(
                "follow.py",
                command,
                folder.resolve("follow.py.log"),
                () -> linesOf("python3", "-c", KEPT_IN_SQLITE, file).map(Json::of).toList());
    }

    /// The example in Java that follows `GET /events`.
    static Follower java(KillableService service, String from, Path folder) {
        return java(stream(service, from), folder);
    }

    /// The example in Java that follows `GET /events`.
    static Follower java(String stream, Path folder) {
        return java(example("FollowEvents", stream, followed(folder)), folder);
    }

    /// The example in Java that follows `GET /events`, where a file can't grow beyond so many KiB.
    static Follower javaOnFullDisk(String stream, Path folder, int kibibytes) {
        ProcessBuilder unlimited = example("FollowEvents", stream, followed(folder));
        List<String> command = new ArrayList<>();
        command.addAll(List.of("bash", "-c", "ulimit -f %d; exec \"$@\"".formatted(kibibytes), ""));
        command.addAll(unlimited.command());
        return java(unlimited.command(command), folder);
    }

    /// The file that the example in Java keeps events in.
    static Path followed(Path folder) {
        return folder.resolve("followed.ndjson");
    }

    private static Follower java(ProcessBuilder command, Path folder) {
        Path file = followed(folder);
        return new Follower(
                "FollowEvents",
                command,
                folder.resolve("FollowEvents.log"),
                () ->
                        wholeLines(file)
                                .map(Json::of)
                                .filter(line -> line.has("event"))
                                .map(line -> line.get("event"))
                                .toList());
    }

    /// The example in Java that reads Kafka's topic.
    static Follower topic(RunningStack stack, Path folder) {
        Path file = folder.resolve("topic.ndjson");
        return new Follower(
                "ReadTopic",
                example("ReadTopic", "localhost:" + (stack.basePort() + 3), file),
                folder.resolve("ReadTopic.log"),
                () -> wholeLines(file).map(Json::of).toList());
    }

    private static ProcessBuilder example(String program, String from, Path file) {
        return new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx128m",
                "-cp",
                EXAMPLES.resolve("target/classes") + ":" + EXAMPLES.resolve("target/lib") + "/*",
                "org.companytimeline.examples." + program,
                from,
                file.toString());
    }

    private static String stream(KillableService service, String from) {
        return service.address() + "/events?from=" + from;
    }

    void start() {
        try {
            process = command.start();
        } catch (IOException failure) {
            throw new UncheckedIOException("starting " + name, failure);
        }
    }

    /// Ends it with SIGKILL.
    void kill() {
        if (process != null) {
            process.destroyForcibly().onExit().join();
        }
    }

    /// Waits until it ends by itself, and gives what it has said.
    String awaitEnd() {
        Awaitility.await(name + " to end")
                .atMost(Duration.ofMinutes(1))
                .until(() -> process != null && !process.isAlive());
        return text(log);
    }

    /// The events that it has kept so far, in the order in which they came.
    List<JsonNode> events() {
        if (process == null || !process.isAlive()) {
            throw new AssertionError(name + " has ended: " + text(log));
        }
        return kept.get();
    }

    /// The lines that are there as a whole; another process may be writing the next one.
    private static Stream<String> wholeLines(Path file) {
        String text = text(file);
        return text.substring(0, text.lastIndexOf('\n') + 1).lines();
    }

    private static String text(Path file) {
        try {
            return Files.exists(file) ? Files.readString(file) : "";
        } catch (IOException failure) {
            throw new UncheckedIOException("reading " + file, failure);
        }
    }

    private static Stream<String> linesOf(String... command) {
        try {
            Process process = new ProcessBuilder(command).start();
            try (var out = process.inputReader()) {
                return out.lines().toList().stream();
            }
        } catch (IOException failure) {
            throw new UncheckedIOException("running " + command[0], failure);
        }
    }

    @Override
    public String toString() {
        return name;
    }

    @Override
    public void close() {
        kill();
    }
}
