package org.companytimeline.model;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.companytimeline.event.CompanyEvent.Annotation;
import org.companytimeline.event.RecordedEvent;

/// Events of one company, sorted into lineages.
///
/// @param lineages one for each claim, in the recorded order of their claims
/// @param adrift annotations that lead to no claim, in recorded order
public record Lineages(List<Lineage> lineages, List<RecordedEvent> adrift) {

    /// The lineages of these events.
    ///
    /// @param events of one company, in any order; of several with one id the first recorded counts
    public static Lineages of(Collection<RecordedEvent> events) {
        List<RecordedEvent> inOrder = inRecordedOrder(events);
        List<RecordedEvent> annotations = new ArrayList<>();
        for (RecordedEvent event : inOrder) {
            if (event.event().details() instanceof Annotation) {
                annotations.add(event);
            }
        }
        if (annotations.isEmpty()) {
            List<Lineage> alone = new ArrayList<>(inOrder.size());
            for (RecordedEvent claim : inOrder) {
                alone.add(Lineage.of(claim));
            }
            return new Lineages(Collections.unmodifiableList(alone), List.of());
        }
        return attached(inOrder, annotations);
    }

    private static Lineages attached(List<RecordedEvent> inOrder, List<RecordedEvent> annotations) {
        Map<UUID, Tree> trees = new HashMap<>();
        List<Tree> claims = new ArrayList<>();
        for (RecordedEvent event : inOrder) {
            if (!(event.event().details() instanceof Annotation)) {
                Tree tree = new Tree(event);
                trees.put(event.event().id(), tree);
                claims.add(tree);
            }
        }
        List<RecordedEvent> adrift = new ArrayList<>();
        for (RecordedEvent annotation : annotations) {
            Tree tree = trees.get(targetOf(annotation));
            if (tree == null) {
                adrift.add(annotation);
            } else {
                // In recorded order: what leads to an annotation before it finds none and drifts.
                tree.annotations.add(annotation);
                trees.put(annotation.event().id(), tree);
            }
        }
        return new Lineages(claims.stream().map(Tree::lineage).toList(), adrift);
    }

    static UUID targetOf(RecordedEvent annotation) {
        return annotation.event().details() instanceof Annotation about
                ? about.target()
                : annotation.event().id();
    }

    private static List<RecordedEvent> inRecordedOrder(Collection<RecordedEvent> events) {
        List<RecordedEvent> inOrder = new ArrayList<>(events);
        inOrder.sort(RecordedEvent.RECORDED_ORDER);
        Set<UUID> seen = HashSet.newHashSet(inOrder.size());
        inOrder.removeIf(recorded -> !seen.add(recorded.event().id()));
        return inOrder;
    }

    /// A claim and the annotations that were found to lead to it.
    private static final class Tree {
        private final RecordedEvent claim;
        private final List<RecordedEvent> annotations = new ArrayList<>();

        private Tree(RecordedEvent claim) {
            this.claim = claim;
        }

        private Lineage lineage() {
            return annotations.isEmpty() ? Lineage.of(claim) : Settlement.of(claim, annotations);
        }
    }
}
