package org.companytimeline.model;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.companytimeline.event.Event;
import org.companytimeline.event.Position;
import org.companytimeline.event.RecordedEvent;

/// Why a fact says what it says: which claims it is made of and what became of each, why one of
/// them leads, who stands behind them, where they differ, and how the fact was known over time.
///
/// It is pure, like the fold: the same fact, policy and events give the same bytes. Every list has
/// a bound and a count beside it: [FactJson#CLAIMS_IN_PLACE], [FactJson#VALUES_IN_PLACE].
public final class Explanation {

    private final Fact fact;
    private final Policy policy;
    private final Collection<RecordedEvent> events;
    private final FactRule<?> rule;

    private Explanation(
            Fact fact, Policy policy, Collection<RecordedEvent> events, FactRule<?> rule) {
        this.fact = fact;
        this.policy = policy;
        this.events = events;
        this.rule = rule;
    }

    /// `{fact, policy, key[], identity, leading, claims[], claimCount, sources[], sourceCount,
    /// voiceCount, conflicts[], known[], knownCount, knownOmitted}` as UTF-8, keys always in this
    /// order, absent values left out.
    ///
    /// @param fact folded under this policy
    /// @param events of the fact's type and its company, of all records where it is merged, with
    ///   the annotations: what the fact was folded from. Others do no harm
    public static byte[] write(Fact fact, Policy policy, Collection<RecordedEvent> events) {
        FactRule<?> rule = FactRules.of(fact.details());
        if (rule == null) {
            throw new IllegalArgumentException("no claims in fact " + fact.id());
        }
        Explanation explanation = new Explanation(fact, policy, events, rule);
        return FactJson.bytes(explanation::write);
    }

    private void write(JsonGenerator json) throws IOException {
        Choice choice = Choice.of(fact, rule, policy);
        json.writeStartObject();
        json.writeObjectFieldStart("fact");
        FactJson.fields(json, fact);
        json.writeEndObject();
        json.writeStringField("policy", policy.policyName());
        identity(json);
        leading(json, choice);
        claims(json, choice);
        sources(json);
        conflicts(json);
        known(json);
        json.writeEndObject();
    }

    private void identity(JsonGenerator json) throws IOException {
        Identity identity = Identity.of(fact, rule);
        json.writeArrayFieldStart("key");
        for (Identity.Part part : identity.key()) {
            json.writeStartObject();
            json.writeStringField("field", part.field());
            FactJson.text(json, "value", part.value().isEmpty() ? null : part.value());
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeStringField("identity", identity.sentence());
    }

    private void leading(JsonGenerator json, Choice choice) throws IOException {
        Choice.Loss decidedBy = choice.decidedBy();
        json.writeObjectFieldStart("leading");
        json.writeStringField("event", fact.leading().event().id().toString());
        json.writeStringField("decidedBy", decidedBy == null ? "only" : decidedBy.by().jsonName());
        json.writeStringField(
                "sentence", decidedBy == null ? "It is the only claim." : decidedBy.reverse());
        json.writeEndObject();
    }

    private void claims(JsonGenerator json, Choice choice) throws IOException {
        Map<Position, Joining> joinings = Joining.of(fact, rule);
        json.writeArrayFieldStart("claims");
        for (Lineage lineage : FactJson.inPlace(fact, fact.lineages())) {
            Position position = lineage.head().position();
            ExplainedClaim.write(
                    json, fact, lineage, joinings.get(position), choice.losses().get(position));
        }
        json.writeEndArray();
        json.writeNumberField("claimCount", fact.lineages().size());
    }

    private void sources(JsonGenerator json) throws IOException {
        CitedSources cited = CitedSources.of(fact);
        json.writeArrayFieldStart("sources");
        for (CitedSources.Cited source : FactJson.first(cited.sources())) {
            json.writeStartObject();
            json.writeNumberField("voice", source.voice());
            FactJson.sourceFields(json, source.source());
            json.writeArrayFieldStart("events");
            for (UUID event : FactJson.first(source.events())) {
                json.writeString(event.toString());
            }
            json.writeEndArray();
            json.writeNumberField("eventCount", source.events().size());
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeNumberField("sourceCount", cited.sources().size());
        json.writeNumberField("voiceCount", cited.voiceCount());
    }

    private void conflicts(JsonGenerator json) throws IOException {
        Map<UUID, String> publishers = new HashMap<>();
        for (Lineage lineage : fact.lineages()) {
            for (Part part : lineage.parts()) {
                Event event = part.event().event();
                publishers.putIfAbsent(event.id(), event.publisher());
            }
        }
        json.writeArrayFieldStart("conflicts");
        for (Conflict conflict : fact.conflicts()) {
            json.writeStartObject();
            json.writeStringField("field", conflict.field());
            json.writeStringField("rule", conflict.rule());
            json.writeStringField("sentence", sentence(conflict));
            json.writeArrayFieldStart("values");
            for (Conflict.Value value : FactJson.first(conflict.values())) {
                value(json, value, publishers);
            }
            json.writeEndArray();
            json.writeNumberField("valueCount", conflict.values().size());
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private static void value(
            JsonGenerator json, Conflict.Value value, Map<UUID, String> publishers)
            throws IOException {
        json.writeStartObject();
        FactJson.tree(json, "value", value.value());
        json.writeArrayFieldStart("saidBy");
        for (UUID event : FactJson.first(value.events())) {
            json.writeStartObject();
            json.writeStringField("event", event.toString());
            FactJson.text(json, "publisher", publishers.get(event));
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeNumberField("eventCount", value.events().size());
        json.writeEndObject();
    }

    private static String sentence(Conflict conflict) {
        return conflict.field().equals(Conflicts.DISPUTED_FIELD)
                ? "Somebody disputes what is stated; it is shown as it is stated."
                : "Claims differ in %s. The fact shows the first of these values, that of the leading claim."
                        .formatted(conflict.field());
    }

    private void known(JsonGenerator json) throws IOException {
        Course course = Course.of(fact, policy, events);
        json.writeArrayFieldStart("known");
        for (Course.Known known : course.known()) {
            json.writeStartObject();
            ExplainedClaim.recorded(json, known.event());
            json.writeFieldName("fact");
            json.writeRawValue(known.json());
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeNumberField("knownCount", course.changes());
        json.writeNumberField("knownOmitted", course.omitted());
    }
}
