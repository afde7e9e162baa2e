package org.companytimeline.system;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/// A server on a bare socket that gives each connection the next of its answers, byte for byte, so
/// that it can break off anywhere.
final class ScriptedServer implements AutoCloseable {

    private static final String HEAD =
            """
            HTTP/1.1 200 OK\r
            Content-Type: application/x-ndjson\r
            Transfer-Encoding: chunked\r
            \r
            """;

    /// @param bytes head and body
    /// @param closes whether the connection is closed after them
    record Answer(String bytes, boolean closes) {

        /// A stream of these lines, each in a chunk of its own, that stays open.
        static Answer stream(String... lines) {
            return new Answer(HEAD + chunks(lines), false);
        }

        /// A stream whose last line is cut in half, between two chunks.
        static Answer cutStream(String whole, String cut) {
            return new Answer(HEAD + chunks(whole, cut.substring(0, cut.length() / 2)), true);
        }

        /// No body.
        static Answer refusal(String status, String header) {
            return new Answer(
                    "HTTP/1.1 %s\r\n%s\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"
                            .formatted(status, header),
                    true);
        }

        private static String chunks(String... lines) {
            StringBuilder chunks = new StringBuilder();
            for (String line : lines) {
                chunks.append("%x\r\n%s\r\n".formatted(line.length(), line));
            }
            return chunks.toString();
        }
    }

    private final ServerSocket server;
    private final List<Answer> answers;
    private final List<CompletableFuture<String>> requests = new ArrayList<>();
    private final List<Socket> open = new ArrayList<>();
    private final Thread thread;

    /// @param answers in ASCII
    ScriptedServer(Answer... answers) throws IOException {
        this.answers = List.of(answers);
        for (Answer _ : answers) {
            requests.add(new CompletableFuture<>());
        }
        server = new ServerSocket(0, answers.length, InetAddress.getLoopbackAddress());
        thread = Thread.ofPlatform().daemon().name("scripted server").start(this::answerAll);
    }

    String address() {
        return "http://127.0.0.1:" + server.getLocalPort();
    }

    /// Waits for the request with this number, from 0 on, and gives its head.
    String request(int number) throws Exception {
        return requests.get(number).get(1, TimeUnit.MINUTES);
    }

    private void answerAll() {
        try {
            for (int i = 0; i < answers.size(); i++) {
                Socket connection = server.accept();
                open.add(connection);
                String request = head(connection);
                Answer answer = answers.get(i);
                connection
                        .getOutputStream()
                        .write(answer.bytes().getBytes(StandardCharsets.US_ASCII));
                if (answer.closes()) {
                    connection.close();
                }
                requests.get(i).complete(request);
            }
        } catch (IOException e) {
            requests.forEach(request -> request.completeExceptionally(e));
        }
    }

    private static String head(Socket connection) throws IOException {
        BufferedReader lines =
                new BufferedReader(
                        new InputStreamReader(
                                connection.getInputStream(), StandardCharsets.US_ASCII));
        StringBuilder head = new StringBuilder();
        for (String line = lines.readLine();
                line != null && !line.isEmpty();
                line = lines.readLine()) {
            head.append(line).append('\n');
        }
        return head.toString();
    }

    @Override
    public void close() {
        try {
            server.close();
            thread.join();
            for (Socket connection : open) {
                connection.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException("closing the scripted server", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
