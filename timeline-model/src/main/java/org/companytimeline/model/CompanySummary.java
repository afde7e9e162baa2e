package org.companytimeline.model;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.companytimeline.event.CompanyEvent;
import org.companytimeline.event.CompanyEvent.Acquired;
import org.companytimeline.event.CompanyEvent.Closed;
import org.companytimeline.event.CompanyEvent.Founded;
import org.companytimeline.event.CompanyEvent.Merged;
import org.companytimeline.event.CompanyEvent.Relocated;
import org.companytimeline.event.CompanyEvent.Renamed;
import org.companytimeline.event.CompanyId;
import org.companytimeline.event.CompanyReference;
import org.companytimeline.event.Place;
import org.companytimeline.event.SeatKind;
import org.companytimeline.event.Status;
import org.jspecify.annotations.Nullable;

/// What a list of companies says of each, by a few of its own facts.
///
/// @param displayName the last name that it took, else the name given; null where it has neither
/// @param country ISO 3166-1 code of its headquarters, else of its founding; null where unknown
/// @param status `active`, `planned` (its founding is, and nothing else has happened), `closed`,
///   `acquired` or `merged`
public record CompanySummary(
        @Nullable String displayName, @Nullable String country, String status) {

    /// The status of a company of which only a founding is planned.
    static final String PLANNED = "planned";

    /// The types of facts that matter here: any other may be left out.
    public static final Set<String> TYPES =
            Set.of("founded", "relocated", "renamed", "closed", "acquired", "merged");

    /// The summary of a company.
    ///
    /// @param givenName the latest name that its own events give, else what others call it
    /// @param facts those about the company itself count, of [#TYPES], in any order
    public static CompanySummary of(
            CompanyId id, @Nullable String givenName, Collection<Fact> facts) {
        List<Fact> own =
                Fact.inOrder(
                        facts.stream()
                                .filter(fact ->
                                        fact.subject().equals(id)
                                                && !fact.isRetracted()
                                                && TYPES.contains(fact.type()))
                                .toList());
        String name = givenName;
        Place founded = null;
        Place headquarters = null;
        for (Fact fact : own) {
            if (!fact.holds()) {
                continue;
            }
            CompanyEvent details = fact.details();
            if (details instanceof Renamed renamed) {
                name = renamed.name();
            } else if (details instanceof Founded founding && founding.place() != null) {
                founded = founding.place();
            } else if (details instanceof Relocated move
                    && Keys.seat(move) == SeatKind.HEADQUARTERS) {
                headquarters = move.to();
            }
        }
        return new CompanySummary(
                name, country(headquarters == null ? founded : headquarters), status(id, own));
    }

    /// The last of a company's own facts that ended it; null where none did.
    static @Nullable Fact ending(CompanyId id, List<Fact> inOrder) {
        Fact last = null;
        for (Fact fact : inOrder) {
            if (fact.subject().equals(id) && fact.holds() && isEnding(id, fact.details())) {
                last = fact;
            }
        }
        return last;
    }

    private static boolean isEnding(CompanyId id, CompanyEvent details) {
        if (details instanceof Merged merged) {
            CompanyReference successor = merged.successor();
            return successor == null || !id.equals(successor.company());
        }
        return details instanceof Closed || details instanceof Acquired;
    }

    private static String status(CompanyId id, List<Fact> own) {
        Fact ending = ending(id, own);
        if (ending != null) {
            return ending.type();
        }
        return planned(id, own) != null && own.stream().noneMatch(Fact::holds) ? PLANNED : "active";
    }

    /// The last of a company's own foundings that are planned; null where none is.
    static @Nullable Fact planned(CompanyId id, List<Fact> inOrder) {
        Fact last = null;
        for (Fact fact : inOrder) {
            if (fact.subject().equals(id)
                    && fact.details() instanceof Founded
                    && fact.leading().event().status() == Status.PLANNED) {
                last = fact;
            }
        }
        return last;
    }

    private static @Nullable String country(@Nullable Place place) {
        return place == null || place.country() == null ? null : place.country().code();
    }
}
