package org.companytimeline.model;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.companytimeline.event.CompanyId;
import org.companytimeline.event.Event;
import org.companytimeline.event.EventCodec;
import org.companytimeline.event.RecordedEvent;
import org.companytimeline.event.Source;
import org.jspecify.annotations.Nullable;

/// A fact as readers get it, the same bytes wherever it is written.
public final class FactJson {

    /// How many claims stand in a fact's JSON; the rest are read page by page.
    public static final int CLAIMS_IN_PLACE = 100;

    /// How many values stand in a conflict, and how many events at each of them; the leading
    /// claim's and then the first recorded ones. `valueCount` and `eventCount` tell how many there
    /// are.
    public static final int VALUES_IN_PLACE = 100;

    private static final ObjectMapper MAPPER =
            JsonMapper.builder().enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN).build();

    private static final DateTimeFormatter INSTANT =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);

    private FactJson() {}

    /// `{id, type, company{id, name}, when{edtf, earliest, latest, text, anchor}, status, details,
    /// companies[], claims[], claimCount, conflicts[]}` as UTF-8, keys always in this order, absent
    /// values left out. Claims are those that count: of a retracted fact the retracted ones, else
    /// those that stand. Of more than [#CLAIMS_IN_PLACE] claims the first recorded ones stand in
    /// place, and the leading one in any case.
    public static byte[] write(Fact fact) {
        return bytes(json -> fact(json, fact));
    }

    /// One claim of a fact as it stands in `claims[]`: `{event, position, recordedAt, publisher,
    /// thread, corrects, when, status, details, sources[], confidence, lang, note, confirmedBy[],
    /// disputedBy[], leading}`. `corrects` is the event that it corrects; `confirmedBy` and
    /// `disputedBy` are events, left out where there is none, at most [#VALUES_IN_PLACE].
    public static byte[] writeClaim(Fact fact, Lineage claim) {
        return bytes(json -> claim(json, claim, claim.equals(fact.foremost())));
    }

    private static void fact(JsonGenerator json, Fact fact) throws IOException {
        json.writeStartObject();
        fields(json, fact);
        json.writeEndObject();
    }

    /// The fields of a fact, within an object.
    static void fields(JsonGenerator json, Fact fact) throws IOException {
        json.writeStringField("id", fact.id().toString());
        json.writeStringField("type", fact.type());
        company(json, fact);
        json.writeFieldName("when");
        WhenJson.write(json, fact.when());
        json.writeStringField("status", fact.status());
        json.writeFieldName("details");
        EventCodec.writeDetails(fact.details(), json);
        companies(json, fact);
        json.writeArrayFieldStart("claims");
        List<Lineage> counting = fact.counting();
        for (Lineage claim : inPlace(fact, counting)) {
            claim(json, claim, claim.equals(fact.foremost()));
        }
        json.writeEndArray();
        json.writeNumberField("claimCount", counting.size());
        json.writeArrayFieldStart("conflicts");
        for (Conflict conflict : fact.conflicts()) {
            conflict(json, conflict);
        }
        json.writeEndArray();
    }

    /// `companies[]`, the subject first.
    static void companies(JsonGenerator json, Fact fact) throws IOException {
        json.writeArrayFieldStart("companies");
        json.writeString(fact.subject().value());
        for (CompanyId company : fact.companies()) {
            if (!company.equals(fact.subject())) {
                json.writeString(company.value());
            }
        }
        json.writeEndArray();
    }

    /// Those of these claims of a fact that stand in place.
    static List<Lineage> inPlace(Fact fact, List<Lineage> claims) {
        if (claims.size() <= CLAIMS_IN_PLACE) {
            return claims;
        }
        List<Lineage> first = claims.subList(0, CLAIMS_IN_PLACE);
        if (first.contains(fact.foremost())) {
            return first;
        }
        List<Lineage> withLeading = new ArrayList<>(claims.subList(0, CLAIMS_IN_PLACE - 1));
        withLeading.add(fact.foremost());
        return withLeading;
    }

    private static void claim(JsonGenerator json, Lineage lineage, boolean leading)
            throws IOException {
        RecordedEvent claim = lineage.head();
        Event event = claim.event();
        json.writeStartObject();
        json.writeStringField("event", event.id().toString());
        json.writeStringField("position", claim.position().toString());
        json.writeStringField("recordedAt", instant(claim.recordedAt()));
        json.writeStringField("publisher", event.publisher());
        text(json, "thread", event.thread());
        UUID corrected = lineage.corrected();
        text(json, "corrects", corrected == null ? null : corrected.toString());
        if (event.when() != null) {
            json.writeFieldName("when");
            WhenJson.write(json, event.when());
        }
        json.writeStringField("status", Keys.constant(event.status()));
        json.writeFieldName("details");
        EventCodec.writeDetails(event.details(), json);
        json.writeArrayFieldStart("sources");
        for (Source source : event.sources()) {
            source(json, source);
        }
        json.writeEndArray();
        if (event.confidence() != null) {
            json.writeNumberField("confidence", event.confidence());
        }
        text(json, "lang", event.lang());
        text(json, "note", event.note());
        events(json, "confirmedBy", lineage.confirmations());
        events(json, "disputedBy", lineage.disputes());
        json.writeBooleanField("leading", leading);
        json.writeEndObject();
    }

    private static void events(JsonGenerator json, String name, List<RecordedEvent> events)
            throws IOException {
        if (!events.isEmpty()) {
            json.writeArrayFieldStart(name);
            for (RecordedEvent event : first(events)) {
                json.writeString(event.event().id().toString());
            }
            json.writeEndArray();
        }
    }

    private static void company(JsonGenerator json, Fact fact) throws IOException {
        json.writeObjectFieldStart("company");
        json.writeStringField("id", fact.subject().value());
        text(json, "name", fact.leading().event().company().name());
        json.writeEndObject();
    }

    static void source(JsonGenerator json, Source source) throws IOException {
        json.writeStartObject();
        sourceFields(json, source);
        json.writeEndObject();
    }

    /// The fields of a source, within an object.
    static void sourceFields(JsonGenerator json, Source source) throws IOException {
        text(json, "title", source.title());
        text(json, "publisher", source.publisher());
        text(json, "url", source.url() == null ? null : source.url().toString());
        text(json, "published", source.published() == null ? null : source.published().toString());
        text(json, "kind", source.kind() == null ? null : Keys.constant(source.kind()));
    }

    private static void conflict(JsonGenerator json, Conflict conflict) throws IOException {
        json.writeStartObject();
        json.writeStringField("field", conflict.field());
        json.writeStringField("rule", conflict.rule());
        json.writeArrayFieldStart("values");
        for (Conflict.Value value : first(conflict.values())) {
            json.writeStartObject();
            tree(json, "value", value.value());
            json.writeArrayFieldStart("events");
            for (UUID event : first(value.events())) {
                json.writeString(event.toString());
            }
            json.writeEndArray();
            json.writeNumberField("eventCount", value.events().size());
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeNumberField("valueCount", conflict.values().size());
        json.writeEndObject();
    }

    static <T> List<T> first(List<T> list) {
        return list.subList(0, Math.min(list.size(), VALUES_IN_PLACE));
    }

    static void text(JsonGenerator json, String name, @Nullable String value) throws IOException {
        if (value != null) {
            json.writeStringField(name, value);
        }
    }

    static void tree(JsonGenerator json, String name, JsonNode value) throws IOException {
        json.writeFieldName(name);
        MAPPER.writeTree(json, value);
    }

    static String instant(Instant instant) {
        return INSTANT.format(instant);
    }

    static byte[] bytes(Writing writing) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (JsonGenerator json = MAPPER.createGenerator(bytes)) {
            writing.to(json);
        } catch (IOException e) {
            throw new UncheckedIOException("writing a fact to memory", e);
        }
        return bytes.toByteArray();
    }

    /// Writes JSON.
    interface Writing {
        void to(JsonGenerator json) throws IOException;
    }
}
