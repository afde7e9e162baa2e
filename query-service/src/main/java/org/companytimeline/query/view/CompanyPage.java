package org.companytimeline.query.view;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.companytimeline.event.CompanyId;
import org.companytimeline.model.Group;

/// One page of a list of companies. Each company stands in it once, at the best place of those of
/// its records that belong in the list: whatever stands at another place is passed over, so pages
/// need no memory of each other.
final class CompanyPage<K extends PlaceKey<K>> {

    private final CompanyIndex index;
    private final CompanyOrder<K> order;
    private final int limit;
    private final List<byte[]> items = new ArrayList<>();
    private final Set<CompanyId> given = new HashSet<>();
    private Optional<K> last = Optional.empty();
    private boolean isFull;

    private CompanyPage(CompanyIndex index, CompanyOrder<K> order, int limit) {
        this.index = index;
        this.order = order;
        this.limit = limit;
    }

    static <K extends PlaceKey<K>> Rows<K> read(
            CompanyIndex index, CompanyOrder<K> order, Optional<K> after, int limit) {
        CompanyPage<K> page = new CompanyPage<>(index, order, limit);
        int batch = limit + limit / 4 + 10;
        Optional<K> position = after;
        List<K> candidates;
        do {
            candidates = order.candidates(position, batch);
            page.add(candidates);
            position = candidates.isEmpty() ? position : Optional.of(candidates.getLast());
        } while (!page.isFull && candidates.size() >= batch);
        return new Rows<>(page.items, page.isFull ? page.last : Optional.empty());
    }

    private void add(List<K> candidates) {
        if (candidates.isEmpty()) {
            return;
        }
        Set<CompanyId> ids = new LinkedHashSet<>();
        candidates.forEach(candidate -> ids.add(candidate.id()));
        Map<CompanyId, Group> groups = new Groups(index).around(ids);
        Set<CompanyId> members = new TreeSet<>();
        groups.values().forEach(group -> members.addAll(group.members()));
        Map<CompanyId, CompanyRecord> records = CompanyRecord.of(index.parts(members));
        Map<CompanyId, Hit<K>> hits = order.hits(records, candidates);
        for (K candidate : candidates) {
            Group group = groups.get(candidate.id());
            if (group == null || given.contains(group.canonical())) {
                continue;
            }
            List<Hit<K>> ofGroup =
                    group.members().stream().map(hits::get).filter(Objects::nonNull).toList();
            if (!ofGroup.isEmpty()) {
                Hit<K> best = order.best(group, ofGroup);
                if (best.place().equals(candidate)) {
                    if (items.size() == limit) {
                        isFull = true;
                        return;
                    }
                    given.add(group.canonical());
                    items.add(item(group, best, records).json());
                    last = Optional.of(best.place());
                }
            }
        }
    }

    /// The company as its canonical record shows it; what that does not say the first other one
    /// that does.
    private CompanyItem item(Group group, Hit<K> hit, Map<CompanyId, CompanyRecord> records) {
        List<CompanyRecord> inOrder =
                Stream.concat(Stream.of(group.canonical()), group.members().stream())
                        .distinct()
                        .flatMap(id -> Stream.ofNullable(records.get(id)))
                        .toList();
        String name =
                inOrder.stream()
                        .flatMap(record -> record.shown().name().stream())
                        .findFirst()
                        .orElse(group.canonical().value());
        CompanyRecord hitRecord = records.get(hit.place().id());
        return new CompanyItem(
                group.canonical().value(),
                name,
                inOrder.stream()
                        .flatMap(record -> record.country().stream())
                        .findFirst()
                        .orElse(null),
                inOrder.stream()
                        .flatMap(record -> record.status().stream())
                        .findFirst()
                        .orElse(null),
                inOrder.stream().mapToLong(CompanyRecord::eventCount).sum(),
                group.isAlone() || hitRecord == null
                        ? hit.matched().orElse(null)
                        : order.matched(hit, hitRecord, name).orElse(null));
    }
}
