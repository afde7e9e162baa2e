package org.companytimeline.query.view;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.companytimeline.event.CompanyId;
import org.companytimeline.event.RecordedEvent;
import org.companytimeline.model.Fact;
import org.companytimeline.model.FactJson;
import org.companytimeline.model.Fold;
import org.companytimeline.model.Lineage;
import org.companytimeline.model.Policy;

/// Reads of one fact and its claims.
public final class Facts {

    private Facts() {}

    /// One fact; from the id of another of its claims a move to the fact's own id.
    public static Answer one(Snapshot snapshot, UUID id, Optional<CompanyId> subject) {
        return locate(snapshot, id, subject, "", fact -> found(snapshot, fact));
    }

    /// All claims of one fact in recorded order, page by page, as they stood at the first page.
    public static Answer claims(
            Snapshot snapshot, UUID id, Optional<CompanyId> subject, PageRequest page) {
        return locate(snapshot, id, subject, "/claims", fact -> claims(snapshot, fact, page));
    }

    private static Answer found(Snapshot snapshot, StoredFact fact) {
        LogState log = snapshot.log();
        return new Answer.Found(
                EntityTag.of(
                        "fact",
                        log.cursor().log(),
                        fact.subject(),
                        fact.id(),
                        fact.partition(),
                        fact.changedOffset(),
                        log.foldVersion()),
                fact.body());
    }

    private static Answer claims(Snapshot snapshot, StoredFact fact, PageRequest page) {
        LogState log = snapshot.log();
        return new Pages<>(
                        Question.of("claims", fact.subject(), fact.id()),
                        "",
                        () ->
                                Cursor.justAfter(
                                        log.cursor().log(),
                                        Map.of(fact.partition(), fact.changedOffset())),
                        ClaimKey::read,
                        (at, after, limit) -> claimRows(snapshot, fact, at, after, limit))
                .answer(log, page);
    }

    private static Rows<ClaimKey> claimRows(
            Snapshot snapshot, StoredFact stored, Cursor at, Optional<ClaimKey> after, int limit) {
        List<RecordedEvent> block =
                snapshot.block(stored.partition(), stored.subject(), stored.block(), at);
        Optional<Fact> fact =
                Fold.block(block, Policy.DEFAULT_1).stream()
                        .filter(candidate -> candidate.id().equals(stored.id()))
                        .findFirst();
        if (fact.isEmpty()) {
            return new Rows<>(List.of(), Optional.empty());
        }
        long last = after.map(ClaimKey::offset).orElse(-1L);
        List<Lineage> rest =
                fact.get().counting().stream()
                        .filter(claim -> claim.head().position().offset() > last)
                        .toList();
        List<Lineage> given = rest.subList(0, Math.min(limit, rest.size()));
        return new Rows<>(
                given.stream().map(claim -> FactJson.writeClaim(fact.get(), claim)).toList(),
                given.size() < rest.size()
                        ? Optional.of(new ClaimKey(given.getLast().head().position().offset()))
                        : Optional.empty());
    }

    private static Answer locate(
            Snapshot snapshot,
            UUID id,
            Optional<CompanyId> subject,
            String suffix,
            Function<StoredFact, Answer> answer) {
        List<StoredFact> facts = snapshot.facts(id, subject);
        return switch (facts.size()) {
            case 0 -> elsewhere(snapshot, id, subject, suffix);
            case 1 -> answer.apply(facts.getFirst());
            default -> ambiguous(id, suffix, facts.stream().map(StoredFact::subject).toList());
        };
    }

    private static Answer elsewhere(
            Snapshot snapshot, UUID id, Optional<CompanyId> subject, String suffix) {
        List<StoredEvent> events = snapshot.events(id, subject);
        return switch (events.size()) {
            case 0 -> new Answer.Refused(new Refusal.UnknownFact(id));
            case 1 -> factOf(snapshot, events.getFirst(), suffix);
            default -> ambiguous(id, suffix, events.stream().map(StoredEvent::subject).toList());
        };
    }

    private static Answer factOf(Snapshot snapshot, StoredEvent event, String suffix) {
        if (event.block().isEmpty()) {
            return new Answer.Refused(new Refusal.NotAClaim(event.id()));
        }
        List<RecordedEvent> block =
                snapshot.block(
                        event.position().partition(),
                        event.subject(),
                        event.block().get(),
                        snapshot.log().cursor());
        return Fold.block(block, Policy.DEFAULT_1).stream()
                .filter(fact -> fact.holds(event.id()))
                .findFirst()
                .<Answer>map(fact -> new Answer.Moved("/facts/" + fact.id() + suffix))
                .orElseGet(() -> new Answer.Refused(new Refusal.UnknownFact(event.id())));
    }

    private static Answer ambiguous(UUID id, String suffix, List<CompanyId> subjects) {
        return new Answer.Refused(
                new Refusal.Ambiguous(
                        id,
                        subjects.stream()
                                .map(subject ->
                                        "/facts/%s%s?company=%s".formatted(id, suffix, subject))
                                .toList()));
    }
}
