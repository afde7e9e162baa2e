package org.companytimeline.query.stream;

import io.netty.channel.Channel;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.http.HttpVersion;
import io.vertx.core.net.impl.ConnectionBase;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/// The response of one stream, which takes bytes no faster than its subscriber does.
///
/// What waits for the socket is bounded: bytes are gathered and written in slices, and none is
/// written while as much as a slice waits. An event that is larger than a slice is written in
/// several; what is left of it is held here, as a part of the bytes it came from. Belongs to the
/// event loop of the request.
final class Outlet {

    private static final byte[] NOTHING = {};

    /// Of HTTP/2 (RFC 9113, section 7). Without an error code a reset looks like a whole response.
    private static final long INTERNAL_ERROR = 2;

    private final HttpServerRequest request;
    private final HttpServerResponse response;
    private final int sliceBytes;
    private @Nullable Buffer gathered;
    private boolean gatheredIsShared;
    private byte[] rest = NOTHING;
    private int restFrom;
    private int restTo;
    private boolean full;
    private long waitsSinceNanos;

    /// @param sliceBytes how many are written at a time, about, and may wait for the socket
    Outlet(HttpServerRequest request, int sliceBytes) {
        this.request = request;
        this.sliceBytes = sliceBytes;
        response = request.response();
    }

    /// Begins the response.
    ///
    /// @param drained is told when the socket takes more again
    /// @param over is told when the subscriber has gone
    void open(Runnable drained, Runnable over) {
        response.setStatusCode(200);
        response.setChunked(true);
        response.setWriteQueueMaxSize(sliceBytes);
        response.closeHandler(closed -> over.run());
        response.exceptionHandler(fault -> over.run());
        response.drainHandler(drain -> {
            full = false;
            drained.run();
        });
        if (response.closed()) {
            over.run();
        }
    }

    /// Whether nothing should be written until the socket has drained.
    boolean isFull() {
        boolean now = response.writeQueueFull();
        if (now && !full) {
            waitsSinceNanos = System.nanoTime();
        }
        full = now;
        return now;
    }

    /// Whether more bytes may be gathered for this slice; so one never has more than two slices.
    /// What is shared would have to be copied to be added to, so half a slice of it is enough.
    boolean hasRoom() {
        int enough = gatheredIsShared ? sliceBytes / 2 : sliceBytes;
        return restTo == restFrom && (gathered == null || gathered.length() < enough);
    }

    /// Gathers the bytes of one event. Of one that is larger than a slice, what does not fit now is
    /// written by [#writeRest], before anything else.
    void add(byte[] bytes, int from, int to) {
        Buffer own = gatheredOfItsOwn(to - from);
        int most = to - from > sliceBytes ? sliceBytes - own.length() : to - from;
        own.appendBytes(bytes, from, most);
        if (most < to - from) {
            rest = bytes;
            restFrom = from + most;
            restTo = to;
        }
    }

    /// Gathers the bytes of whole events, which other streams write too, at most a slice: they are
    /// copied only if others were gathered before or are after.
    void add(Buffer shared) {
        if (gathered == null) {
            gathered = shared;
            gatheredIsShared = true;
        } else {
            gatheredOfItsOwn(shared.length()).appendBuffer(shared);
        }
    }

    /// What was gathered, where `more` bytes can be added.
    private Buffer gatheredOfItsOwn(int more) {
        Buffer before = gathered;
        if (before != null && !gatheredIsShared) {
            return before;
        }
        Buffer own = Buffer.buffer(Math.min(more, sliceBytes));
        if (before != null) {
            own.appendBuffer(before);
        }
        gathered = own;
        gatheredIsShared = false;
        return own;
    }

    /// Writes what was gathered.
    void flush() {
        if (gathered != null) {
            Buffer slice = gathered;
            gathered = null;
            gatheredIsShared = false;
            var _ = response.write(slice);
        }
    }

    /// Whether an event was written in part.
    boolean isWithinEvent() {
        return restFrom < restTo;
    }

    /// Writes the next slice of an event that was written in part.
    void writeRest() {
        int most = Math.min(restTo - restFrom, sliceBytes);
        var _ = response.write(Buffer.buffer(most).appendBytes(rest, restFrom, most));
        restFrom += most;
        if (restFrom == restTo) {
            rest = NOTHING;
            restFrom = 0;
            restTo = 0;
        }
    }

    /// Writes a whole text, between events, whether or not the socket takes it now.
    void write(String text) {
        var _ = response.write(Buffer.buffer(text));
    }

    /// Ends the response.
    ///
    /// @param over is told when the subscriber has taken everything
    void end(Runnable over) {
        waitsSinceNanos = System.nanoTime();
        var _ = response.end().onComplete(ended -> over.run());
    }

    boolean hasEnded() {
        return response.ended();
    }

    /// Whether something waits for the subscriber.
    boolean isWaiting() {
        return hasEnded() || isFull();
    }

    /// Whether the subscriber has taken nothing for so long of what waits for it.
    boolean isStalled(Duration limit) {
        return isWaiting() && System.nanoTime() - waitsSinceNanos > limit.toNanos();
    }

    /// Gives up, whatever still waits. Other streams of an HTTP/2 connection go on.
    void cut() {
        if (request.version() == HttpVersion.HTTP_2) {
            response.reset(INTERNAL_ERROR);
        } else {
            // The connection's own close() waits until the subscriber has taken what was written.
            Channel channel = ((ConnectionBase) request.connection()).channel();
            channel.unsafe().close(channel.newPromise());
        }
    }
}
