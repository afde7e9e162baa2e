package org.companytimeline.ingest.http;

import io.vertx.core.Context;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import java.util.ArrayDeque;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BiFunction;
import org.companytimeline.ingest.accept.Answer;
import org.companytimeline.ingest.accept.InFlightBytes;
import org.jspecify.annotations.Nullable;

/// One NDJSON request: a line in, a line out, in the same order, while the request is still being
/// read, and a last line with the positions reached.
///
/// Reading stops while too many lines or bytes are in flight or the client does not read its
/// answers, so a stream of any length takes bounded memory: one chunk, one line of at most
/// `lineBytesMax`, and `linesInFlightMax` unanswered lines. All state belongs to the event loop of
/// the request; acknowledgements come from other threads and only wake it up.
final class EventStream {

    /// What bounds one stream.
    ///
    /// @param lineBytesMax over it a line is answered with 413 and the stream goes on
    record Bounds(long lineBytesMax, int linesInFlightMax) {}

    /// A line that is not answered yet.
    ///
    /// @param held bytes in flight that belong to the line
    private record Line(long number, long held, CompletableFuture<Answer> answer) {}

    private final HttpServerRequest request;
    private final HttpServerResponse response;
    private final Context eventLoop;
    private final Bounds bounds;
    private final InFlightBytes inFlight;
    private final BiFunction<Long, byte[], CompletableFuture<Answer>> accept;

    private final CompletableFuture<Void> done = new CompletableFuture<>();
    private final AtomicBoolean woken = new AtomicBoolean();
    private final ArrayDeque<Line> unanswered = new ArrayDeque<>();
    private final SortedMap<Integer, Long> offsets = new TreeMap<>();

    private byte[] chunk = {};
    private int chunkRead;
    private Buffer line = Buffer.buffer();
    private long lineHeld;
    private Answer.@Nullable Refused lineRefused;
    private long lineNumber = 1;
    private boolean chunkAsked;
    private boolean ended;

    private EventStream(
            HttpServerRequest request,
            Context eventLoop,
            Bounds bounds,
            InFlightBytes inFlight,
            BiFunction<Long, byte[], CompletableFuture<Answer>> accept) {
        this.request = request;
        this.response = request.response();
        this.eventLoop = eventLoop;
        this.bounds = bounds;
        this.inFlight = inFlight;
        this.accept = accept;
    }

    /// Answers all lines of the request and ends its response. To be called on the request's event
    /// loop, before anything else reads the request.
    ///
    /// @param accept takes a line and its number, from 1
    /// @return completes once the response has ended or the client has gone
    static CompletableFuture<Void> answer(
            HttpServerRequest request,
            Context eventLoop,
            Bounds bounds,
            InFlightBytes inFlight,
            BiFunction<Long, byte[], CompletableFuture<Answer>> accept) {
        EventStream stream = new EventStream(request, eventLoop, bounds, inFlight, accept);
        stream.start();
        return stream.done;
    }

    private void start() {
        response.setStatusCode(200);
        response.putHeader("Content-Type", PostedMedia.X_NDJSON);
        response.setChunked(true);
        response.closeHandler(closed -> abandon());
        response.exceptionHandler(fault -> abandon());
        response.drainHandler(drained -> wake());
        if (request.isEnded()) {
            ended = true;
            run();
            return;
        }
        request.exceptionHandler(fault -> abandon());
        request.endHandler(end -> {
            ended = true;
            run();
        });
        request.pause();
        request.handler(bytes -> {
            chunk = bytes.getBytes();
            chunkRead = 0;
            chunkAsked = false;
            run();
        });
        askForChunk();
    }

    /// Goes on from another thread.
    private void wake() {
        if (woken.compareAndSet(false, true)) {
            eventLoop.runOnContext(now -> {
                woken.set(false);
                run();
            });
        }
    }

    private void run() {
        do {
            writeAnswers();
        } while (!done.isDone() && readLines());
        if (done.isDone() || chunkRead < chunk.length) {
            return;
        }
        if (!ended) {
            askForChunk();
        } else if (lineIsEmpty() && unanswered.isEmpty()) {
            finish();
        }
    }

    private void askForChunk() {
        if (!chunkAsked && mayRead()) {
            chunkAsked = true;
            request.fetch(1);
        }
    }

    private boolean mayRead() {
        return unanswered.size() < bounds.linesInFlightMax() && !response.writeQueueFull();
    }

    /// Reads as far as it may, and returns whether a line came to its end, so that there may be
    /// answers to write.
    private boolean readLines() {
        long firstLine = lineNumber;
        while (chunkRead < chunk.length && mayRead()) {
            int to = chunkRead;
            while (to < chunk.length && chunk[to] != '\n') {
                to++;
            }
            if (!addToLine(to)) {
                return lineNumber > firstLine;
            }
            chunkRead = to;
            if (to < chunk.length) {
                chunkRead++;
                endLine();
            }
        }
        if (ended && chunkRead == chunk.length && !lineIsEmpty() && mayRead()) {
            endLine();
        }
        return lineNumber > firstLine;
    }

    /// Takes bytes up to `to` into the line, and returns false where there is no room now and an
    /// answer under way will make some.
    private boolean addToLine(int to) {
        int length = to - chunkRead;
        if (lineRefused != null || length == 0) {
            return true;
        }
        if (line.length() + length > bounds.lineBytesMax()) {
            refuseLine(Refusals.tooLarge("line", bounds.lineBytesMax()));
        } else if (inFlight.tryHold(length)) {
            lineHeld += length;
            line.appendBytes(chunk, chunkRead, length);
        } else if (unanswered.isEmpty()) {
            refuseLine(Refusals.BUSY);
        } else {
            return false;
        }
        return true;
    }

    private void refuseLine(Answer.Refused refused) {
        inFlight.release(lineHeld);
        lineHeld = 0;
        line = Buffer.buffer();
        lineRefused = refused;
    }

    private boolean lineIsEmpty() {
        return lineRefused == null && line.length() == 0;
    }

    private void endLine() {
        long number = lineNumber++;
        Answer.Refused refused = lineRefused;
        byte[] bytes = line.getBytes();
        long held = lineHeld;
        line = Buffer.buffer();
        lineHeld = 0;
        lineRefused = null;
        if (refused != null) {
            unanswered.add(new Line(number, held, CompletableFuture.completedFuture(refused)));
        } else if (isBlank(bytes)) {
            inFlight.release(held);
        } else {
            CompletableFuture<Answer> answer = accept.apply(number, bytes);
            unanswered.add(new Line(number, held, answer));
            if (!answer.isDone()) {
                var _ = answer.whenComplete((ok, fault) -> wake());
            }
        }
    }

    private static boolean isBlank(byte[] bytes) {
        for (byte b : bytes) {
            if (b != ' ' && b != '\t' && b != '\r') {
                return false;
            }
        }
        return true;
    }

    private void writeAnswers() {
        StringBuilder answers = new StringBuilder();
        Line next = unanswered.peek();
        while (next != null && next.answer().isDone() && !clientIsSlow()) {
            unanswered.remove();
            inFlight.release(next.held());
            answers.append(AnswerJson.line(next.number(), answerOf(next)));
            next = unanswered.peek();
        }
        if (!answers.isEmpty() && !done.isDone()) {
            var _ = response.write(answers.toString());
        }
    }

    private boolean clientIsSlow() {
        return !done.isDone() && response.writeQueueFull();
    }

    private Answer answerOf(Line line) {
        Answer answer =
                line.answer().isCompletedExceptionally() ? Refusals.FAULT : line.answer().join();
        if (answer instanceof Answer.Recorded recorded) {
            offsets.merge(recorded.position().partition(), recorded.position().offset(), Math::max);
        }
        return answer;
    }

    private void finish() {
        response.end("{\"timelinePosition\":\"" + AnswerJson.timelinePosition(offsets) + "\"}\n");
        done.complete(null);
    }

    /// The client has gone: nothing more is read, and what is under way is only waited for.
    private void abandon() {
        if (!done.isDone()) {
            refuseLine(Refusals.BUSY);
            chunk = new byte[0];
            chunkRead = 0;
            done.complete(null);
            run();
        }
    }
}
