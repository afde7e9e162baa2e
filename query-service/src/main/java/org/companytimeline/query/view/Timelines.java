package org.companytimeline.query.view;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import org.companytimeline.event.CompanyId;
import org.companytimeline.event.RecordedEvent;
import org.companytimeline.event.edtf.Edtf;
import org.companytimeline.model.Fact;
import org.companytimeline.model.FactJson;
import org.companytimeline.model.Fold;
import org.companytimeline.model.Policy;
import org.companytimeline.model.TimelineKey;

/// Reads of a company's timeline.
public final class Timelines {

    private Timelines() {}

    /// The facts on a timeline, page by page, all as the first page showed them.
    ///
    /// The stored facts serve as long as nothing on the timeline changed since the first page;
    /// after that the facts are folded from the events that were recorded then.
    public static Answer page(
            Snapshot snapshot,
            CompanyId company,
            TimelineFilter filter,
            Direction direction,
            PageRequest page) {
        LogState log = snapshot.log();
        SortedMap<Integer, Long> changes = snapshot.changes(List.of(company));
        if (changes.isEmpty()) {
            return new Answer.Refused(new Refusal.UnknownCompany(company));
        }
        return new Pages<>(
                        Question.of("timeline", company, filter, direction),
                        "",
                        () -> Cursor.justAfter(log.cursor().log(), changes),
                        FactKey::read,
                        (at, after, limit) ->
                                at.includesAll(changes)
                                        ? snapshot.timeline(
                                                company, filter, direction, after, limit)
                                        : foldedRows(
                                                folded(snapshot, company, at),
                                                filter,
                                                direction,
                                                after,
                                                limit))
                .answer(log, page);
    }

    /// All facts on a timeline at a point in the log, in no particular order.
    static List<Fact> folded(Snapshot snapshot, CompanyId company, Cursor at) {
        List<Fact> facts = new ArrayList<>();
        for (List<RecordedEvent> claims : snapshot.blocksOn(company, at)) {
            for (Fact fact : Fold.block(claims, Policy.DEFAULT_1)) {
                if (fact.companies().contains(company)) {
                    facts.add(fact);
                }
            }
        }
        return facts;
    }

    private static Rows<FactKey> foldedRows(
            List<Fact> facts,
            TimelineFilter filter,
            Direction direction,
            Optional<FactKey> after,
            int limit) {
        Comparator<TimelineKey> order =
                switch (direction) {
                    case ASC -> Comparator.naturalOrder();
                    case DESC -> Comparator.reverseOrder();
                };
        List<Fact> rest =
                facts.stream()
                        .filter(fact -> passes(filter, fact))
                        .filter(fact ->
                                after.isEmpty()
                                        || order.compare(fact.key(), after.get().order()) > 0)
                        .sorted(Comparator.comparing(Fact::key, order))
                        .toList();
        List<Fact> given = rest.subList(0, Math.min(limit, rest.size()));
        return new Rows<>(
                given.stream().map(FactJson::write).toList(),
                given.size() < rest.size()
                        ? Optional.of(new FactKey(given.getLast().key()))
                        : Optional.empty());
    }

    private static boolean passes(TimelineFilter filter, Fact fact) {
        Edtf date = fact.when().edtf();
        return filter.passes(
                fact.type(),
                fact.status(),
                date.earliest().map(Timelines::epochDay),
                date.latest().map(Timelines::epochDay));
    }

    private static int epochDay(LocalDate day) {
        return (int) day.toEpochDay();
    }
}
