package org.companytimeline.ingest.http;

import io.vertx.core.MultiMap;
import jakarta.ws.rs.core.MediaType;
import java.util.Optional;

/// The media types in which events are posted.
enum PostedMedia {
    SHORT_FORM,
    CLOUDEVENT_BINARY,
    CLOUDEVENT_STRUCTURED,
    CLOUDEVENT_BATCH,
    NDJSON;

    static final String JSON = "application/json";
    static final String CLOUDEVENTS_JSON = "application/cloudevents+json";
    static final String CLOUDEVENTS_BATCH_JSON = "application/cloudevents-batch+json";
    static final String X_NDJSON = "application/x-ndjson";

    /// Empty for any other media type. Parameters count for nothing: JSON is always UTF-8, and what
    /// is not is found when it is read.
    static Optional<PostedMedia> of(MultiMap headers) {
        String header = headers.get("Content-Type");
        if (header == null) {
            return Optional.empty();
        }
        MediaType type;
        try {
            type = MediaType.valueOf(header);
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
        return switch (type.getType() + "/" + type.getSubtype()) {
            case JSON ->
                    Optional.of(
                            headers.contains("ce-specversion") ? CLOUDEVENT_BINARY : SHORT_FORM);
            case CLOUDEVENTS_JSON -> Optional.of(CLOUDEVENT_STRUCTURED);
            case CLOUDEVENTS_BATCH_JSON -> Optional.of(CLOUDEVENT_BATCH);
            case X_NDJSON -> Optional.of(NDJSON);
            default -> Optional.empty();
        };
    }
}
