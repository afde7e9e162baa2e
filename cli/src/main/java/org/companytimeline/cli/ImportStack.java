package org.companytimeline.cli;

import java.net.http.HttpClient;
import org.jspecify.annotations.Nullable;

/// The services as an import calls them.
///
/// @param rejected null where nobody may ask for them
record ImportStack(
        HttpClient http,
        EventBatchPost ingest,
        ImportTimelines timelines,
        @Nullable RejectedEvents rejected)
        implements AutoCloseable {
    @Override
    public void close() {
        http.shutdownNow();
    }
}
