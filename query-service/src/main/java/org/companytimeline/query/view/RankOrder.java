package org.companytimeline.query.view;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.companytimeline.event.CompanyId;
import org.companytimeline.model.Group;
import org.companytimeline.model.SearchKey;

/// Companies by how well a search hits them: the next stage is asked only where those before leave
/// room, and similar names only where the letters of the question hit nothing.
final class RankOrder implements CompanyOrder<RankKey> {

    private static final Comparator<Hit<RankKey>> SHOWN_NAME_FIRST =
            Comparator.comparing(hit -> hit.matched().map(Matched::toString).orElse(""));

    private final CompanyIndex index;
    private final Asked asked;
    private final CompanyFilter filter;
    private final Optional<Set<CompanyId>> few;

    /// @param few all records that pass, if they are few
    RankOrder(CompanyIndex index, Asked asked, CompanyFilter filter, Optional<Set<CompanyId>> few) {
        this.index = index;
        this.asked = asked;
        this.filter = filter;
        this.few = few;
    }

    @Override
    public List<RankKey> candidates(Optional<RankKey> after, int limit) {
        return few.isEmpty() ? staged(after, limit) : ranked(few.get(), after, limit);
    }

    /// Where the list has got to tells on every page alike whether its hits are literal.
    private List<RankKey> staged(Optional<RankKey> after, int limit) {
        Stage last = after.map(RankKey::stage).orElse(Stage.FULL);
        List<RankKey> candidates = last.isLiteral() ? literal(after, limit) : new ArrayList<>();
        if (candidates.isEmpty() && after.isEmpty() && asked.hasSimilar()) {
            addHits(Stage.SIMILAR, after, limit, candidates);
            if (candidates.isEmpty() && asked.hasRemote()) {
                addHits(Stage.REMOTE, after, limit, candidates);
            }
        } else if (!last.isLiteral()) {
            addHits(last, after, limit, candidates);
        }
        return candidates;
    }

    /// The places of the stages that go by letters.
    private List<RankKey> literal(Optional<RankKey> after, int limit) {
        List<RankKey> candidates = new ArrayList<>();
        for (Stage stage : Stage.values()) {
            boolean isPassed = after.isPresent() && after.get().stage().compareTo(stage) > 0;
            if (stage.isLiteral() && !isPassed && candidates.size() < limit) {
                addHits(stage, after, limit, candidates);
            }
        }
        return candidates;
    }

    private void addHits(
            Stage stage, Optional<RankKey> after, int limit, List<RankKey> candidates) {
        candidates.addAll(
                index.hits(
                        asked,
                        stage,
                        filter,
                        after.filter(key -> key.stage() == stage),
                        limit - candidates.size()));
    }

    /// All hits among a few records, whichever stage.
    private List<RankKey> ranked(Set<CompanyId> records, Optional<RankKey> after, int limit) {
        List<RankKey> places =
                new ArrayList<>(
                        hits(CompanyRecord.of(index.parts(records)), records, asked.similarFrom())
                                .values()
                                .stream()
                                .map(Hit::place)
                                .toList());
        if (places.stream().anyMatch(place -> place.stage().isLiteral())) {
            places.removeIf(place -> !place.stage().isLiteral());
        } else if (places.stream().anyMatch(place -> place.stage() != Stage.REMOTE)) {
            places.removeIf(place -> place.stage() == Stage.REMOTE);
        }
        return places.stream()
                .sorted()
                .filter(place -> after.isEmpty() || place.compareTo(after.get()) > 0)
                .limit(limit)
                .toList();
    }

    @Override
    public Map<CompanyId, Hit<RankKey>> hits(
            Map<CompanyId, CompanyRecord> records, Collection<RankKey> candidates) {
        float similarFrom =
                candidates.stream()
                        .map(RankKey::stage)
                        .max(Comparator.naturalOrder())
                        .map(Stage::similarFrom)
                        .orElse(0f);
        return hits(records, index.passing(filter, records.keySet()), similarFrom);
    }

    @Override
    public Hit<RankKey> best(Group group, List<Hit<RankKey>> hits) {
        return hits.stream().min(Comparator.comparing(Hit::place)).orElseThrow();
    }

    @Override
    public Optional<Matched> matched(Hit<RankKey> hit, CompanyRecord record, String shown) {
        Matched matched =
                hit.matched().orElseGet(() -> new Matched(Name.NAME, record.name(), null, null));
        return matched.scheme() == null && SearchKey.of(matched.text()).equals(SearchKey.of(shown))
                ? Optional.empty()
                : Optional.of(
                        new Matched(
                                matched.kind(),
                                SearchKey.cut(matched.text()),
                                matched.scheme(),
                                record.id().value()));
    }

    private Map<CompanyId, Hit<RankKey>> hits(
            Map<CompanyId, CompanyRecord> records, Set<CompanyId> passing, float similarFrom) {
        Map<CompanyId, Hit<RankKey>> hits = new HashMap<>();
        for (CompanyIndex.Identifier identifier : index.identifiers(asked, passing)) {
            put(
                    hits,
                    RankKey.exact(identifier.company()),
                    Optional.of(
                            new Matched(
                                    "identifier", identifier.value(), identifier.scheme(), null)));
        }
        asked.id()
                .filter(passing::contains)
                .ifPresent(id ->
                        put(
                                hits,
                                RankKey.exact(id),
                                Optional.ofNullable(records.get(id))
                                        .filter(record -> !record.name().equals(id.value()))
                                        .map(_ -> new Matched(Name.ID, id.value(), null, null))));
        Stream.concat(
                        index.names(asked, passing).stream(),
                        similarFrom > 0
                                ? index.similar(asked, similarFrom, passing).stream()
                                : Stream.of())
                .forEach(name -> {
                    CompanyRecord record = records.get(name.company());
                    if (record != null) {
                        put(hits, place(name, record), matched(name, record));
                    }
                });
        return hits;
    }

    private static void put(
            Map<CompanyId, Hit<RankKey>> hits, RankKey place, Optional<Matched> matched) {
        hits.merge(place.id(), new Hit<>(place, matched), RankOrder::better);
    }

    /// The better of two hits of a record. Of two in full that which is its shown name tells by
    /// what it was hit.
    private static Hit<RankKey> better(Hit<RankKey> one, Hit<RankKey> other) {
        int order = one.place().compareTo(other.place());
        if (order == 0) {
            return SHOWN_NAME_FIRST.compare(one, other) <= 0 ? one : other;
        }
        Hit<RankKey> best = order < 0 ? one : other;
        Hit<RankKey> rest = order < 0 ? other : one;
        return rest.place().stage() == Stage.FULL && rest.matched().isEmpty()
                ? new Hit<>(best.place(), Optional.empty())
                : best;
    }

    private RankKey place(Name name, CompanyRecord record) {
        boolean isWhole = name.grade() != Name.LATER_WORD;
        boolean isCurrent = record.goesBy(name);
        Stage stage;
        if (!name.key().startsWith(asked.key())) {
            stage = name.similarity() >= Stage.SIMILAR_FROM ? Stage.SIMILAR : Stage.REMOTE;
        } else if (!isWhole) {
            stage = Stage.LATER_WORD;
        } else if (name.key().equals(asked.key())) {
            stage = isCurrent ? Stage.FULL : Stage.OTHER_FULL;
        } else {
            stage = isCurrent ? Stage.BEGINNING : Stage.OTHER_BEGINNING;
        }
        float similarity = stage.similarFrom() > 0 ? name.similarity() : 0;
        return new RankKey(stage, similarity, name.weight(), name.key(), name.company());
    }

    /// What of a record was hit; empty for its shown name.
    private static Optional<Matched> matched(Name name, CompanyRecord record) {
        return SearchKey.of(name.text()).equals(SearchKey.of(record.name()))
                ? Optional.empty()
                : Optional.of(
                        new Matched(
                                name.kind().equals(Name.NAME) ? Name.GIVEN_NAME : name.kind(),
                                name.text(),
                                null,
                                null));
    }
}
