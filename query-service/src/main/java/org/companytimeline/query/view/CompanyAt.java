package org.companytimeline.query.view;

import java.util.SortedMap;
import java.util.function.Function;
import org.companytimeline.event.CompanyId;
import org.companytimeline.model.Fact;
import org.companytimeline.model.Group;
import org.companytimeline.model.Policy;

/// A company as it is seen through a lens.
///
/// @param group the records that are merged into it; most often itself alone
/// @param changePoint just after the last events, before the point of the lens, that changed its
///   timeline: the same for every point between two changes
/// @param isCurrent whether it is alone and nothing on its timeline has changed since the point of
///   the lens, so that its events still lie in the blocks where they lay
public record CompanyAt(Group group, Lens lens, Cursor changePoint, boolean isCurrent) {

    /// The company of which an id is one of the records.
    static CompanyAt of(Snapshot snapshot, CompanyId company, Lens lens) {
        return of(company, new Members(snapshot, lens), lens);
    }

    /// Answers about a company under the id by which it goes: a read of another record is moved
    /// there, one of a company that was not known is refused.
    ///
    /// @param suffix what stands behind the company in the path, such as `/timeline`
    static Answer answer(
            Snapshot snapshot,
            CompanyId company,
            Lens lens,
            String suffix,
            Function<CompanyAt, Answer> answer) {
        Members members = new Members(snapshot, lens);
        if (!members.isMentioned(company)) {
            return new Answer.Refused(new Refusal.UnknownCompany(company));
        }
        if (members.changes(company).isEmpty()) {
            return new Answer.Refused(new Refusal.CompanyNotKnownThen(company));
        }
        CompanyAt seen = of(company, members, lens);
        return seen.id().equals(company)
                ? answer.apply(seen)
                : new Answer.Moved("/companies/" + seen.id() + suffix);
    }

    /// A record with edges that stands alone has too many of them. What shows that lies beyond its
    /// own changes, so every point is one of change.
    static CompanyAt of(CompanyId company, Members members, Lens lens) {
        Group group = members.around(company);
        boolean isCurrent = group.isAlone() && members.isCurrent(company);
        SortedMap<Integer, Long> changes = members.changes(group.members());
        boolean isTooMany = group.isAlone() && members.hasEdges(company);
        return new CompanyAt(
                group,
                lens,
                isTooMany ? lens.at() : Cursor.justAfter(lens.at().log(), changes),
                isCurrent);
    }

    /// The id by which it goes.
    public CompanyId id() {
        return group.canonical();
    }

    /// Whether a fact stands on its timeline, within the period of the lens.
    boolean shows(Fact fact) {
        return !fact.isRetracted()
                && (fact.subject().equals(id())
                        || fact.companies().stream()
                                .anyMatch(company -> group.members().contains(company)))
                && lens.period().includes(fact);
    }

    /// Whether the facts of the read model are those that the lens shows.
    boolean isStored() {
        return isCurrent && lens.policy() == Policy.DEFAULT_1;
    }
}
