package org.companytimeline.model;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.companytimeline.event.CompanyEvent.Corrected;
import org.companytimeline.event.Correction;
import org.companytimeline.event.Event;
import org.companytimeline.event.EventCodec;
import org.companytimeline.event.Position;
import org.companytimeline.event.RecordedEvent;

/// The events that can ever have shared a block with a claim: those of lineages whose claims or
/// corrections have a key or a thread in common, from one to the next. Folding them alone gives the
/// claim's fact as folding all would, at every point in the log.
final class Kin {

    private Kin() {}

    /// A lineage and what others share a block with it by.
    private record Node(Lineage lineage, Set<String> labels) {

        static Node of(Lineage lineage) {
            return new Node(lineage, labelsOf(lineage));
        }

        boolean isNewIn(Map<Position, Lineage> kin) {
            return kin.put(lineage.claim().position(), lineage) == null;
        }
    }

    /// The events that can ever have shared a block with a claim.
    ///
    /// @param claim the position of a claim among these events
    /// @param events of one type of one company, of all its records where it is merged
    /// @return in recorded order
    static List<RecordedEvent> of(Position claim, Collection<RecordedEvent> events) {
        List<Node> nodes = lineages(events).stream().map(Node::of).toList();
        Map<String, List<Node>> byLabel = new HashMap<>();
        for (Node node : nodes) {
            for (String label : node.labels()) {
                byLabel.computeIfAbsent(label, none -> new ArrayList<>()).add(node);
            }
        }
        Map<Position, Lineage> kin = new HashMap<>();
        Deque<Node> open =
                nodes.stream()
                        .filter(node -> node.lineage().claim().position().equals(claim))
                        .filter(node -> node.isNewIn(kin))
                        .collect(Collectors.toCollection(ArrayDeque::new));
        while (!open.isEmpty()) {
            for (String label : open.remove().labels()) {
                List<Node> sharing = byLabel.remove(label);
                if (sharing != null) {
                    sharing.stream().filter(node -> node.isNewIn(kin)).forEach(open::add);
                }
            }
        }
        return kin.values().stream()
                .flatMap(lineage -> lineage.parts().stream())
                .map(Part::event)
                .sorted(RecordedEvent.RECORDED_ORDER)
                .toList();
    }

    private static List<Lineage> lineages(Collection<RecordedEvent> events) {
        return events.stream()
                .collect(Collectors.groupingBy(event -> event.event().company().id()))
                .values()
                .stream()
                .flatMap(ofRecord -> Lineages.of(ofRecord).lineages().stream())
                .toList();
    }

    /// Keys and threads of all that its head could ever be.
    private static Set<String> labelsOf(Lineage lineage) {
        Set<String> labels = new HashSet<>();
        for (Event content : contents(lineage)) {
            String key = Block.of(content);
            labels.add(key);
            if (content.thread() != null) {
                labels.add("thread %s %s".formatted(lineage.publisher(), content.thread()));
            }
        }
        return labels;
    }

    /// All that its head could ever be.
    private static Collection<Event> contents(Lineage lineage) {
        Map<UUID, Event> contents = new HashMap<>();
        contents.put(lineage.id(), lineage.claim().event());
        for (Part part : lineage.parts()) {
            Event event = part.event().event();
            if (event.details() instanceof Corrected corrected) {
                Event target = contents.get(corrected.target());
                if (target != null
                        && EventCodec.correct(target, event)
                                instanceof Correction.Applied applied) {
                    contents.put(event.id(), applied.event());
                }
            }
        }
        return contents.values();
    }
}
