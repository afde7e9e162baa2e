package org.companytimeline.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What was acknowledged is there exactly once and in order, after timeline-service was killed in
/// mid-load.
class ExactlyOnceIT {

    private static final int WRITERS = 8;
    private static final int ACKNOWLEDGED_BEFORE_THE_KILL = 2_000;

    /// By company, the ids that were acknowledged, in the order of their acknowledgement.
    private final Map<String, Queue<String>> acknowledged = new ConcurrentHashMap<>();

    private final AtomicBoolean stop = new AtomicBoolean();

    @TempDir private Path folder;

    @Test
    void an_acknowledged_event_is_there_once_after_a_kill() {
        Path data = folder.resolve("data");
        int basePort;
        try (RunningStack stack = RunningStack.up(data);
                var threads = Executors.newFixedThreadPool(WRITERS)) {
            basePort = stack.basePort();
            IntStream.range(0, WRITERS)
                    .forEach(writer -> threads.execute(() -> writeUntilStopped(stack, writer)));
            Awaitility.await("some load")
                    .atMost(Duration.ofMinutes(1))
                    .until(() -> acknowledgedCount() >= ACKNOWLEDGED_BEFORE_THE_KILL);

            stack.part("timeline-service").destroyForcibly();

            int exitCode = stack.awaitEnd(Duration.ofMinutes(1));
            stop.set(true);
            assertThat(exitCode).isNotZero();
            assertThat(stack.printed()).contains("timeline-service");
        }

        try (RunningStack stack = RunningStack.up(data, basePort)) {
            Map<String, List<String>> served = awaitAll(stack);

            assertThat(served.values().stream().flatMap(List::stream)).doesNotHaveDuplicates();
            acknowledged.forEach((company, ids) ->
                    assertThat(served.get(company))
                            .as("events of " + company)
                            .containsSubsequence(ids));
            acknowledged.forEach((company, ids) ->
                    assertThat(factIds(stack, company)).as(company).containsAll(ids));
        }
    }

    private void writeUntilStopped(RunningStack stack, int writer) {
        for (int event = 0; !stop.get(); event++) {
            String company = "killed-" + writer + "-" + (event % 5);
            try {
                HttpResponse<String> answer =
                        stack.post(Claims.launched(company, "Product " + event));
                if (answer.statusCode() == 201) {
                    acknowledged
                            .computeIfAbsent(company, key -> new ConcurrentLinkedQueue<>())
                            .add(Json.of(answer).get("id").asText());
                }
            } catch (UncheckedIOException ingestIsGone) {
                return; // the stack stops once one of its parts is dead; what was not answered may
                // be lost
            }
        }
    }

    private int acknowledgedCount() {
        return acknowledged.values().stream().mapToInt(Queue::size).sum();
    }

    /// All events by company in recorded order, once the projection has reached the end of the log.
    private Map<String, List<String>> awaitAll(RunningStack stack) {
        Awaitility.await("the projection to reach the end of the log")
                .atMost(Duration.ofMinutes(1))
                .until(() -> lag(stack) == 0);
        return stack.all("/events?order=asc&limit=1000").stream()
                .collect(
                        Collectors.groupingBy(
                                event -> event.at("/company/id").asText(),
                                LinkedHashMap::new,
                                Collectors.mapping(
                                        event -> event.get("id").asText(), Collectors.toList())));
    }

    private static long lag(RunningStack stack) {
        HttpResponse<String> projection =
                stack.get(
                        stack.timeline().resolve("/projection"),
                        "Authorization",
                        "Bearer " + stack.operatorToken());
        assertThat(projection.statusCode()).as(projection.body()).isEqualTo(200);
        return Json.of(projection)
                .get("partitions")
                .valueStream()
                .mapToLong(partition -> partition.get("lag").asLong())
                .sum();
    }

    private static List<String> factIds(RunningStack stack, String company) {
        return stack.all("/companies/" + company + "/timeline?limit=1000").stream()
                .map(fact -> fact.get("id").asText())
                .toList();
    }
}
