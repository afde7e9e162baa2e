package org.companytimeline.query.view;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.companytimeline.event.CompanyId;
import org.companytimeline.event.RecordedEvent;
import org.companytimeline.model.Fact;
import org.companytimeline.model.FactJson;
import org.companytimeline.model.Fold;
import org.companytimeline.model.Group;
import org.companytimeline.model.Lineage;

/// Reads of one fact and its claims.
public final class Facts {

    private Facts() {}

    /// One fact; from the id of another of its events a move to the fact's own id.
    public static Answer one(Snapshot snapshot, UUID id, Optional<CompanyId> subject, Lens lens) {
        return located(
                snapshot,
                id,
                subject,
                lens,
                "",
                fact -> new Answer.Found(fact.tag("fact", snapshot.log()), fact.body()));
    }

    /// The claims of one fact that count, in recorded order, page by page, as they stood at the
    /// first page.
    public static Answer claims(
            Snapshot snapshot, UUID id, Optional<CompanyId> subject, Lens lens, PageRequest page) {
        LogState log = snapshot.log();
        Optional<Refusal> refusal = page.refusal(log);
        return refusal.isPresent()
                ? new Answer.Refused(refusal.get())
                : located(
                        snapshot,
                        id,
                        subject,
                        lens.at(page),
                        "/claims",
                        fact -> claims(fact, snapshot.pageBytes()).answer(log, page));
    }

    private static Pages<EventKey> claims(FactAt fact, long pageBytes) {
        CompanyAt company = fact.company();
        return new Pages<>(
                Question.of(
                        "claims", company.id(), fact.id(), company.lens().policy().policyName()),
                company.group(),
                company::changePoint,
                EventKey::read,
                (_, after, limit) -> claimRows(fact.fact().get(), after, limit, pageBytes));
    }

    private static Rows<EventKey> claimRows(
            Fact fact, Optional<EventKey> after, int limit, long pageBytes) {
        List<Lineage> rest =
                fact.counting().stream()
                        .filter(claim ->
                                after.isEmpty() || EventKey.of(claim.head()).isAfter(after.get()))
                        .toList();
        return Rows.first(
                rest,
                limit,
                pageBytes,
                claim -> FactJson.writeClaim(fact, claim),
                claim -> EventKey.of(claim.head()));
    }

    /// Answers about the fact that holds an event. From the id of another of its events a move to
    /// the fact's own id; a refusal where there is no such fact, or none then, or none by that day.
    ///
    /// @param subject the company, or any record of it, where several use the id
    /// @param suffix what stands behind the fact in the path, such as `/claims`
    static Answer located(
            Snapshot snapshot,
            UUID id,
            Optional<CompanyId> subject,
            Lens lens,
            String suffix,
            Function<FactAt, Answer> answer) {
        List<StoredEvent> recorded = snapshot.events(id, Optional.empty());
        List<StoredEvent> known =
                recorded.stream().filter(event -> lens.at().includes(event.position())).toList();
        List<StoredEvent> asked =
                subject.map(company -> of(company, known, snapshot, lens)).orElse(known);
        return switch (asked.size()) {
            case 0 -> new Answer.Refused(unknown(id, subject, recorded));
            case 1 -> located(snapshot, asked.getFirst(), lens, suffix, answer);
            default ->
                    new Answer.Refused(
                            new Refusal.Ambiguous(
                                    id,
                                    asked.stream()
                                            .map(event ->
                                                    "/facts/%s%s?company=%s"
                                                            .formatted(id, suffix, event.subject()))
                                            .toList()));
        };
    }

    /// The events of a record; where it has none of them, those of the records it is merged with.
    private static List<StoredEvent> of(
            CompanyId company, List<StoredEvent> events, Snapshot snapshot, Lens lens) {
        List<StoredEvent> own =
                events.stream().filter(event -> event.subject().equals(company)).toList();
        if (!own.isEmpty() || events.isEmpty()) {
            return own;
        }
        Group group = new Members(snapshot, lens).around(company);
        return events.stream().filter(event -> group.members().contains(event.subject())).toList();
    }

    private static Refusal unknown(
            UUID id, Optional<CompanyId> subject, List<StoredEvent> recorded) {
        return recorded.stream()
                        .anyMatch(
                                event -> subject.isEmpty() || event.subject().equals(subject.get()))
                ? new Refusal.FactNotKnownThen(id)
                : new Refusal.UnknownFact(id);
    }

    private static Answer located(
            Snapshot snapshot,
            StoredEvent event,
            Lens lens,
            String suffix,
            Function<FactAt, Answer> answer) {
        CompanyAt company = CompanyAt.of(snapshot, event.subject(), lens);
        Optional<StoredFact> stored =
                company.isStored()
                        ? snapshot.fact(event.id(), event.subject(), event.position().partition())
                        : Optional.empty();
        if (stored.isPresent()) {
            StoredFact fact = stored.get();
            return lens.period().includes(fact.earliest(), fact.latest())
                    ? answer.apply(
                            new FactAt(
                                    event.id(),
                                    company,
                                    fact.body(),
                                    () -> folded(snapshot, event, company).orElseThrow()))
                    : new Answer.Refused(new Refusal.FactNotHappenedThen(event.id()));
        }
        Optional<Fact> folded = folded(snapshot, event, company);
        if (folded.isEmpty()) {
            return new Answer.Refused(Adrift.refusal(snapshot, event, lens.at()));
        }
        Fact fact = folded.get();
        if (!fact.id().equals(event.id())) {
            return new Answer.Moved("/facts/" + fact.id() + suffix);
        }
        return lens.period().includes(fact)
                ? answer.apply(
                        new FactAt(fact.id(), company, () -> FactJson.write(fact), () -> fact))
                : new Answer.Refused(new Refusal.FactNotHappenedThen(fact.id()));
    }

    /// The fact that holds an event, among those of its block, or of its type where blocks do not
    /// tell.
    private static Optional<Fact> folded(Snapshot snapshot, StoredEvent event, CompanyAt company) {
        if (event.block().isEmpty()) {
            return Optional.empty();
        }
        Lens lens = company.lens();
        String block = event.block().get();
        List<Fact> facts =
                company.isCurrent()
                        ? Fold.block(
                                snapshot.block(
                                        event.position().partition(),
                                        event.subject(),
                                        block,
                                        lens.at()),
                                lens.policy())
                        : Timelines.own(
                                company.group(),
                                snapshot.ofType(
                                        company.group().members(), typeOf(block), lens.at()),
                                lens.policy());
        return facts.stream().filter(fact -> holds(fact, event)).findFirst();
    }

    private static String typeOf(String block) {
        int end = block.indexOf('|');
        return end < 0 ? block : block.substring(0, end);
    }

    private static boolean holds(Fact fact, StoredEvent event) {
        return fact.lineages().stream()
                .anyMatch(lineage ->
                        subjectOf(lineage.claim()).equals(event.subject())
                                && lineage.holds(event.id()));
    }

    private static CompanyId subjectOf(RecordedEvent claim) {
        return claim.event().company().id();
    }
}
