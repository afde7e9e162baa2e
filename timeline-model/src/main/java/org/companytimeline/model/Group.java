package org.companytimeline.model;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Function;
import org.companytimeline.event.CompanyEvent.SameAs;
import org.companytimeline.event.CompanyId;
import org.jspecify.annotations.Nullable;

/// Records that are said to be of one company (ADR 0011).
///
/// @param canonical the id by which the company goes
/// @param members all ids, the canonical one among them
public record Group(CompanyId canonical, SortedSet<CompanyId> members) {

    /// The most records that are merged; where more are said to be the same none is.
    public static final int MOST_MEMBERS = 100;

    /// The edges at one record.
    ///
    /// @param to the records of which its own facts say that they are the same
    /// @param from the records whose facts say so of it
    public record Edges(Collection<CompanyId> to, Collection<CompanyId> from) {}

    /// A record that is merged with no other.
    public static Group alone(CompanyId company) {
        return new Group(company, new TreeSet<>(Set.of(company)));
    }

    /// The records that a company's own facts say to be the same.
    ///
    /// @param facts of the company, of any type
    public static SortedSet<CompanyId> saidBy(CompanyId company, Collection<Fact> facts) {
        SortedSet<CompanyId> said = new TreeSet<>();
        for (Fact fact : facts) {
            if (fact.subject().equals(company)
                    && fact.holds()
                    && fact.details() instanceof SameAs sameAs
                    && !sameAs.company().equals(company)) {
                said.add(sameAs.company());
            }
        }
        return said;
    }

    /// The group in which a company lies.
    ///
    /// @param edges of a record, without edges to itself; asked once for each
    public static Group around(CompanyId company, Function<CompanyId, Edges> edges) {
        Map<CompanyId, Edges> known = new HashMap<>();
        Deque<CompanyId> open = new ArrayDeque<>();
        open.add(company);
        SortedSet<CompanyId> members = new TreeSet<>();
        members.add(company);
        while (!open.isEmpty()) {
            CompanyId member = open.remove();
            Edges at = edges.apply(member);
            known.put(member, at);
            for (Collection<CompanyId> neighbours : List.of(at.to(), at.from())) {
                for (CompanyId neighbour : neighbours) {
                    if (members.add(neighbour)) {
                        open.add(neighbour);
                    }
                    if (members.size() > MOST_MEMBERS) {
                        return alone(company);
                    }
                }
            }
        }
        CompanyId canonical =
                members.stream()
                        .filter(member -> isSink(known.get(member)))
                        .findFirst()
                        .orElse(members.iterator().next());
        return new Group(canonical, members);
    }

    /// Whether it is merged with no other.
    public boolean isAlone() {
        return members.size() == 1;
    }

    private static boolean isSink(@Nullable Edges edges) {
        return edges == null || edges.to().isEmpty();
    }
}
