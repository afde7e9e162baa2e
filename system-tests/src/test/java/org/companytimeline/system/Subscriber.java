package org.companytimeline.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/// A subscriber that loses its connection again and again, resumes with its last cursor, and keeps
/// what it got.
///
/// Every heartbeat is checked against what its connection brought. Some of what comes is read back
/// at once, from the same service.
final class Subscriber implements Callable<Subscriber.Got> {

    private static final int UNAVAILABLE = 503;
    private static final int FEW = 20;
    private static final int MANY = 200;
    private static final int REST_EVERY = 100;
    private static final int REST_MILLIS = 1_500;
    private static final int READ_BACK_EVERY = 20;
    private static final int LONGEST_ABSENCE_MILLIS = 300;

    /// What came over all connections.
    ///
    /// @param told the sum of what the last heartbeats of all connections said, and of the events
    ///   that came after them
    /// @param readBack how many events were found by query as soon as they had come
    record Got(List<JsonNode> events, DigestSum told, int connections, int readBack) {}

    private final StackClient client;
    private final StreamConnection.Format format;
    private final String filter;
    private final boolean isSlow;
    private final Random random;
    private final CountDownLatch connected = new CountDownLatch(1);

    private final List<JsonNode> events = new ArrayList<>();
    private final String start;
    private String cursor = "";
    private DigestSum told = DigestSum.NOTHING;
    private int connections;
    private int readBack;
    private int heartbeatsAtEnd;
    private volatile @Nullable String end;

    /// @param filter parameters of the stream
    /// @param start the parameter that says where it begins
    /// @param isSlow whether it stops reading for a while now and then
    Subscriber(
            StackClient client,
            StreamConnection.Format format,
            String filter,
            String start,
            boolean isSlow,
            Random random) {
        this.client = client;
        this.format = format;
        this.filter = filter;
        this.start = start;
        this.isSlow = isSlow;
        this.random = random;
    }

    /// Waits until its first stream has begun.
    void awaitConnected() throws InterruptedException {
        if (!connected.await(1, TimeUnit.MINUTES)) {
            throw new AssertionError("no stream began with " + filter + start);
        }
    }

    /// Says that nothing comes after this cursor any more.
    void endAt(String cursor) {
        end = cursor;
    }

    /// Follows until it is at the end, and two heartbeats have said so.
    @Override
    public Got call() throws InterruptedException {
        while (heartbeatsAtEnd < 2) {
            try (StreamConnection stream = connect()) {
                if (stream.status() != UNAVAILABLE) {
                    assertThat(stream.status()).isEqualTo(200);
                    connections++;
                    read(stream);
                }
            } catch (IOException serviceWasKilled) {
                // it is started again
            }
            Thread.sleep(random.nextInt(LONGEST_ABSENCE_MILLIS));
        }
        return new Got(events, told, connections, readBack);
    }

    /// A browser keeps its address and resumes with `Last-Event-ID`, others resume with `from`.
    private StreamConnection connect() throws IOException {
        return switch (format) {
            case SSE -> StreamConnection.open(client.query(), format, filter + start, cursor);
            case NDJSON ->
                    StreamConnection.open(
                            client.query(),
                            format,
                            filter + (cursor.isEmpty() ? start : "&from=" + cursor),
                            "");
        };
    }

    private void read(StreamConnection stream) throws IOException, InterruptedException {
        DigestSum said = DigestSum.NOTHING;
        DigestSum since = DigestSum.NOTHING;
        int patience = random.nextInt(random.nextBoolean() ? FEW : MANY);
        try {
            while (heartbeatsAtEnd < 2 && (patience-- > 0 || cursor.isEmpty())) {
                StreamConnection.Item item = stream.next();
                if (item == null) {
                    return;
                }
                cursor = item.cursor();
                if (item.isHeartbeat()) {
                    said = said.plus(since);
                    since = DigestSum.NOTHING;
                    assertThat(DigestSum.said(item.json())).isEqualTo(said);
                    heartbeatsAtEnd = item.cursor().equals(end) ? heartbeatsAtEnd + 1 : 0;
                    connected.countDown();
                } else {
                    events.add(item.json());
                    since = since.plus(item.json());
                    heartbeatsAtEnd = 0;
                    afterwards(item.json());
                }
            }
        } finally {
            told = told.plus(said).plus(since);
        }
    }

    private void afterwards(JsonNode event) throws InterruptedException {
        if (random.nextInt(READ_BACK_EVERY) == 0) {
            readBack(event);
        }
        if (isSlow && end == null && random.nextInt(REST_EVERY) == 0) {
            Thread.sleep(REST_MILLIS);
        }
    }

    /// The event, and the fact that was made of it; unless the service was killed just then.
    private void readBack(JsonNode event) {
        String id = event.path("id").asText();
        try {
            HttpResponse<String> asEvent = client.get(client.query().resolve("/events/" + id));
            HttpResponse<String> asFact = client.get(client.query().resolve("/facts/" + id));
            if (asEvent.statusCode() != UNAVAILABLE && asFact.statusCode() != UNAVAILABLE) {
                assertThat(asEvent.statusCode()).as(asEvent.body()).isEqualTo(200);
                assertThat(Json.of(asEvent)).isEqualTo(event);
                assertThat(asFact.statusCode()).as(asFact.body()).isIn(200, 308);
                readBack++;
            }
        } catch (UncheckedIOException serviceWasKilled) {
            // what it would have said nobody knows
        }
    }
}
