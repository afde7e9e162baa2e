package org.companytimeline.ingest.http;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.companytimeline.ingest.IngestConfig;

/// Counts the streams that each publisher has open, up to a bound.
@ApplicationScoped
class OpenStreams {

    private final int perPublisherMax;
    private final ConcurrentMap<String, Integer> open = new ConcurrentHashMap<>();

    @Inject
    OpenStreams(IngestConfig config) {
        this.perPublisherMax = config.ingest().streamsPerPublisherMax();
    }

    /// Counts one more, and returns false where the publisher has as many as it may
    boolean tryOpen(String publisher) {
        boolean[] opened = {false};
        open.compute(
                publisher,
                (who, before) -> {
                    int count = before == null ? 0 : before;
                    opened[0] = count < perPublisherMax;
                    return opened[0] ? count + 1 : count;
                });
        return opened[0];
    }

    void close(String publisher) {
        open.computeIfPresent(publisher, (who, count) -> count == 1 ? null : count - 1);
    }
}
