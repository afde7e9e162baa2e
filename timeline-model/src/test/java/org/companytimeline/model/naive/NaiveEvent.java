package org.companytimeline.model.naive;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.companytimeline.event.edtf.Edtf;
import org.jspecify.annotations.Nullable;

/// A recorded event as readers get it from `/events`.
public record NaiveEvent(JsonNode json) {

    /// Known time, then partition, then offset.
    static final Comparator<NaiveEvent> RECORDED_ORDER =
            Comparator.comparing((NaiveEvent event) -> event.text("recordedAt"))
                    .thenComparingInt(NaiveEvent::partition)
                    .thenComparingLong(NaiveEvent::offset);

    private static final Set<String> ANNOTATIONS =
            Set.of("corrected", "retracted", "confirmed", "disputed");

    private static final long NO_DAY = 99_000_000;

    public String id() {
        return text("id");
    }

    public String company() {
        return json.at("/company/id").asText();
    }

    String type() {
        return text("type");
    }

    String publisher() {
        return text("publisher");
    }

    String status() {
        return text("status");
    }

    boolean denies() {
        return status().equals("denied");
    }

    boolean byOperator() {
        return json.path("operator").asBoolean();
    }

    @Nullable String thread() {
        return json.path("thread").textValue();
    }

    JsonNode details() {
        return json.path("details");
    }

    List<JsonNode> sources() {
        return json.path("sources").valueStream().toList();
    }

    public int partition() {
        return Integer.parseInt(text("position").split(":", -1)[0]);
    }

    public long offset() {
        return Long.parseLong(text("position").split(":", -1)[1]);
    }

    public String recordedAt() {
        return text("recordedAt");
    }

    boolean isAnnotation() {
        return ANNOTATIONS.contains(type());
    }

    String target() {
        return details().path("target").asText();
    }

    Edtf date() {
        return Edtf.parse(json.at("/when/edtf").asText());
    }

    /// The first day it can mean, as a number.
    long from() {
        return date().earliest().map(day -> day.toEpochDay()).orElse(-NO_DAY);
    }

    /// The last day it can mean, as a number.
    long to() {
        return date().latest().map(day -> day.toEpochDay()).orElse(NO_DAY);
    }

    private String text(String field) {
        return json.path(field).asText();
    }
}
