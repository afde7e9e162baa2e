package org.companytimeline.query.view;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Gatherers;
import org.companytimeline.event.CompanyId;
import org.companytimeline.model.Group;

/// Finds the groups of many records at once, as the stored facts have them now: one look for all,
/// and one more for each step away from them that a group reaches.
final class Groups {

    /// How many facts of one record are looked at. A record with more has too many others to be
    /// merged with any.
    private static final int MOST_FACTS = 1_000;

    /// How many records are looked up in one statement: their facts lie in memory together.
    private static final int RECORDS_AT_A_TIME = 50;

    private static final Group.Edges NONE = new Group.Edges(Set.of(), Set.of());

    private final CompanyIndex index;
    private final Map<CompanyId, Group.Edges> edges = new HashMap<>();

    Groups(CompanyIndex index) {
        this.index = index;
    }

    Map<CompanyId, Group> around(Collection<CompanyId> records) {
        Map<CompanyId, Group> groups = new LinkedHashMap<>();
        Set<CompanyId> open = new HashSet<>(records);
        while (!open.isEmpty()) {
            List.copyOf(open).stream()
                    .gather(Gatherers.windowFixed(RECORDS_AT_A_TIME))
                    .forEach(this::read);
            open.clear();
            for (CompanyId record : records) {
                groups.put(record, Group.around(record, id -> known(id, open)));
            }
        }
        return groups;
    }

    private Group.Edges known(CompanyId record, Set<CompanyId> open) {
        Group.Edges known = edges.get(record);
        if (known == null) {
            open.add(record);
            return NONE;
        }
        return known;
    }

    private void read(List<CompanyId> records) {
        Map<CompanyId, Set<CompanyId>> to = new HashMap<>();
        Map<CompanyId, Set<CompanyId>> from = new HashMap<>();
        for (byte[] body : index.sameAs(records, MOST_FACTS)) {
            SameAsEdge edge = SameAsEdge.of(body);
            if (!edge.isLoop()) {
                add(to, edge.subject(), edge.said());
                add(from, edge.said(), edge.subject());
            }
        }
        for (CompanyId record : records) {
            edges.put(
                    record,
                    new Group.Edges(
                            to.getOrDefault(record, Set.of()),
                            from.getOrDefault(record, Set.of())));
        }
    }

    /// No more than show that the record has too many others to be merged with any.
    private static void add(
            Map<CompanyId, Set<CompanyId>> edges, CompanyId record, CompanyId other) {
        Set<CompanyId> others = edges.computeIfAbsent(record, none -> new TreeSet<>());
        if (others.size() <= Group.MOST_MEMBERS) {
            others.add(other);
        }
    }
}
