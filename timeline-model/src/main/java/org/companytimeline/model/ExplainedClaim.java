package org.companytimeline.model;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.List;
import java.util.UUID;
import org.companytimeline.event.CompanyEvent;
import org.companytimeline.event.CompanyEvent.Confirmed;
import org.companytimeline.event.CompanyEvent.Corrected;
import org.companytimeline.event.CompanyEvent.Disputed;
import org.companytimeline.event.CompanyEvent.Retracted;
import org.companytimeline.event.Event;
import org.companytimeline.event.EventType;
import org.companytimeline.event.Fault;
import org.companytimeline.event.RecordedEvent;
import org.companytimeline.event.Source;
import org.jspecify.annotations.Nullable;

/// One claim of a fact in an [Explanation]: `{claim, event, state, joined, lostBy, sentence,
/// sources[], sourceCount, voiceCount, history[], historyCount}`. `claim` is the claim as it was
/// posted and `event` what counts of it now: the claim itself or its last correction.
final class ExplainedClaim {

    private ExplainedClaim() {}

    /// @param loss absent where it leads or was retracted
    static void write(
            JsonGenerator json,
            Fact fact,
            Lineage lineage,
            @Nullable Joining joining,
            Choice.@Nullable Loss loss)
            throws IOException {
        json.writeStartObject();
        json.writeStringField("claim", lineage.id().toString());
        json.writeStringField("event", lineage.head().event().id().toString());
        boolean leads = lineage.head().position().equals(fact.leading().position());
        json.writeStringField(
                "state", lineage.isRetracted() ? Fact.RETRACTED : leads ? "leading" : "standing");
        if (joining != null) {
            json.writeStringField("joined", joining.jsonName());
        }
        FactJson.text(json, "lostBy", loss == null ? null : loss.by().jsonName());
        json.writeStringField("sentence", sentence(lineage, joining, loss));
        List<Source> sources = lineage.sources();
        json.writeArrayFieldStart("sources");
        for (Source source : FactJson.first(sources)) {
            FactJson.source(json, source);
        }
        json.writeEndArray();
        json.writeNumberField("sourceCount", sources.size());
        json.writeNumberField("voiceCount", Voices.count(sources));
        json.writeArrayFieldStart("history");
        for (Part part : FactJson.first(lineage.parts())) {
            part(json, part);
        }
        json.writeEndArray();
        json.writeNumberField("historyCount", lineage.parts().size());
        json.writeEndObject();
    }

    private static String sentence(
            Lineage lineage, @Nullable Joining joining, Choice.@Nullable Loss loss) {
        String joined = joining == null ? "" : joining.sentence();
        String state =
                lineage.isRetracted()
                        ? " It was retracted, so it shapes nothing."
                        : loss == null ? " It leads." : " " + loss.sentence();
        return joined + state;
    }

    private static void part(JsonGenerator json, Part part) throws IOException {
        Event event = part.event().event();
        json.writeStartObject();
        recorded(json, part.event());
        json.writeStringField("publisher", event.publisher());
        if (event.operator()) {
            json.writeBooleanField("operator", true);
        }
        json.writeStringField("effect", Keys.constant(part.effect()));
        json.writeStringField("reason", Keys.constant(part.reason()));
        UUID by = part.by();
        FactJson.text(json, "by", by == null ? null : by.toString());
        json.writeStringField("sentence", Reasons.sentence(part));
        if (!part.faults().isEmpty()) {
            faults(json, part.faults());
        }
        FactJson.text(json, "said", said(event.details()));
        json.writeEndObject();
    }

    /// What an event is and where it lies, within an object.
    static void recorded(JsonGenerator json, RecordedEvent event) throws IOException {
        json.writeStringField("event", event.event().id().toString());
        json.writeStringField("type", EventType.of(event.event().details()).name());
        json.writeStringField("position", event.position().toString());
        json.writeStringField("recordedAt", FactJson.instant(event.recordedAt()));
    }

    private static void faults(JsonGenerator json, List<Fault> faults) throws IOException {
        json.writeArrayFieldStart("faults");
        for (Fault fault : FactJson.first(faults)) {
            json.writeStartObject();
            json.writeStringField("pointer", fault.pointer());
            json.writeStringField("detail", fault.detail());
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    /// The reason that an annotation gives itself.
    private static @Nullable String said(CompanyEvent details) {
        return switch (details) {
            case Corrected corrected -> corrected.reason();
            case Retracted retracted -> retracted.reason();
            case Confirmed confirmed -> confirmed.reason();
            case Disputed disputed -> disputed.reason();
            default -> null;
        };
    }
}
