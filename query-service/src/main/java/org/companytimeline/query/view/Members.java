package org.companytimeline.query.view;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.companytimeline.event.CompanyId;
import org.companytimeline.event.RecordedEvent;
import org.companytimeline.model.Fold;
import org.companytimeline.model.Group;
import org.companytimeline.model.Policy;

/// Finds the records that are merged into one company (ADR 0011), and remembers of each record that
/// it looked at what last changed it.
///
/// A record whose stored facts name no `same-as` now costs nothing but the look at its changes.
final class Members {

    private final Snapshot snapshot;
    private final Lens lens;
    private final Map<CompanyId, Changes> now = new HashMap<>();
    private final Map<CompanyId, SortedMap<Integer, Long>> then = new HashMap<>();
    private final Map<CompanyId, Group.Edges> edges = new HashMap<>();

    Members(Snapshot snapshot, Lens lens) {
        this.snapshot = snapshot;
        this.lens = lens;
    }

    /// The group in which a company lies; itself alone where it is too large to be merged.
    Group around(CompanyId company) {
        return Group.around(company, this::edges);
    }

    /// Whether any event that was recorded until now mentions it.
    boolean isMentioned(CompanyId company) {
        return !changesNow(company).lastOffsets().isEmpty();
    }

    /// Whether nothing on its timeline has changed since the point of the lens.
    boolean isCurrent(CompanyId company) {
        return lens.at().includesAll(changesNow(company).lastOffsets());
    }

    /// The last offset in each partition, before the point of the lens, that changed its timeline.
    SortedMap<Integer, Long> changes(CompanyId company) {
        return then.computeIfAbsent(
                company,
                one ->
                        isCurrent(one)
                                ? changesNow(one).lastOffsets()
                                : snapshot.changes(one, lens.at()));
    }

    /// The last offset in each partition, before the point of the lens, that changed one of these
    /// timelines.
    SortedMap<Integer, Long> changes(Collection<CompanyId> companies) {
        SortedMap<Integer, Long> last = new TreeMap<>();
        for (CompanyId company : companies) {
            changes(company)
                    .forEach((partition, offset) -> last.merge(partition, offset, Math::max));
        }
        return last;
    }

    /// Whether it is said to be the same as any other record.
    boolean hasEdges(CompanyId company) {
        Group.Edges at = edges(company);
        return !at.to().isEmpty() || !at.from().isEmpty();
    }

    private Group.Edges edges(CompanyId company) {
        return edges.computeIfAbsent(company, this::readEdges);
    }

    private Group.Edges readEdges(CompanyId company) {
        boolean isCurrent = isCurrent(company);
        if (isCurrent && !changesNow(company).hasSameAs()) {
            return new Group.Edges(List.of(), List.of());
        }
        return isCurrent && lens.policy() == Policy.DEFAULT_1
                ? storedEdges(company)
                : foldedEdges(company);
    }

    private Group.Edges storedEdges(CompanyId company) {
        SortedSet<CompanyId> to = new TreeSet<>();
        SortedSet<CompanyId> from = new TreeSet<>();
        for (byte[] body : snapshot.sameAs(company)) {
            SameAsEdge edge = SameAsEdge.of(body);
            if (!edge.isLoop()) {
                if (edge.subject().equals(company)) {
                    to.add(edge.said());
                } else if (edge.said().equals(company)) {
                    from.add(edge.subject());
                }
            }
        }
        return new Group.Edges(to, from);
    }

    private Group.Edges foldedEdges(CompanyId company) {
        SortedSet<CompanyId> to = new TreeSet<>();
        SortedSet<CompanyId> from = new TreeSet<>();
        for (List<RecordedEvent> events : snapshot.sameAs(company, lens.at())) {
            CompanyId subject = events.getFirst().event().company().id();
            SortedSet<CompanyId> said = Group.saidBy(subject, Fold.timeline(events, lens.policy()));
            if (subject.equals(company)) {
                to.addAll(said);
            } else if (said.contains(company)) {
                from.add(subject);
            }
        }
        return new Group.Edges(to, from);
    }

    private Changes changesNow(CompanyId company) {
        return now.computeIfAbsent(company, snapshot::changes);
    }
}
