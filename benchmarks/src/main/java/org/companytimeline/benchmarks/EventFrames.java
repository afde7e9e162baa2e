package org.companytimeline.benchmarks;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/// What one subscriber received: a chunked response of server-sent events, taken apart just so far
/// that events and heartbeats are counted. It looks at eight bytes at a time, so that many
/// subscribers cost little.
///
/// An event is a frame that begins with its `id`; every other one counts as a heartbeat.
final class EventFrames {

    /// Who is told of every event, on the thread that reads.
    interface Listener {

        /// The event with this running number, from 0 on, has come.
        void event(long number);
    }

    /// What came up to the last read.
    ///
    /// @param eventBytes of all frames of events
    /// @param lastHeartbeat the last frame that was no event
    record Received(long events, long eventBytes, long heartbeats, String lastHeartbeat) {}

    private static final long EACH_BYTE = 0x0101010101010101L;
    private static final long ALL_BUT_HIGHEST_BITS = 0x7F * EACH_BYTE;
    private static final long NEW_LINES = '\n' * EACH_BYTE;
    private static final int BITS_TO_HIGHEST_BYTE = 56;
    private static final int NOT_FOUND = -1;
    private static final String END_OF_HEAD = "\r\n\r\n";

    private final Listener listener;
    private final ByteArrayOutputStream heartbeat = new ByteArrayOutputStream();
    private int endOfHead;
    private int chunkRest;
    private int chunkSize;
    private boolean hasChunkSize;
    private boolean insideFrame;
    private boolean insideEvent;
    private boolean afterNewLine;
    private long events;
    private long eventBytes;
    private long heartbeats;
    private String lastHeartbeat = "";
    private volatile Received received = new Received(0, 0, 0, "");

    EventFrames(Listener listener) {
        this.listener = listener;
    }

    Received received() {
        return received;
    }

    /// Takes all bytes up to the limit of a buffer of little-endian order.
    void take(ByteBuffer bytes) {
        int at = afterHead(bytes);
        while (at < bytes.limit()) {
            if (chunkRest == 0) {
                takeChunkSize(bytes.get(at++));
            } else {
                int to = Math.min(bytes.limit(), at + chunkRest);
                takePayload(bytes, at, to);
                chunkRest -= to - at;
                at = to;
            }
        }
        received = new Received(events, eventBytes, heartbeats, lastHeartbeat);
    }

    private int afterHead(ByteBuffer bytes) {
        int at = 0;
        while (at < bytes.limit() && endOfHead < END_OF_HEAD.length()) {
            endOfHead = bytes.get(at) == END_OF_HEAD.charAt(endOfHead) ? endOfHead + 1 : 0;
            at++;
        }
        return at;
    }

    private void takeChunkSize(byte next) {
        int digit = Character.digit(next, 16);
        if (digit >= 0) {
            chunkSize = chunkSize * 16 + digit;
            hasChunkSize = true;
        } else if (next == '\n' && hasChunkSize) {
            if (chunkSize == 0) {
                throw new IllegalStateException("A stream ended");
            }
            chunkRest = chunkSize;
            chunkSize = 0;
            hasChunkSize = false;
        }
    }

    private void takePayload(ByteBuffer bytes, int from, int to) {
        int at = from;
        while (at < to) {
            if (!insideFrame) {
                insideFrame = true;
                insideEvent = bytes.get(at) == 'i';
                afterNewLine = false;
            }
            int end = endOfFrame(bytes, at, to);
            int taken = end == NOT_FOUND ? to : end;
            if (insideEvent) {
                eventBytes += taken - at;
            } else {
                for (int i = at; i < taken; i++) {
                    heartbeat.write(bytes.get(i));
                }
            }
            at = taken;
            if (end != NOT_FOUND) {
                insideFrame = false;
                frameIsWhole();
            }
        }
    }

    private void frameIsWhole() {
        if (insideEvent) {
            listener.event(events);
            events++;
        } else {
            lastHeartbeat = heartbeat.toString(StandardCharsets.US_ASCII);
            heartbeat.reset();
            heartbeats++;
        }
    }

    /// Where the byte after the next two line ends in a row is.
    private int endOfFrame(ByteBuffer bytes, int from, int to) {
        int at = from;
        while (to - at >= Long.BYTES) {
            long newLines = newLines(bytes.getLong(at));
            long carried = afterNewLine ? 0x80 : 0;
            long second = newLines & (newLines << Byte.SIZE | carried);
            if (second != 0) {
                return at + Long.numberOfTrailingZeros(second) / Byte.SIZE + 1;
            }
            afterNewLine = newLines >>> BITS_TO_HIGHEST_BYTE != 0;
            at += Long.BYTES;
        }
        for (; at < to; at++) {
            boolean isNewLine = bytes.get(at) == '\n';
            if (isNewLine && afterNewLine) {
                return at + 1;
            }
            afterNewLine = isNewLine;
        }
        return NOT_FOUND;
    }

    /// The highest bit of each byte that is a line end.
    private static long newLines(long eight) {
        long different = eight ^ NEW_LINES;
        return ~((different & ALL_BUT_HIGHEST_BITS) + ALL_BUT_HIGHEST_BITS
                | different
                | ALL_BUT_HIGHEST_BITS);
    }
}
