package org.companytimeline.model;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.companytimeline.event.RecordedEvent;
import org.companytimeline.event.Source;

/// The sources on which a fact stands: those of the claims that count and of their confirmations.
///
/// @param sources each once, those of one voice together
/// @param voiceCount how many independent voices they are
record CitedSources(List<Cited> sources, int voiceCount) {

    /// A source.
    ///
    /// @param voice a number from 1 on: the same for sources that are copies of each other or of
    ///   one publisher
    /// @param events the claims and confirmations that name it, in the order of their claims
    record Cited(Source source, int voice, List<UUID> events) {}

    static CitedSources of(Fact fact) {
        Map<Source, List<UUID>> eventsBySource = new LinkedHashMap<>();
        for (Lineage lineage : fact.counting()) {
            cite(eventsBySource, lineage.head());
            lineage.confirmations().forEach(confirmation -> cite(eventsBySource, confirmation));
        }
        List<Integer> voices = Voices.numbers(eventsBySource.keySet());
        List<Cited> cited = new ArrayList<>();
        eventsBySource.forEach((source, events) ->
                cited.add(new Cited(source, voices.get(cited.size()) + 1, events)));
        cited.sort(Comparator.comparingInt(Cited::voice));
        return new CitedSources(List.copyOf(cited), cited.isEmpty() ? 0 : cited.getLast().voice());
    }

    private static void cite(Map<Source, List<UUID>> eventsBySource, RecordedEvent event) {
        for (Source source : event.event().sources()) {
            List<UUID> events = eventsBySource.computeIfAbsent(source, first -> new ArrayList<>());
            if (events.isEmpty() || !events.getLast().equals(event.event().id())) {
                events.add(event.event().id());
            }
        }
    }
}
