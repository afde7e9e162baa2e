package org.companytimeline.query.http;

import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Optional;
import org.companytimeline.query.stream.StreamFormat;

/// How recorded events are given: as pages, or as a stream.
enum Representation {
    PAGE(MediaType.APPLICATION_JSON, Optional.empty()),
    SSE(StreamFormat.SSE.mediaType(), Optional.of(StreamFormat.SSE)),
    NDJSON(StreamFormat.NDJSON.mediaType(), Optional.of(StreamFormat.NDJSON));

    private final String mediaType;
    private final Optional<StreamFormat> streamed;

    Representation(String mediaType, Optional<StreamFormat> streamed) {
        this.mediaType = mediaType;
        this.streamed = streamed;
    }

    /// Empty for pages.
    Optional<StreamFormat> streamed() {
        return streamed;
    }

    /// What a reader prefers; empty if none will do.
    static Optional<Representation> of(List<MediaType> acceptable) {
        return Preference.of(List.of(values()), each -> each.mediaType, acceptable);
    }
}
