package org.companytimeline.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.zip.GZIPInputStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// `./timeline import` as a user runs it, with the first rows of a real export.
class ImportIT {
    private static final Path EXPORT =
            Path.of(
                            Objects.requireNonNullElse(
                                    System.getenv("TIMELINE_TEST_DATA"), "../../shared/data"))
                    .resolve("crunchbase-2015");
    private static final int LINES = 1_001;
    private static final int KILLED = 137;
    private static final int TERMINATED = 143;
    private static final Duration LIMIT = Duration.ofMinutes(2);

    @TempDir private Path folder;

    private Path data = Path.of("");

    @BeforeEach
    void data() {
        assumeTrue(Files.exists(EXPORT), () -> "no test data: " + EXPORT.toAbsolutePath());
        data = folder.resolve("data");
    }

    @Test
    void rows_become_facts_once_and_an_export_of_them_becomes_the_same_facts_whatever_is_killed()
            throws IOException {
        var events = folder.resolve("events.ndjson");
        List<String> facts;
        try (var stack = RunningStack.up(data)) {
            importRows(stack);
            var recorded = recorded(stack);
            facts = facts(stack);

            importRows(stack);

            assertThat(recorded(stack)).isEqualTo(recorded);
            assertThat(facts(stack)).isEqualTo(facts);
            assertThat(stack.get(stack.query().resolve("/companies/-fame/timeline")).body())
                    .contains("2015-01-05", "\"amount\":\"10000000\"");
            look(stack);
            assertThat(run(stack, "export", "events", "-o", events.toString()).exitCode()).isZero();
        }

        data = folder.resolve("other");
        var basePort = RunningStack.freeBasePort();
        try (var stack = RunningStack.up(data, basePort)) {
            killTheImport(stack, events);
            killIngestServiceUnderTheImport(stack, events);
        }
        try (var stack = RunningStack.up(data, basePort)) {
            var last = importEvents(stack, events).awaitEnd();

            assertThat(last.exitCode()).as(last.printed()).isZero();
            assertThat(last.printed()).contains("were settled by an earlier run");
            assertThat(facts(stack)).isEqualTo(facts);
        }
    }

    /// Finds one of some thousand companies on the page, and sees what was imported of it.
    private static void look(RunningStack stack) {
        try (var chromium = new Chromium();
                var visitor = new Visitor(chromium, stack, Visitor.Eyes.DESKTOP)) {
            var page = visitor.open("/");
            PlaywrightAssertions.assertThat(page.locator("event-row").first()).isVisible();
            visitor.screenshot("thousands-start");
            page.locator("input[role=combobox]").fill("qounter");
            page.keyboard().press("Enter");

            PlaywrightAssertions.assertThat(page.locator("h1")).hasText(":Qounter");
            PlaywrightAssertions.assertThat(page.locator("fact-list")).containsText("$700,000");
            visitor.screenshot("thousands-company");
            visitor.expectNoFaults();
        }
    }

    /// Imports the first rows of three files; all are taken, or repeat others.
    private void importRows(RunningStack stack) throws IOException {
        for (var name : List.of("companies", "rounds2", "acquisitions")) {
            var file = folder.resolve(name + ".csv");
            Files.writeString(
                    file,
                    firstLines(EXPORT.resolve(name + ".csv.gz")),
                    StandardCharsets.ISO_8859_1);

            var ran =
                    run(
                            stack,
                            "import",
                            file.toString(),
                            "--mapping",
                            "crunchbase-2015-" + name.replace("2", ""));

            assertThat(ran.exitCode()).as(ran.printed()).isZero();
            assertThat(ran.printed()).containsPattern("1,000 rows: .* 0 refused");
        }
    }

    private static String firstLines(Path zipped) throws IOException {
        try (var in =
                new BufferedReader(
                        new InputStreamReader(
                                new GZIPInputStream(Files.newInputStream(zipped)),
                                StandardCharsets.ISO_8859_1))) {
            return in.lines().limit(LINES).collect(Collectors.joining("\n", "", "\n"));
        }
    }

    private void killTheImport(RunningStack stack, Path events) throws IOException {
        var running = importEvents(stack, events);
        Awaitility.await("rows to be settled").atMost(LIMIT).until(() -> !journal().isEmpty());

        running.process().destroyForcibly();

        assertThat(running.awaitEnd().exitCode()).isEqualTo(KILLED);
    }

    private void killIngestServiceUnderTheImport(RunningStack stack, Path events)
            throws IOException {
        var before = journal();
        var running = importEvents(stack, events);
        Awaitility.await("more rows to be settled")
                .atMost(LIMIT)
                .until(() -> !journal().equals(before));

        stack.part("ingest-service").destroyForcibly();

        stack.awaitEnd(LIMIT);
        running.process().destroy();
        var ended = running.awaitEnd();
        assertThat(ended.exitCode()).as(ended.printed()).isEqualTo(TERMINATED);
        assertThat(ended.printed()).contains("the same command goes on there");
    }

    /// How far an import says that it is; empty where there is none that did not end.
    private String journal() throws IOException {
        var imports = data.resolve("imports");
        if (Files.notExists(imports)) {
            return "";
        }
        try (var files = Files.newDirectoryStream(imports, "*.json")) {
            for (var file : files) {
                return Files.readString(file);
            }
            return "";
        }
    }

    private Running importEvents(RunningStack stack, Path events) throws IOException {
        return start(
                stack,
                "import",
                events.toString(),
                "--lanes",
                "1",
                "--token-file",
                data.resolve("tokens/operator.jwt").toString());
    }

    /// How many events the stream has, and their hash, as its last heartbeat says.
    private static String recorded(RunningStack stack) {
        var stream =
                stack.get(
                        stack.query().resolve("/events?follow=false&from=beginning"),
                        "Accept",
                        "application/x-ndjson");
        var heartbeat = Json.of(stream.body().lines().toList().getLast()).path("heartbeat");
        return heartbeat.path("count").asText() + " " + heartbeat.path("hash").asText();
    }

    /// A digest of each fact of each timeline, without what depends on when it was recorded.
    private static List<String> facts(RunningStack stack) {
        var export =
                stack.get(stack.query().resolve("/timelines"), "Accept", "application/x-ndjson");
        assertThat(export.statusCode()).isEqualTo(200);
        return export.body()
                .lines()
                .map(Json::of)
                .filter(line -> !line.has("end"))
                .map(fact -> {
                    forgetWhenRecorded(fact);
                    return sha256(fact.toString());
                })
                .toList();
    }

    private static void forgetWhenRecorded(JsonNode node) {
        if (node instanceof ObjectNode object) {
            object.remove(List.of("position", "recordedAt"));
        }
        node.forEach(ImportIT::forgetWhenRecorded);
    }

    private static String sha256(String text) {
        try {
            return HexFormat.of()
                    .formatHex(
                            MessageDigest.getInstance("SHA-256")
                                    .digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    private Ended run(RunningStack stack, String... line) throws IOException {
        return start(stack, line).awaitEnd();
    }

    private Running start(RunningStack stack, String... line) throws IOException {
        var output = Files.createTempFile(folder, line[0], ".out");
        var process =
                RunningStack.command(
                                line[0],
                                List.of(line).subList(1, line.length),
                                "--data",
                                data.toString(),
                                "--base-port",
                                Integer.toString(stack.basePort()))
                        .redirectErrorStream(true)
                        .redirectOutput(output.toFile())
                        .start();
        return new Running(process, output);
    }

    private record Ended(int exitCode, String printed) {}

    private record Running(Process process, Path output) {
        String printed() throws IOException {
            return Files.readString(output);
        }

        Ended awaitEnd() throws IOException {
            return new Ended(process.onExit().join().exitValue(), printed());
        }
    }
}
