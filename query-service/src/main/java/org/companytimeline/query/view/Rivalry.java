package org.companytimeline.query.view;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.companytimeline.event.CompanyId;
import org.companytimeline.event.RecordedEvent;
import org.companytimeline.model.Block;
import org.companytimeline.model.Fact;
import org.companytimeline.model.Identifier;
import org.companytimeline.model.Rivals;

/// Who holds the identifiers of a company too, seen through the same lens (ADR 0015).
///
/// Looked at are the records that ever said that they go by an identifier that the company ever
/// said to go by, at most [#MOST_RECORDS] of them, the first by id.
final class Rivalry {

    /// The most records that are looked at in one read.
    static final int MOST_RECORDS = 200;

    private final Snapshot snapshot;
    private final CompanyAt company;
    private final SortedMap<String, SortedSet<CompanyId>> records = new TreeMap<>();
    private final SortedMap<CompanyId, CompanyAt> lookedAt = new TreeMap<>();
    private final Map<CompanyId, SortedMap<Identifier, List<Fact>>> held = new HashMap<>();

    private Rivalry(Snapshot snapshot, CompanyAt company) {
        this.snapshot = snapshot;
        this.company = company;
    }

    static Rivalry around(Snapshot snapshot, CompanyAt company) {
        Rivalry rivalry = new Rivalry(snapshot, company);
        Lens lens = company.lens();
        SortedSet<CompanyId> all = new TreeSet<>();
        for (Sharing sharing :
                snapshot.sharing(company.group().members(), lens.at(), MOST_RECORDS + 1)) {
            rivalry.records
                    .computeIfAbsent(sharing.identifier(), none -> new TreeSet<>())
                    .add(sharing.company());
            all.add(sharing.company());
        }
        Members members = new Members(snapshot, lens);
        all.stream()
                .limit(MOST_RECORDS)
                .forEach(record ->
                        rivalry.lookedAt.put(record, CompanyAt.of(record, members, lens)));
        return rivalry;
    }

    /// What decides the answer beside the company's own changes: the same for every point between
    /// two changes of those that are looked at.
    String tag() {
        Cursor point = new Cursor(company.lens().at().log(), List.of());
        for (CompanyAt rival : lookedAt.values()) {
            point = point.orLater(rival.changePoint());
        }
        List<String> cut = records.keySet().stream().filter(key -> !isComplete(key)).toList();
        return Question.of(point, cut).text();
    }

    /// The rivals of those of the company's identifiers that have any, or may have.
    ///
    /// @param facts on its timeline, within the period of the lens
    Map<Identifier, Rivals> rivals(List<Fact> facts) {
        List<Fact> own =
                facts.stream().filter(fact -> fact.subject().equals(company.id())).toList();
        Map<Identifier, Rivals> rivals = new TreeMap<>();
        Identifier.heldIn(own, company.lens().asOf())
                .forEach((identifier, saying) -> {
                    String key = keyOf(saying.getFirst());
                    SortedMap<CompanyId, List<Fact>> others = holders(identifier, key);
                    if (!others.isEmpty() || !isComplete(key)) {
                        rivals.put(identifier, new Rivals(others, isComplete(key)));
                    }
                });
        return rivals;
    }

    private static String keyOf(Fact fact) {
        return Objects.requireNonNull(Block.keyOf(fact.leading().event()), "a fact of claims");
    }

    private SortedMap<CompanyId, List<Fact>> holders(Identifier identifier, String key) {
        SortedMap<CompanyId, List<Fact>> holders = new TreeMap<>();
        for (CompanyId record : records.getOrDefault(key, new TreeSet<>())) {
            CompanyAt rival = lookedAt.get(record);
            if (rival != null && !rival.id().equals(company.id())) {
                List<Fact> saying = heldBy(rival).get(identifier);
                if (saying != null) {
                    holders.put(rival.id(), saying);
                }
            }
        }
        return holders;
    }

    private SortedMap<Identifier, List<Fact>> heldBy(CompanyAt rival) {
        return held.computeIfAbsent(
                rival.id(),
                none -> {
                    Lens lens = rival.lens();
                    List<RecordedEvent> events =
                            snapshot.ofType(rival.group().members(), "identified", lens.at());
                    List<Fact> facts =
                            new ArrayList<>(Timelines.own(rival.group(), events, lens.policy()));
                    facts.removeIf(fact -> !rival.shows(fact));
                    return Identifier.heldIn(facts, lens.asOf());
                });
    }

    private boolean isComplete(String key) {
        SortedSet<CompanyId> sharing = records.getOrDefault(key, new TreeSet<>());
        return sharing.size() <= MOST_RECORDS && lookedAt.keySet().containsAll(sharing);
    }
}
