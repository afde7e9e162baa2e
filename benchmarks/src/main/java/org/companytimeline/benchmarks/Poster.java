package org.companytimeline.benchmarks;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.PoolOptions;
import io.vertx.core.http.RequestOptions;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.companytimeline.benchmarks.Workload.Posting;

/// A load generator: posts over keep-alive connections, on each the next request when the last was
/// answered, all on one event loop.
final class Poster implements AutoCloseable {

    private static final int LIMIT_SECONDS = 120;

    private final Vertx vertx =
            Vertx.vertx(new VertxOptions().setEventLoopPoolSize(1).setWorkerPoolSize(1));
    private final HttpClient client;
    private final int port;
    private final String token;
    private final int connections;

    Poster(int port, String token, int connections) {
        this.port = port;
        this.token = token;
        this.connections = connections;
        client =
                vertx.createHttpClient(
                        new HttpClientOptions().setKeepAlive(true).setTcpNoDelay(true),
                        new PoolOptions().setHttp1MaxSize(connections));
    }

    /// Posts each event in a request of its own.
    ///
    /// @return events answered with 201 per second
    double postEach(List<Posting> postings) throws Exception {
        AtomicInteger next = new AtomicInteger();
        long start = System.nanoTime();
        List<Future<Void>> lanes = new ArrayList<>();
        for (int lane = 0; lane < connections; lane++) {
            Promise<Void> done = Promise.promise();
            lanes.add(done.future());
            vertx.runOnContext(_ -> postNext(postings, next, done));
        }
        await(Future.all(lanes).mapEmpty());
        return postings.size() / ((System.nanoTime() - start) / 1e9);
    }

    private void postNext(List<Posting> postings, AtomicInteger next, Promise<Void> done) {
        int i = next.getAndIncrement();
        if (i >= postings.size()) {
            done.tryComplete();
            return;
        }
        post("application/json", Buffer.buffer(postings.get(i).bytes()))
                .onSuccess(answer -> {
                    if (answer.status() == 201) {
                        postNext(postings, next, done);
                    } else {
                        done.tryFail(answer.status() + ": " + answer.body());
                    }
                })
                .onFailure(done::tryFail);
    }

    /// Posts one event, whether others are answered or not; fails unless it is answered with 201.
    CompletableFuture<Void> post(Posting posting) {
        CompletableFuture<Void> done = new CompletableFuture<>();
        vertx.runOnContext(_ ->
                post("application/json", Buffer.buffer(posting.bytes()))
                        .onSuccess(answer -> {
                            if (answer.status() == 201) {
                                done.complete(null);
                            } else {
                                done.completeExceptionally(
                                        new IllegalStateException(
                                                answer.status() + ": " + answer.body()));
                            }
                        })
                        .onFailure(done::completeExceptionally));
        return done;
    }

    /// Posts the events as NDJSON in as many requests as there are connections, at once.
    ///
    /// @return events answered with 201 per second
    double postStreams(List<Posting> postings) throws Exception {
        List<Buffer> bodies = new ArrayList<>();
        for (int lane = 0; lane < connections; lane++) {
            Buffer body = Buffer.buffer();
            for (int i = lane; i < postings.size(); i += connections) {
                body.appendBytes(postings.get(i).bytes()).appendByte((byte) '\n');
            }
            bodies.add(body);
        }
        AtomicInteger accepted = new AtomicInteger();
        long start = System.nanoTime();
        await(
                Future.all(
                                bodies.stream()
                                        .map(body ->
                                                post("application/x-ndjson", body)
                                                        .onSuccess(answer ->
                                                                accepted.addAndGet(
                                                                        accepted(answer.body()))))
                                        .toList())
                        .mapEmpty());
        double seconds = (System.nanoTime() - start) / 1e9;
        if (accepted.get() != postings.size()) {
            throw new IllegalStateException(
                    accepted + " of " + postings.size() + " lines were answered with 201");
        }
        return accepted.get() / seconds;
    }

    private static int accepted(Buffer answers) {
        return (int)
                answers.toString(StandardCharsets.UTF_8)
                        .lines()
                        .filter(line -> line.contains("\"status\":201"))
                        .count();
    }

    private Future<Answer> post(String mediaType, Buffer body) {
        return client.request(
                        new RequestOptions()
                                .setMethod(HttpMethod.POST)
                                .setHost("127.0.0.1")
                                .setPort(port)
                                .setURI("/events"))
                .compose(request -> send(request, mediaType, body))
                .compose(response ->
                        response.body().map(read -> new Answer(response.statusCode(), read)));
    }

    private Future<HttpClientResponse> send(
            HttpClientRequest request, String mediaType, Buffer body) {
        return request.putHeader("Content-Type", mediaType)
                .putHeader("Authorization", "Bearer " + token)
                .send(body);
    }

    private static void await(Future<Void> future) throws Exception {
        future.toCompletionStage().toCompletableFuture().get(LIMIT_SECONDS, TimeUnit.SECONDS);
    }

    @Override
    public void close() {
        client.close();
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    private record Answer(int status, Buffer body) {}
}
