package org.companytimeline.timeline;

import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.companytimeline.event.Decoded;
import org.companytimeline.event.Event;
import org.companytimeline.event.EventCodec;
import org.companytimeline.event.PostedDefaults;

/// Events as publishers post them.
public final class Claims {

    public static final String PUBLISHER = "urn:example:publisher";

    private Claims() {}

    public static Event posted(UUID id, String json) {
        return posted(id, PUBLISHER, json);
    }

    public static Event posted(UUID id, String publisher, String json) {
        Decoded decoded =
                EventCodec.decodePosted(
                        json.getBytes(StandardCharsets.UTF_8),
                        new PostedDefaults(id, publisher, false));
        return switch (decoded) {
            case Decoded.Known known -> known.event();
            case Decoded.Unknown unknown -> throw new IllegalArgumentException("" + unknown);
            case Decoded.Malformed malformed -> throw new IllegalArgumentException("" + malformed);
        };
    }

    public static Event launched(String company, String product) {
        return launched(UUID.randomUUID(), company, product);
    }

    public static Event launched(UUID id, String company, String product) {
        return posted(
                id,
                """
                {"type": "launched", "company": {"id": "%s", "name": "Name of %s"}, "when": "2025",
                 "details": {"product": "%s"}, "sources": [{"title": "A test"}]}\
                """
                        .formatted(company, company, product));
    }

    /// Founded in a year: all claims of this kind are one fact.
    public static Event founded(UUID id, String company, String year) {
        return posted(
                id,
                """
                {"type": "founded", "company": {"id": "%s"}, "when": "%s",
                 "details": {"place": {"city": "Paris", "country": "FR"}},
                 "sources": [{"title": "A test"}]}\
                """
                        .formatted(company, year));
    }

    /// A retraction, correction or another annotation, by [#PUBLISHER].
    ///
    /// @param change of a correction, else empty
    public static Event annotation(
            UUID id, String type, String company, UUID target, String change) {
        return posted(
                id,
                """
                {"type": "%s", "company": {"id": "%s"}, "details": {"target": "%s"%s},
                 "sources": [{"title": "A test"}]}\
                """
                        .formatted(
                                type,
                                company,
                                target,
                                change.isEmpty() ? "" : ", \"change\": " + change));
    }

    /// A partnership that names another company.
    public static Event partnered(UUID id, String company, String other, String name) {
        return posted(
                id,
                """
                {"type": "partnered", "company": {"id": "%s"}, "when": "2025-03",
                 "details": {"partners": [{"name": "%s", "company": "%s"}]},
                 "sources": [{"title": "A test"}]}\
                """
                        .formatted(company, name, other));
    }
}
