package org.companytimeline.benchmarks;

import io.vertx.core.AbstractVerticle;
import io.vertx.core.Context;
import io.vertx.core.DeploymentOptions;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/// What bare parts allow: a Vert.x server that writes what is posted to it, as it is, to all who
/// have sent it a GET, as fast as their sockets take it. It stores nothing and knows no cursors.
///
/// Argument: port.
final class BareStreamServer extends AbstractVerticle {

    /// As query-service: what it writes at a time, and about as much again may wait.
    private static final int WRITE_BYTES = 32 * 1024;

    private final int port;
    private final Queue<BareStreamServer> all;
    private final List<HttpServerResponse> open = new ArrayList<>();

    private BareStreamServer(int port, Queue<BareStreamServer> all) {
        this.port = port;
        this.all = all;
        all.add(this);
    }

    @SuppressWarnings("SystemOut") // It says that it is ready.
    public static void main(String[] arguments) {
        int port = Integer.parseInt(arguments[0]);
        Queue<BareStreamServer> all = new ConcurrentLinkedQueue<>();
        Vertx.vertx()
                .deployVerticle(
                        () -> new BareStreamServer(port, all),
                        new DeploymentOptions()
                                .setInstances(VertxOptions.DEFAULT_EVENT_LOOP_POOL_SIZE))
                .onSuccess(_ -> System.out.println("ready"))
                .onFailure(e -> {
                    e.printStackTrace();
                    System.exit(1);
                });
    }

    @Override
    public void start(Promise<Void> started) {
        vertx.createHttpServer()
                .requestHandler(this::handle)
                .listen(port, "127.0.0.1")
                .<Void>mapEmpty()
                .onComplete(started);
    }

    private void handle(HttpServerRequest request) {
        if (request.method().equals(HttpMethod.GET)) {
            HttpServerResponse response =
                    request.response().setChunked(true).setWriteQueueMaxSize(WRITE_BYTES);
            var _ =
                    response.putHeader("Content-Type", "text/event-stream")
                            .write("event: heartbeat\n\n");
            open.add(response);
        } else {
            request.body()
                    .onSuccess(frames -> {
                        all.forEach(server -> server.writeToAll(frames));
                        var _ = request.response().end();
                    });
        }
    }

    private void writeToAll(Buffer frames) {
        Context eventLoop = context;
        eventLoop.runOnContext(_ -> open.forEach(response -> new Writing(response, frames).run()));
    }

    /// What one subscriber is being sent.
    private static final class Writing {

        private final HttpServerResponse response;
        private final Buffer frames;
        private int at;

        Writing(HttpServerResponse response, Buffer frames) {
            this.response = response;
            this.frames = frames;
            response.drainHandler(_ -> run());
        }

        void run() {
            while (at < frames.length() && !response.writeQueueFull()) {
                // Writing may drain at once, and so come back to here.
                Buffer next = frames.slice(at, Math.min(frames.length(), at + WRITE_BYTES));
                at += next.length();
                var _ = response.write(next);
            }
        }
    }
}
