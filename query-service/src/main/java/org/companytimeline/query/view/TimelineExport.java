package org.companytimeline.query.view;

import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.companytimeline.event.CompanyId;
import org.companytimeline.model.Group;
import org.companytimeline.model.Policy;

/// The timelines of all companies in one snapshot (ADR 0020): company by company in the order of
/// their ids, each as it is read alone, under the id by which it goes.
public final class TimelineExport {

    /// How many records are looked up at a time.
    private static final int RECORDS_AT_A_TIME = 500;

    /// Takes what an export gives.
    public interface Taker {

        /// What is held of this record's timeline holds no more: all that stands on it now follows.
        void anew(CompanyId company);

        /// A fact on a timeline.
        ///
        /// @param name of the company
        /// @param body as the company's own timeline gives it
        void fact(CompanyId company, Optional<String> name, byte[] body);
    }

    private final Snapshot snapshot;
    private final Optional<Cursor> since;
    private final Lens now;

    private TimelineExport(Snapshot snapshot, Optional<Cursor> since) {
        this.snapshot = snapshot;
        this.since = since;
        now = lens(snapshot.log().cursor());
    }

    /// Gives all timelines, or those that may have changed since a point in the log.
    public static void read(Snapshot snapshot, Optional<Cursor> since, Taker taker) {
        new TimelineExport(snapshot, since).read(taker);
    }

    private static Lens lens(Cursor at) {
        return new Lens(at, Policy.DEFAULT_1, Period.until(Optional.empty(), Match.POSSIBLE));
    }

    private void read(Taker taker) {
        Optional<CompanyId> after = Optional.empty();
        boolean more = true;
        while (more) {
            List<ListedCompany> records =
                    snapshot.companies().listed(after, since, RECORDS_AT_A_TIME);
            for (ListedCompany record : records) {
                read(record, taker);
                after = Optional.of(record.id());
            }
            more = records.size() == RECORDS_AT_A_TIME;
        }
    }

    private void read(ListedCompany record, Taker taker) {
        CompanyAt company =
                record.maySameAs()
                        ? CompanyAt.of(snapshot, record.id(), now)
                        : new CompanyAt(Group.alone(record.id()), now, now.at(), true);
        if (since.isPresent()) {
            if (!hasChanged(record, company.group(), since.get())) {
                return;
            }
            taker.anew(record.id());
        }
        if (company.id().equals(record.id())) {
            Optional<String> name =
                    company.group().isAlone() ? record.name() : Companies.name(snapshot, company);
            Timelines.all(snapshot, company, body -> taker.fact(record.id(), name, body));
        }
    }

    /// A timeline changes with that of any record which is now merged into the company, or was
    /// then: two records that come together or part are both touched by the event that does it.
    private boolean hasChanged(ListedCompany record, Group group, Cursor then) {
        if (record.hasChanged() || !record.maySameAs()) {
            return record.hasChanged();
        }
        TreeSet<CompanyId> members = new TreeSet<>(group.members());
        members.addAll(new Members(snapshot, lens(then)).around(record.id()).members());
        return !then.includesAll(snapshot.changes(members));
    }
}
