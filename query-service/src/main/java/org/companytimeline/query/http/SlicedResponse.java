package org.companytimeline.query.http;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.http.HttpVersion;
import io.vertx.core.net.impl.ConnectionBase;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// A long response that one virtual thread writes: each slice waits until the socket has taken the
/// one before, so that no more than one lies in memory.
final class SlicedResponse {

    static final int SLICE_BYTES = 32 * 1024;

    /// Of HTTP/2 (RFC 9113, section 7).
    private static final long INTERNAL_ERROR = 2;

    private static final String TOO_LONG = "it takes longer than it may";

    /// The response cannot go on.
    static final class Cut extends RuntimeException {

        Cut(String why) {
            super(why);
        }

        Cut(String why, Throwable cause) {
            super(why, cause);
        }
    }

    private final HttpServerRequest request;
    private final HttpServerResponse response;
    private final Duration stalledAfter;
    private final long deadlineNanos;
    private Buffer slice = Buffer.buffer(SLICE_BYTES);
    private boolean begun;

    /// @param stalledAfter how long the reader may take nothing of what waits for it
    /// @param atMost how long all may take
    SlicedResponse(HttpServerRequest request, Duration stalledAfter, Duration atMost) {
        this.request = request;
        response = request.response();
        this.stalledAfter = stalledAfter;
        deadlineNanos = System.nanoTime() + atMost.toNanos();
    }

    /// Sends the head at once, with what has been written so far: how long the rest takes tells
    /// nothing about the connection.
    ///
    /// @throws Cut if the reader has gone or takes too long
    void begin(Map<String, String> headers) {
        begun = true;
        response.setChunked(true);
        headers.forEach(response::putHeader);
        send();
    }

    /// Whether anything has been sent.
    boolean hasBegun() {
        return begun;
    }

    /// Looks, while nothing is sent, whether there is anybody to go on for, and time.
    ///
    /// @throws Cut if the reader has gone, or it takes longer than it may
    void goOn() {
        if (response.closed()) {
            throw new Cut("its reader has gone");
        }
        if (isOver()) {
            throw new Cut(TOO_LONG);
        }
    }

    /// @throws Cut if the reader has gone or takes too long
    void write(byte[] bytes) {
        int from = 0;
        while (from < bytes.length) {
            int length = Math.min(bytes.length - from, SLICE_BYTES - slice.length());
            slice.appendBytes(bytes, from, length);
            from += length;
            if (slice.length() == SLICE_BYTES) {
                send();
            }
        }
    }

    /// Writes the end, by which the reader knows that it has all.
    void end() {
        send();
        var _ = response.end();
    }

    /// Ends the connection, or with HTTP/2 the stream, without the response's end. What the reader
    /// has not taken is dropped: the connection's own way to close would first wait for it to be
    /// taken.
    void cut() {
        if (response.ended()) {
            return;
        }
        if (request.version() != HttpVersion.HTTP_2
                && request.connection() instanceof ConnectionBase connection) {
            connection.channelHandlerContext().close().awaitUninterruptibly();
        } else {
            response.reset(INTERNAL_ERROR);
        }
    }

    private void send() {
        long nanos = Math.min(stalledAfter.toNanos(), deadlineNanos - System.nanoTime());
        try {
            response.write(slice)
                    .toCompletionStage()
                    .toCompletableFuture()
                    .get(Math.max(0, nanos), TimeUnit.NANOSECONDS);
        } catch (TimeoutException e) {
            throw new Cut(isOver() ? TOO_LONG : "its reader takes nothing", e);
        } catch (ExecutionException e) {
            throw new Cut("its reader has gone", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Cut("the service is stopping", e);
        }
        slice = Buffer.buffer(SLICE_BYTES);
    }

    private boolean isOver() {
        return deadlineNanos - System.nanoTime() <= 0;
    }
}
