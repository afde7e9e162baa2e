package org.companytimeline.model;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.companytimeline.event.CompanyEvent.Corrected;
import org.companytimeline.event.EventCodec;
import org.companytimeline.event.RecordedEvent;
import org.jspecify.annotations.Nullable;

/// How a fact was known over time: what it said after each event that changed it. The fact is
/// followed by its first recorded claim, whichever fact held that at the time.
///
/// It is folded anew after every event that could have changed it, the last ones first, as far as
/// [#MOST_EVENTS_FOLDED] allows.
///
/// @param known the last of these changes, in recorded order
/// @param changes how many there are among the events that were looked at
/// @param omitted how many earlier events were not looked at
record Course(List<Known> known, int changes, int omitted) {

    /// How many changes are kept.
    static final int MOST_KNOWN = 100;

    /// How many events are folded in all; one that stands in ten folds counts ten times.
    static final long MOST_EVENTS_FOLDED = 500_000;

    /// Folding a correction costs as much as folding this many claims.
    private static final int WEIGHT_OF_CORRECTION = 10;

    /// What was known of a fact after an event.
    ///
    /// @param json what it said then, in short
    record Known(RecordedEvent event, String json) {}

    /// @param events of the fact's type and company, of all its records where it is merged
    static Course of(Fact fact, Policy policy, Collection<RecordedEvent> events) {
        RecordedEvent first = fact.firstClaim();
        List<RecordedEvent> kin = Kin.of(first.position(), events);
        int from = firstLookedAt(kin);
        String before = said(kin.subList(0, from), fact, first, policy);
        Deque<Known> known = new ArrayDeque<>();
        int changes = 0;
        for (int i = from; i < kin.size(); i++) {
            String after = said(kin.subList(0, i + 1), fact, first, policy);
            if (after != null && !after.equals(before)) {
                changes++;
                known.addLast(new Known(kin.get(i), after));
                if (known.size() > MOST_KNOWN) {
                    known.removeFirst();
                }
            }
            before = after;
        }
        return new Course(List.copyOf(known), changes, from);
    }

    private static int firstLookedAt(List<RecordedEvent> events) {
        long all = events.stream().mapToLong(Course::weight).sum();
        long left = MOST_EVENTS_FOLDED;
        int from = events.size();
        while (from > 0 && left >= all) {
            left -= all;
            from--;
            all -= weight(events.get(from));
        }
        return from;
    }

    private static long weight(RecordedEvent event) {
        return switch (event.event().details()) {
            case Corrected _ -> WEIGHT_OF_CORRECTION;
            default -> 1;
        };
    }

    /// What the fact said after these events; null before its first claim.
    private static @Nullable String said(
            List<RecordedEvent> events, Fact fact, RecordedEvent first, Policy policy) {
        Optional<Fact> then =
                Fold.merged(fact.subject(), events, policy).stream()
                        .filter(candidate -> holds(candidate, first))
                        .findFirst();
        return then.map(Course::inShort).orElse(null);
    }

    private static boolean holds(Fact fact, RecordedEvent claim) {
        return fact.lineages().stream()
                .anyMatch(lineage -> lineage.claim().position().equals(claim.position()));
    }

    private static String inShort(Fact fact) {
        byte[] bytes =
                FactJson.bytes(json -> {
                    json.writeStartObject();
                    json.writeStringField("id", fact.id().toString());
                    json.writeStringField("leading", fact.leading().event().id().toString());
                    json.writeFieldName("when");
                    WhenJson.write(json, fact.when());
                    json.writeStringField("status", fact.status());
                    json.writeFieldName("details");
                    EventCodec.writeDetails(fact.details(), json);
                    FactJson.companies(json, fact);
                    json.writeNumberField("claimCount", fact.counting().size());
                    conflicts(json, fact);
                    json.writeEndObject();
                });
        return new String(bytes, StandardCharsets.UTF_8);
    }

    private static void conflicts(JsonGenerator json, Fact fact) throws IOException {
        json.writeArrayFieldStart("conflicts");
        for (Conflict conflict : fact.conflicts()) {
            json.writeString(conflict.field());
        }
        json.writeEndArray();
    }
}
