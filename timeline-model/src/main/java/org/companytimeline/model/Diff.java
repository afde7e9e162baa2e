package org.companytimeline.model;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.function.Predicate;
import org.companytimeline.event.Position;

/// What changed on a timeline between two points in the log: which facts came, which went, and
/// which say something else. Taking the removed ones and those before a change off the earlier
/// timeline and putting the added ones and those after a change on it gives the later one.
///
/// @param added in timeline order
/// @param removed in timeline order
/// @param changed in the order of what they are after the change
public record Diff(List<Entry> added, List<Entry> removed, List<Change> changed) {

    /// How many entries of each list are written.
    public static final int MOST_ENTRIES = 1_000;

    /// A fact that came or went.
    ///
    /// @param events recorded in between that concern it, in recorded order
    public record Entry(Fact fact, List<UUID> events) {}

    /// A fact that says something else. It may have another id: then one of the two holds the claim
    /// after which the other is named.
    ///
    /// @param events recorded in between that concern it, in recorded order
    public record Change(Fact before, Fact after, List<UUID> events) {}

    /// A timeline at a point in the log.
    ///
    /// @param folded all facts of the events that had a part in it, those too that do not stand on
    ///   it: retracted ones, and those that name the company no more
    /// @param stands whether a fact stands on it
    public record Side(Collection<Fact> folded, Predicate<Fact> stands) {

        List<Fact> timeline() {
            return Fact.inOrder(folded.stream().filter(stands).toList());
        }
    }

    /// What changed from one side to the other.
    ///
    /// @param wasRecorded whether an event was recorded before the earlier point
    public static Diff between(Side before, Side after, Predicate<Position> wasRecorded) {
        Concerning concerning = new Concerning(before.folded(), after.folded(), wasRecorded);
        Succession succession = Succession.between(before.timeline(), after.timeline());
        List<Change> changed = new ArrayList<>();
        for (Succession.Pair pair : succession.pairs()) {
            if (!Arrays.equals(FactJson.write(pair.before()), FactJson.write(pair.after()))) {
                changed.add(
                        new Change(
                                pair.before(),
                                pair.after(),
                                concerning.eventsOf(pair.before(), pair.after())));
            }
        }
        changed.sort(Comparator.comparing(change -> change.after().key()));
        return new Diff(
                entries(succession.added(), concerning),
                entries(succession.removed(), concerning),
                List.copyOf(changed));
    }

    private static List<Entry> entries(List<Fact> facts, Concerning concerning) {
        return facts.stream().map(fact -> new Entry(fact, concerning.eventsOf(fact))).toList();
    }

    /// `{added[], addedCount, removed[], removedCount, changed[], changedCount}` as UTF-8, at most
    /// [#MOST_ENTRIES] in each list. What came or went is a fact with `events[]` and `eventCount`
    /// behind its other fields, a change is `{fact, before, after, events[], eventCount}`, where
    /// `fact` is the id after it.
    ///
    /// @param mostBytes no entry begins beyond so many bytes of entries; the counts tell of all
    public byte[] write(long mostBytes) {
        Room room = new Room(mostBytes);
        return FactJson.bytes(json -> {
            json.writeStartObject();
            entries(json, "added", added, room);
            entries(json, "removed", removed, room);
            json.writeArrayFieldStart("changed");
            for (Change change : first(changed)) {
                room.write(json, entry -> change(entry, change));
            }
            json.writeEndArray();
            json.writeNumberField("changedCount", changed.size());
            json.writeEndObject();
        });
    }

    /// The bytes that are left for entries.
    private static final class Room {
        private long left;

        private Room(long bytes) {
            left = bytes;
        }

        private void write(JsonGenerator json, FactJson.Writing entry) throws IOException {
            if (left > 0) {
                byte[] bytes = FactJson.bytes(entry);
                json.writeRawValue(new String(bytes, StandardCharsets.UTF_8));
                left -= bytes.length;
            }
        }
    }

    private static void entries(JsonGenerator json, String name, List<Entry> entries, Room room)
            throws IOException {
        json.writeArrayFieldStart(name);
        for (Entry entry : first(entries)) {
            room.write(json, item -> entry(item, entry));
        }
        json.writeEndArray();
        json.writeNumberField(name + "Count", entries.size());
    }

    private static void entry(JsonGenerator json, Entry entry) throws IOException {
        json.writeStartObject();
        FactJson.fields(json, entry.fact());
        events(json, entry.events());
        json.writeEndObject();
    }

    private static void change(JsonGenerator json, Change change) throws IOException {
        json.writeStartObject();
        json.writeStringField("fact", change.after().id().toString());
        json.writeObjectFieldStart("before");
        FactJson.fields(json, change.before());
        json.writeEndObject();
        json.writeObjectFieldStart("after");
        FactJson.fields(json, change.after());
        json.writeEndObject();
        events(json, change.events());
        json.writeEndObject();
    }

    private static void events(JsonGenerator json, List<UUID> events) throws IOException {
        json.writeArrayFieldStart("events");
        for (UUID event : FactJson.first(events)) {
            json.writeString(event.toString());
        }
        json.writeEndArray();
        json.writeNumberField("eventCount", events.size());
    }

    private static <T> List<T> first(List<T> entries) {
        return entries.subList(0, Math.min(entries.size(), MOST_ENTRIES));
    }
}
