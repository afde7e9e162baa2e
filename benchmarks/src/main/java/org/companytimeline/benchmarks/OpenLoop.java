package org.companytimeline.benchmarks;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/// Requests that start at times fixed beforehand, whether the ones before are answered or not. A
/// latency runs from the time at which a request should have started, so a stall counts for all
/// that it holds up.
final class OpenLoop {

    private record Latency(String kind, double millis) {}

    /// What came of it.
    ///
    /// @param millis latencies, sorted, by kind, and under `all`; failed requests among them
    /// @param failures what failed
    record Outcome(Map<String, double[]> millis, List<String> failures) {

        /// @param title what was asked
        String table(String title, double perSecond, int seconds) {
            StringBuilder table =
                    new StringBuilder(
                            "| %s, %.0f a second for %d s | requests | p50 ms | p99 ms | most ms |%n|---|---:|---:|---:|---:|%n"
                                    .formatted(title, perSecond, seconds));
            millis.forEach((kind, sorted) -> {
                Latencies latencies = new Latencies(sorted);
                table.append(
                        "| %s | %,d | %.1f | %.1f | %.1f |%n"
                                .formatted(
                                        kind,
                                        sorted.length,
                                        latencies.at(0.5),
                                        latencies.at(0.99),
                                        latencies.at(1)));
            });
            return table.toString();
        }
    }

    private OpenLoop() {}

    static Outcome run(URI service, List<Asked> questions, double perSecond) throws Exception {
        Queue<Latency> latencies = new ConcurrentLinkedQueue<>();
        Queue<String> failures = new ConcurrentLinkedQueue<>();
        try (HttpClient client =
                        HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
                ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            long start = System.nanoTime() + 100_000_000;
            for (int i = 0; i < questions.size(); i++) {
                long intended = start + (long) (i * 1e9 / perSecond);
                Asked question = questions.get(i);
                while (System.nanoTime() < intended) {
                    TimeUnit.NANOSECONDS.sleep(intended - System.nanoTime());
                }
                threads.execute(() -> {
                    try {
                        HttpResponse<byte[]> answer =
                                client.send(
                                        HttpRequest.newBuilder(service.resolve(question.path()))
                                                .build(),
                                        HttpResponse.BodyHandlers.ofByteArray());
                        if (answer.statusCode() != 200) {
                            failures.add(question.path() + ": " + answer.statusCode());
                        }
                    } catch (IOException | InterruptedException e) {
                        failures.add(question.path() + ": " + e);
                    }
                    latencies.add(
                            new Latency(question.kind(), (System.nanoTime() - intended) / 1e6));
                });
            }
        }
        Map<String, double[]> sorted = new TreeMap<>();
        questions.stream()
                .map(Asked::kind)
                .distinct()
                .forEach(kind ->
                        sorted.put(
                                kind,
                                latencies.stream()
                                        .filter(latency -> latency.kind().equals(kind))
                                        .mapToDouble(Latency::millis)
                                        .sorted()
                                        .toArray()));
        sorted.put("all", latencies.stream().mapToDouble(Latency::millis).sorted().toArray());
        return new Outcome(sorted, List.copyOf(failures));
    }
}
