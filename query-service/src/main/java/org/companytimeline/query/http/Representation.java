package org.companytimeline.query.http;

import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Map;
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

    /// What a reader prefers, by the quality of the most specific range that fits each; the first
    /// of those that are equal. Empty if none will do.
    static Optional<Representation> of(List<MediaType> acceptable) {
        Optional<Representation> best = Optional.empty();
        double quality = 0;
        for (Representation each : values()) {
            double its = each.quality(acceptable);
            if (its > quality) {
                best = Optional.of(each);
                quality = its;
            }
        }
        return best;
    }

    private double quality(List<MediaType> acceptable) {
        MediaType own = MediaType.valueOf(mediaType);
        double quality = 0;
        int specific = -1;
        for (MediaType range : acceptable) {
            int its = range.isWildcardType() ? 0 : range.isWildcardSubtype() ? 1 : 2;
            if (range.isCompatible(own) && its > specific) {
                specific = its;
                quality = quality(range.getParameters());
            }
        }
        return quality;
    }

    private static double quality(Map<String, String> parameters) {
        try {
            return Double.parseDouble(parameters.getOrDefault("q", "1"));
        } catch (NumberFormatException e) {
            return 1;
        }
    }
}
