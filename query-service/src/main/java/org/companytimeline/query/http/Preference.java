package org.companytimeline.query.http;

import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/// What a reader prefers of what is offered.
final class Preference {

    private Preference() {}

    /// By the quality of the most specific range that fits each; the first of those that are equal.
    /// Empty if none will do.
    ///
    /// @param acceptable the ranges of `Accept`
    static <T> Optional<T> of(
            List<T> offers, Function<T, String> mediaType, List<MediaType> acceptable) {
        Optional<T> best = Optional.empty();
        double quality = 0;
        for (T each : offers) {
            double its = quality(MediaType.valueOf(mediaType.apply(each)), acceptable);
            if (its > quality) {
                best = Optional.of(each);
                quality = its;
            }
        }
        return best;
    }

    private static double quality(MediaType own, List<MediaType> acceptable) {
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
