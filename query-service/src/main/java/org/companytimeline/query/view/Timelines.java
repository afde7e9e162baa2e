package org.companytimeline.query.view;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.companytimeline.event.CompanyId;
import org.companytimeline.event.RecordedEvent;
import org.companytimeline.model.Fact;
import org.companytimeline.model.FactJson;
import org.companytimeline.model.Fold;
import org.companytimeline.model.Group;
import org.companytimeline.model.Policy;
import org.companytimeline.model.TimelineKey;

/// Reads of a company's timeline.
public final class Timelines {

    private Timelines() {}

    /// The facts on a timeline, page by page, all as the first page showed them.
    ///
    /// The stored facts serve as long as nothing on the timeline changed since the point that is
    /// looked at, the policy is the default and the company is merged with no other; else the facts
    /// are folded from the events that were recorded then.
    public static Answer page(
            Snapshot snapshot,
            CompanyId company,
            Lens lens,
            TimelineFilter filter,
            Direction direction,
            PageRequest page) {
        LogState log = snapshot.log();
        Optional<Refusal> refusal = page.refusal(log);
        return refusal.isPresent()
                ? new Answer.Refused(refusal.get())
                : CompanyAt.answer(
                        snapshot,
                        company,
                        lens.at(page),
                        "/timeline",
                        seen ->
                                pages(snapshot, seen, filter.until(lens.period()), direction)
                                        .answer(log, page));
    }

    private static Pages<FactKey> pages(
            Snapshot snapshot, CompanyAt company, TimelineFilter filter, Direction direction) {
        return new Pages<>(
                Question.of(
                        "timeline",
                        company.id(),
                        company.lens().policy().policyName(),
                        filter,
                        direction),
                company.group(),
                company::changePoint,
                FactKey::read,
                (_, after, limit) ->
                        company.isStored()
                                ? snapshot.timeline(company.id(), filter, direction, after, limit)
                                : foldedRows(
                                        facts(snapshot, company),
                                        filter,
                                        direction,
                                        after,
                                        limit,
                                        snapshot.pageBytes()));
    }

    /// Gives all facts on a timeline in its order, a page of the stored ones at a time.
    static void all(Snapshot snapshot, CompanyAt company, Consumer<byte[]> taker) {
        if (!company.isStored()) {
            facts(snapshot, company).stream()
                    .sorted(Comparator.comparing(Fact::key))
                    .map(FactJson::write)
                    .forEach(taker);
            return;
        }
        Optional<FactKey> after = Optional.empty();
        do {
            Rows<FactKey> rows =
                    snapshot.timeline(
                            company.id(),
                            TimelineFilter.ALL,
                            Direction.ASC,
                            after,
                            PageRequest.MAX_LIMIT);
            rows.items().forEach(taker);
            after = rows.last();
        } while (after.isPresent());
    }

    /// All facts on a company's timeline, within the period of the lens, in no particular order.
    static List<Fact> facts(Snapshot snapshot, CompanyAt company) {
        return folded(snapshot, company).stream().filter(company::shows).toList();
    }

    /// A superset, folded from whole blocks or types: retracted facts are among them, and some that
    /// name the company no more.
    static List<Fact> folded(Snapshot snapshot, CompanyAt company) {
        Lens lens = company.lens();
        List<Fact> facts = new ArrayList<>();
        if (company.isCurrent()) {
            for (List<RecordedEvent> block : snapshot.blocksOn(company.id(), lens.at())) {
                facts.addAll(Fold.block(block, lens.policy()));
            }
            return facts;
        }
        Set<CompanyId> members = company.group().members();
        facts.addAll(own(company.group(), snapshot.own(members, lens.at()), lens.policy()));
        for (List<RecordedEvent> others : snapshot.others(members, lens.at())) {
            facts.addAll(Fold.timeline(others, lens.policy()));
        }
        return facts;
    }

    /// The facts of a company's own events.
    ///
    /// @param events all of these records, or all of some types
    static List<Fact> own(Group group, List<RecordedEvent> events, Policy policy) {
        return group.isAlone()
                ? Fold.timeline(events, policy)
                : Fold.merged(group.canonical(), events, policy);
    }

    private static Rows<FactKey> foldedRows(
            List<Fact> facts,
            TimelineFilter filter,
            Direction direction,
            Optional<FactKey> after,
            int limit,
            long pageBytes) {
        Comparator<TimelineKey> order =
                switch (direction) {
                    case ASC -> Comparator.naturalOrder();
                    case DESC -> Comparator.reverseOrder();
                };
        List<Fact> rest =
                facts.stream()
                        .filter(filter::passes)
                        .filter(fact ->
                                after.isEmpty()
                                        || order.compare(fact.key(), after.get().order()) > 0)
                        .sorted(Comparator.comparing(Fact::key, order))
                        .toList();
        return Rows.first(rest, limit, pageBytes, FactJson::write, fact -> new FactKey(fact.key()));
    }
}
