package org.companytimeline.cli;

import java.io.IOException;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Recorded events in the order of a stream, each once, over as many connections as it takes: it
/// connects anew where the last one ended.
final class EventFeed implements AutoCloseable {
    /// Heartbeats come at most 15 seconds apart.
    static final Duration DEAD_AFTER = Duration.ofSeconds(30);

    /// Too many requests or streams, a gateway without a service, a service that stops.
    private static final Set<Integer> LATER = Set.of(429, 502, 503, 504);

    private final StreamQuery query;
    private final Duration deadAfter;
    private final Consumer<String> notices;
    private final ReconnectWait wait =
            new ReconnectWait(ThreadLocalRandom.current(), ReconnectWait.LONGEST);

    private String from;
    private @Nullable StreamConnection connection;
    private boolean hasBegun;
    private boolean isLost;
    private boolean isFresh;

    /// @param deadAfter how long nothing may come on a connection
    /// @param notices is told in a line when the connection is lost, and when it is there again
    EventFeed(StreamQuery query, Duration deadAfter, Consumer<String> notices) {
        this.query = query;
        this.deadAfter = deadAfter;
        this.notices = notices;
        from = query.from();
    }

    /// The next event or heartbeat, once it has come; null at the head if the query doesn't follow.
    ///
    /// @throws CommandException if the service refuses or was never there, or if the stream isn't
    ///   whole
    @Nullable StreamMessage next() {
        while (true) {
            try {
                var current = connected();
                var message = current.next();
                if (message != null) {
                    arrived(message);
                    return message;
                }
                if (!query.follows() && current.isAtHead()) {
                    return null;
                }
                lose("the service ended the stream", "");
            } catch (IOException e) {
                if (!hasBegun) {
                    throw ServiceClient.unreachable("GET " + query.address(from), e);
                }
                lose(ServiceClient.reason(e), "");
            }
        }
    }

    private StreamConnection connected() throws IOException {
        var current = connection;
        while (current == null) {
            switch (StreamConnection.open(query.address(from), deadAfter)) {
                case StreamConnection.Answer.Streaming streaming ->
                        current = streaming.connection();
                case StreamConnection.Answer.Refused refused -> {
                    var refusal =
                            ServiceClient.refusal(
                                    "GET " + query.address(from), refused.status(), refused.body());
                    if (!LATER.contains(refused.status())) {
                        throw new CommandException(refusal);
                    }
                    lose(refusal, refused.retryAfter());
                }
            }
        }
        isFresh = connection == null;
        connection = current;
        return current;
    }

    /// The heartbeat that comes first does not show yet that a connection lasts.
    private void arrived(StreamMessage message) {
        from = message.cursor();
        if (!isFresh) {
            wait.reset();
        }
        if (isLost) {
            isLost = false;
            notices.accept(hasBegun ? "Connected again" : "Connected");
        }
        hasBegun = true;
    }

    private void lose(String why, String retryAfter) {
        close();
        if (!isLost) {
            isLost = true;
            notices.accept(
                    "%s (%s), trying again"
                            .formatted(hasBegun ? "Connection lost" : "Not connected yet", why));
        }
        try {
            Thread.sleep(wait.next(retryAfter));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CommandException("Interrupted while waiting for " + query.service(), e);
        }
    }

    @Override
    public void close() {
        if (connection != null) {
            connection.close();
            connection = null;
        }
    }
}
