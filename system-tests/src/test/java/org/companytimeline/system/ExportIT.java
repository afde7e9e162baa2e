package org.companytimeline.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/// `./timeline export` writes what is served.
@ExtendWith(SharedStack.class)
class ExportIT {

    private final RunningStack stack;

    @TempDir private Path folder;

    ExportIT(RunningStack stack) {
        this.stack = stack;
    }

    @Test
    void events_are_those_of_the_stream_to_the_byte() throws Exception {
        Path file = folder.resolve("events.ndjson.gz");

        Ran ran = export("events", "-o", file.toString(), "--type", "founded");

        assertThat(ran.exitCode()).as(ran.printed()).isZero();
        List<String> served =
                served("/events?from=beginning&follow=false&type=founded", "application/x-ndjson")
                        .lines()
                        .filter(line -> line.contains("\",\"event\":{"))
                        .map(line ->
                                line.substring(line.indexOf("\"event\":") + 8, line.length() - 1))
                        .toList();
        assertThat(served).isNotEmpty();
        try (var in = new GZIPInputStream(Files.newInputStream(file))) {
            assertThat(new String(in.readAllBytes(), StandardCharsets.UTF_8).lines())
                    .containsExactlyElementsOf(served);
        }
    }

    @Test
    void timelines_are_those_of_the_service_to_the_byte() throws Exception {
        Path lines = folder.resolve("timelines.ndjson");
        Path table = folder.resolve("timelines.csv");

        Ran asLines = export("timelines", "-o", lines.toString());
        Ran asTable = export("timelines", "--format", "csv", "--output", table.toString());

        assertThat(asLines.exitCode()).as(asLines.printed()).isZero();
        assertThat(lines).hasContent(served("/timelines", "application/x-ndjson"));
        assertThat(asTable.exitCode()).as(asTable.printed()).isZero();
        assertThat(table).hasContent(served("/timelines", "text/csv"));
    }

    @Test
    void a_pipe_takes_it_too_and_what_cannot_be_asked_for_is_one_line_and_no_file() {
        Path file = folder.resolve("events.ndjson");

        Ran piped = export("timelines");
        Ran refused = export("events", "--type", "nonsense", "-o", file.toString());

        assertThat(piped.exitCode()).isZero();
        assertThat(piped.printed()).contains("{\"end\":{\"cursor\":");
        assertThat(refused.exitCode()).isEqualTo(1);
        assertThat(refused.printed()).contains("nonsense").hasLineCount(1);
        assertThat(folder).isEmptyDirectory();
    }

    private Ran export(String what, String... options) {
        return Ran.of(
                RunningStack.command(
                        "export",
                        List.of(what, "--base-port", Integer.toString(stack.basePort())),
                        options));
    }

    private String served(String path, String mediaType) throws Exception {
        try (HttpClient http = HttpClient.newHttpClient()) {
            URI address = stack.query().resolve(path);
            HttpRequest request =
                    HttpRequest.newBuilder(address).header("Accept", mediaType).build();
            return http.send(request, HttpResponse.BodyHandlers.ofString()).body();
        }
    }
}
