package org.companytimeline.cli;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/// A service that answers one request after the other as it was told.
final class ScriptedService implements AutoCloseable {

    /// One answer.
    interface Answer {
        void to(HttpExchange exchange, CountDownLatch end) throws IOException;
    }

    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final CountDownLatch end = new CountDownLatch(1);
    private final Deque<Answer> answers;
    private final List<String> asked = new ArrayList<>();
    private final List<String> posted = new ArrayList<>();
    private final HttpServer server;

    private ScriptedService(List<Answer> answers) throws IOException {
        this.answers = new ArrayDeque<>(answers);
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        server.createContext("/", this::answer);
        server.start();
    }

    static ScriptedService answering(Answer... answers) throws IOException {
        return new ScriptedService(List.of(answers));
    }

    /// A stream of these lines, which then ends.
    static Answer stream(String... lines) {
        return (exchange, end) -> write(exchange, lines);
    }

    /// A stream that ends no more after these lines.
    static Answer silentAfter(String... lines) {
        return (exchange, end) -> {
            write(exchange, lines);
            exchange.getResponseBody().flush();
            try {
                end.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        };
    }

    static Answer later(String retryAfter) {
        return (exchange, end) -> {
            exchange.getResponseHeaders().add("Retry-After", retryAfter);
            exchange.sendResponseHeaders(503, -1);
        };
    }

    static Answer refusal(int status, String problem) {
        return (exchange, end) -> {
            var body = problem.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(status, body.length);
            exchange.getResponseBody().write(body);
        };
    }

    /// An answer that holds at a point in the log.
    static Answer at(String cursor) {
        return (exchange, end) -> {
            exchange.getResponseHeaders().add("Timeline-Cursor", cursor);
            write(exchange, "{}");
        };
    }

    private static void write(HttpExchange exchange, String... lines) throws IOException {
        exchange.sendResponseHeaders(200, 0);
        for (var line : lines) {
            exchange.getResponseBody().write((line + "\n").getBytes(StandardCharsets.UTF_8));
        }
    }

    private synchronized Answer next(HttpExchange exchange) throws IOException {
        asked.add(exchange.getRequestURI().getRawQuery());
        posted.add(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
        return answers.isEmpty() ? refusal(500, "{}") : answers.remove();
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            next(exchange).to(exchange, end);
        }
    }

    URI address() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    /// The queries of the requests so far.
    synchronized List<String> asked() {
        return List.copyOf(asked);
    }

    /// The bodies of the requests so far.
    synchronized List<String> posted() {
        return List.copyOf(posted);
    }

    @Override
    public void close() {
        end.countDown();
        server.stop(0);
        threads.close();
    }
}
