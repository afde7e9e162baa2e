package org.companytimeline.query.view;

import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.companytimeline.event.CompanyId;
import org.companytimeline.model.Group;

/// Companies by their shown names. A merged one stands where its canonical record does, or, where
/// that does not pass, the first that does.
final class NameOrder implements CompanyOrder<NameKey> {

    private final CompanyIndex index;
    private final CompanyFilter filter;
    private final Optional<Set<CompanyId>> few;

    /// @param few all records that pass, if they are few
    NameOrder(CompanyIndex index, CompanyFilter filter, Optional<Set<CompanyId>> few) {
        this.index = index;
        this.filter = filter;
        this.few = few;
    }

    @Override
    public List<NameKey> candidates(Optional<NameKey> after, int limit) {
        return few.isEmpty()
                ? index.byName(filter, after, limit)
                : CompanyRecord.of(index.parts(few.get())).values().stream()
                        .map(NameOrder::place)
                        .sorted()
                        .filter(place -> after.isEmpty() || place.compareTo(after.get()) > 0)
                        .limit(limit)
                        .toList();
    }

    @Override
    public Map<CompanyId, Hit<NameKey>> hits(
            Map<CompanyId, CompanyRecord> records, Collection<NameKey> candidates) {
        Set<CompanyId> passing = index.passing(filter, records.keySet());
        Map<CompanyId, Hit<NameKey>> hits = new HashMap<>();
        records.forEach((id, record) -> {
            if (passing.contains(id)) {
                hits.put(id, new Hit<>(place(record), Optional.empty()));
            }
        });
        return hits;
    }

    @Override
    public Hit<NameKey> best(Group group, List<Hit<NameKey>> hits) {
        return hits.stream()
                .filter(hit -> hit.place().id().equals(group.canonical()))
                .findFirst()
                .or(() -> hits.stream().min(Comparator.comparing(Hit::place)))
                .orElseThrow();
    }

    @Override
    public Optional<Matched> matched(Hit<NameKey> hit, CompanyRecord record, String shown) {
        return Optional.empty();
    }

    private static NameKey place(CompanyRecord record) {
        return new NameKey(record.shown().sortName(), record.id());
    }
}
