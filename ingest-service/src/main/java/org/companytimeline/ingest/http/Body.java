package org.companytimeline.ingest.http;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import java.util.concurrent.CompletableFuture;
import org.companytimeline.ingest.accept.InFlightBytes;

/// Reads the body of a request into memory, within a bound for the request and one for all of them.
/// What is over a bound is read and dropped, so that the client, still sending, gets its answer
/// instead of a broken connection.
final class Body {

    /// How reading ended.
    sealed interface Read {
        /// All of it. `held` bytes are held until the request is answered.
        @SuppressWarnings("ArrayRecordComponent") // never compared
        record Whole(byte[] bytes, long held) implements Read {}

        record TooLarge() implements Read {}

        record NoRoom() implements Read {}

        /// The client went away.
        record Broken(Throwable cause) implements Read {}
    }

    private final HttpServerRequest request;
    private final long bytesMax;
    private final InFlightBytes inFlight;
    private final CompletableFuture<Read> read = new CompletableFuture<>();
    private Buffer bytes = Buffer.buffer();
    private long held;

    private Body(HttpServerRequest request, long bytesMax, InFlightBytes inFlight) {
        this.request = request;
        this.bytesMax = bytesMax;
        this.inFlight = inFlight;
    }

    /// To be called on the request's event loop, before anything else reads the request.
    static CompletableFuture<Read> read(
            HttpServerRequest request, long bytesMax, InFlightBytes inFlight) {
        Body body = new Body(request, bytesMax, inFlight);
        body.start();
        return body.read;
    }

    private void start() {
        if (request.isEnded()) {
            read.complete(new Read.Whole(new byte[0], 0));
            return;
        }
        request.exceptionHandler(cause -> giveUp(new Read.Broken(cause)));
        request.endHandler(end -> {
            if (!read.isDone()) {
                read.complete(new Read.Whole(bytes.getBytes(), held));
            }
        });
        request.handler(this::take);
        request.resume();
    }

    private void take(Buffer chunk) {
        if (read.isDone()) {
            return;
        }
        if (held + chunk.length() > bytesMax) {
            giveUp(new Read.TooLarge());
        } else if (!inFlight.tryHold(chunk.length())) {
            giveUp(new Read.NoRoom());
        } else {
            held += chunk.length();
            bytes.appendBuffer(chunk);
        }
    }

    private void giveUp(Read outcome) {
        if (!read.isDone()) {
            inFlight.release(held);
            bytes = Buffer.buffer();
            read.complete(outcome);
        }
    }
}
