package org.companytimeline.query.view;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;
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

        /// Is asked before each record, since nothing else may come for long; throws to end the
        /// export.
        void goOn();

        /// What is held of this record's timeline holds no more: all that stands on it now follows.
        void anew(CompanyId company);

        /// A fact on a timeline.
        ///
        /// @param name what the company is called now
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
        List<ListedCompany> records;
        do {
            taker.goOn();
            records = snapshot.companies().listed(after, since, RECORDS_AT_A_TIME);
            read(
                    records.stream()
                            .filter(record -> record.hasChanged() || record.maySameAs())
                            .toList(),
                    taker);
            after = records.isEmpty() ? after : Optional.of(records.getLast().id());
        } while (records.size() == RECORDS_AT_A_TIME);
    }

    private void read(List<ListedCompany> records, Taker taker) {
        Map<CompanyId, Group> groups =
                new Groups(snapshot.companies())
                        .around(
                                records.stream()
                                        .filter(ListedCompany::maySameAs)
                                        .map(ListedCompany::id)
                                        .toList());
        Optional<Members> before = since.map(then -> new Members(snapshot, lens(then)));
        for (ListedCompany record : records) {
            taker.goOn();
            Group group = groups.getOrDefault(record.id(), Group.alone(record.id()));
            if (before.isPresent() && !hasChanged(record, group, before.get())) {
                continue;
            }
            if (since.isPresent()) {
                taker.anew(record.id());
            }
            if (group.canonical().equals(record.id())) {
                read(record, new CompanyAt(group, now, now.at(), group.isAlone()), taker);
            }
        }
    }

    private void read(ListedCompany record, CompanyAt company, Taker taker) {
        Optional<String> name = company.group().isAlone() ? record.name() : name(company.group());
        Timelines.all(snapshot, company, body -> taker.fact(record.id(), name, body));
    }

    /// What the record by whose id it goes is called now, else the first that is called anything.
    private Optional<String> name(Group group) {
        Map<CompanyId, CompanyRecord> records =
                CompanyRecord.of(snapshot.companies().parts(group.members()));
        return Stream.concat(Stream.of(group.canonical()), group.members().stream())
                .flatMap(member -> Stream.ofNullable(records.get(member)))
                .flatMap(record -> record.shown().name().stream())
                .findFirst();
    }

    /// A timeline changes with that of any record which is now merged into the company, or was
    /// then: two records that come together or part are both touched by the event that does it.
    private boolean hasChanged(ListedCompany record, Group group, Members before) {
        if (record.hasChanged() || !record.maySameAs()) {
            return record.hasChanged();
        }
        TreeSet<CompanyId> members = new TreeSet<>(group.members());
        members.addAll(before.around(record.id()).members());
        return since.filter(then -> then.includesAll(snapshot.changes(members))).isEmpty();
    }
}
