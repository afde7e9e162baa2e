package org.companytimeline.benchmarks;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// One subscriber that notes when it saw which event.
final class SeenEvents implements AutoCloseable {

    private static final Duration OPEN_LIMIT = Duration.ofSeconds(20);
    private static final Pattern ID = Pattern.compile("^data: \\{\"id\":\"([^\"]+)\"");

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final Map<String, CompletableFuture<Long>> nanosById = new ConcurrentHashMap<>();
    private final CountDownLatch firstLine = new CountDownLatch(1);

    private SeenEvents() {}

    /// Follows the stream of a service on this port from now on.
    static SeenEvents from(int port) throws Exception {
        SeenEvents seen = new SeenEvents();
        HttpRequest request =
                HttpRequest.newBuilder(
                                URI.create("http://127.0.0.1:%d/events?from=now".formatted(port)))
                        .header("Accept", "text/event-stream")
                        .build();
        var _ =
                seen.client
                        .sendAsync(request, HttpResponse.BodyHandlers.ofLines())
                        .thenAccept(answer -> answer.body().forEach(seen::take));
        if (!seen.firstLine.await(OPEN_LIMIT.toMillis(), TimeUnit.MILLISECONDS)) {
            seen.close();
            throw new TimeoutException("The stream did not begin within " + OPEN_LIMIT);
        }
        return seen;
    }

    private void take(String line) {
        Matcher event = ID.matcher(line);
        if (event.find()) {
            nanosOf(event.group(1)).complete(System.nanoTime());
        }
        firstLine.countDown();
    }

    /// When the event is first seen, by `System.nanoTime()`.
    CompletableFuture<Long> nanosOf(String id) {
        return nanosById.computeIfAbsent(id, _ -> new CompletableFuture<>());
    }

    @Override
    public void close() {
        client.shutdownNow();
    }
}
