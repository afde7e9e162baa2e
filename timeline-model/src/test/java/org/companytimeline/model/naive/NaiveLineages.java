package org.companytimeline.model.naive;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.companytimeline.event.Decoded;
import org.companytimeline.event.EventCodec;
import org.companytimeline.event.Position;
import org.companytimeline.event.PostedDefaults;
import org.jspecify.annotations.Nullable;

/// What the claims and annotations of one record come to, one head for each claim: ADR 0010.
final class NaiveLineages {

    private final List<NaiveEvent> events;
    private final Map<String, NaiveEvent> byId = new HashMap<>();
    private final Set<String> voids = new HashSet<>();

    private NaiveLineages(List<NaiveEvent> events) {
        this.events = events;
        events.forEach(event -> byId.put(event.id(), event));
        for (NaiveEvent event : events.reversed()) {
            NaiveEvent target = target(event);
            if (target != null && retracts(event, target) && target.isAnnotation()) {
                voids.add(target.id());
            }
        }
    }

    /// The heads of one record.
    ///
    /// @param events all of one company, in recorded order, each id once
    static List<NaiveHead> heads(List<NaiveEvent> events) {
        NaiveLineages lineages = new NaiveLineages(events);
        return events.stream().filter(event -> !event.isAnnotation()).map(lineages::head).toList();
    }

    /// The event that an annotation is about, if it counts as being about anything.
    private @Nullable NaiveEvent target(NaiveEvent annotation) {
        NaiveEvent target = annotation.isAnnotation() ? byId.get(annotation.target()) : null;
        if (target == null || target.equals(annotation)) {
            return null;
        }
        boolean after = NaiveEvent.RECORDED_ORDER.compare(target, annotation) < 0;
        return after || !target.isAnnotation() ? target : null;
    }

    private boolean retracts(NaiveEvent event, NaiveEvent target) {
        return event.type().equals("retracted")
                && hasAuthority(event, target)
                && !voids.contains(event.id());
    }

    private static boolean hasAuthority(NaiveEvent annotation, NaiveEvent target) {
        return annotation.byOperator() || annotation.publisher().equals(target.publisher());
    }

    private List<NaiveEvent> about(NaiveEvent target) {
        return events.stream().filter(event -> target.equals(target(event))).toList();
    }

    private Stream<NaiveEvent> leadingTo(NaiveEvent event) {
        return Stream.concat(Stream.of(event), about(event).stream().flatMap(this::leadingTo));
    }

    private boolean isRetracted(NaiveEvent event) {
        return about(event).stream().anyMatch(annotation -> retracts(annotation, event));
    }

    private List<NaiveEvent> corrections(NaiveEvent event) {
        return about(event).stream().filter(annotation -> content(annotation) != null).toList();
    }

    private boolean stands(NaiveEvent event) {
        return !isRetracted(event) || corrections(event).stream().anyMatch(this::stands);
    }

    /// What a claim or an effective correction says in full.
    private @Nullable NaiveEvent content(NaiveEvent event) {
        if (!event.isAnnotation()) {
            return event;
        }
        NaiveEvent target = target(event);
        if (target == null || !event.type().equals("corrected") || !hasAuthority(event, target)) {
            return null;
        }
        NaiveEvent before = content(target);
        return before == null ? null : patched(before, event);
    }

    /// The content of the target, patched, under what is the correction's own; nothing where that
    /// is no valid event.
    private static @Nullable NaiveEvent patched(NaiveEvent target, NaiveEvent correction) {
        ObjectNode content = Json.object();
        for (String field : List.of("when", "status", "thread", "details")) {
            copy(target, field, content);
        }
        JsonNode change = correction.details().path("change");
        ObjectNode patched = merged(content, change);
        boolean redated =
                List.of("edtf", "text", "anchor").stream().anyMatch(change.path("when")::has);
        if (redated && !change.path("when").has("rule")) {
            ((ObjectNode) patched.path("when")).remove("rule");
        }
        patched.put("type", target.type());
        for (String field :
                List.of("id", "company", "sources", "confidence", "lang", "note", "time")) {
            copy(correction, field, patched);
        }
        Decoded decoded =
                EventCodec.decodePosted(
                        Json.bytes(patched),
                        new PostedDefaults(
                                UUID.fromString(correction.id()), correction.publisher(), true));
        return decoded instanceof Decoded.Known known
                ? new NaiveEvent(
                        Json.read(
                                EventCodec.recorded(
                                        known,
                                        new Position(correction.partition(), correction.offset()),
                                        Instant.parse(correction.recordedAt()))))
                : null;
    }

    private static void copy(NaiveEvent from, String field, ObjectNode to) {
        if (from.json().has(field)) {
            to.set(field, from.json().get(field).deepCopy());
        }
    }

    /// RFC 7396.
    private static ObjectNode merged(@Nullable JsonNode target, JsonNode patch) {
        ObjectNode result = target instanceof ObjectNode object ? object.deepCopy() : Json.object();
        patch.properties()
                .forEach(change -> {
                    JsonNode value = change.getValue();
                    if (value.isNull()) {
                        result.remove(change.getKey());
                    } else if (value.isObject()) {
                        result.set(change.getKey(), merged(result.get(change.getKey()), value));
                    } else {
                        result.set(change.getKey(), value);
                    }
                });
        return result;
    }

    private NaiveHead head(NaiveEvent first) {
        NaiveEvent head = first;
        while (true) {
            List<NaiveEvent> standing = corrections(head).stream().filter(this::stands).toList();
            if (standing.isEmpty()) {
                break;
            }
            head = standing.getLast();
        }
        NaiveEvent claim = content(head);
        if (claim == null) {
            throw new IllegalStateException("a head without content: " + head);
        }
        List<NaiveEvent> confirmations = new ArrayList<>();
        List<NaiveEvent> disputes = new ArrayList<>();
        for (NaiveEvent annotation : about(head)) {
            if (!voids.contains(annotation.id())) {
                boolean authority = hasAuthority(annotation, head);
                switch (annotation.type()) {
                    case "confirmed" -> confirmations.add(annotation);
                    case "disputed" -> disputes.add(annotation);
                    default -> {
                        if (!authority) {
                            disputes.add(annotation);
                        }
                    }
                }
            }
        }
        return new NaiveHead(
                first,
                claim,
                head.isAnnotation() ? head.target() : null,
                stands(head),
                confirmations,
                disputes,
                leadingTo(first).toList());
    }
}
