package org.companytimeline.timeline.project;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.companytimeline.event.CompanyId;
import org.companytimeline.event.Event;
import org.companytimeline.model.CompanySummary;
import org.companytimeline.model.Fact;
import org.companytimeline.model.Founding;
import org.companytimeline.model.NamesByFacts;
import org.companytimeline.model.NamesByFacts.Identifier;
import org.jspecify.annotations.Nullable;

/// The rows of the companies that a batch touches.
final class CompanyRows {

    private final ReadModelTransaction transaction;
    private final Map<CompanyKey, CompanyRow> rows = new HashMap<>();
    private final Map<CompanyKey, CompanyRow> before = new HashMap<>();
    private final Map<CompanyKey, List<Identifier>> identifiers = new LinkedHashMap<>();

    private CompanyRows(ReadModelTransaction transaction) {
        this.transaction = transaction;
    }

    /// Reads the rows of all companies that these events name, and puts the events onto them.
    static CompanyRows named(Collection<ReadEvent> events, ReadModelTransaction transaction) {
        CompanyRows companies = new CompanyRows(transaction);
        Set<CompanyKey> keys = new LinkedHashSet<>();
        for (ReadEvent read : events) {
            keys.add(read.companyKey());
            for (NamedCompany other : read.mentions()) {
                keys.add(new CompanyKey(read.partition(), other.id()));
            }
        }
        companies.load(keys);
        events.forEach(companies::add);
        return companies;
    }

    private void load(Set<CompanyKey> keys) {
        Map<CompanyKey, CompanyRow> stored = transaction.companies(keys);
        before.putAll(stored);
        for (CompanyKey key : keys) {
            CompanyRow row = stored.get(key);
            rows.put(key, row == null ? CompanyRow.blank(key) : row);
        }
    }

    private void add(ReadEvent event) {
        Event known = event.known();
        String ownName = known == null ? null : known.company().name();
        update(new CompanyKey(event.partition(), event.company()), event, true, ownName);
        Map<CompanyId, @Nullable String> names = new LinkedHashMap<>();
        for (NamedCompany other : event.mentions()) {
            String name = other.name();
            names.put(other.id(), name == null ? names.get(other.id()) : name);
        }
        names.forEach(
                (id, name) -> update(new CompanyKey(event.partition(), id), event, false, name));
    }

    private void update(CompanyKey key, ReadEvent event, boolean own, @Nullable String name) {
        rows.computeIfPresent(key, (_, row) -> row.with(event, own, name));
    }

    /// Whether a company had events of its own before this batch.
    boolean hadEvents(CompanyKey company) {
        CompanyRow row = before.get(company);
        return row != null && row.own();
    }

    /// Notes the last events that touched these companies' timelines.
    void changed(Map<CompanyKey, Long> offsets) {
        Set<CompanyKey> missing = new LinkedHashSet<>(offsets.keySet());
        missing.removeAll(rows.keySet());
        if (!missing.isEmpty()) {
            load(missing);
        }
        offsets.forEach(
                (key, offset) -> rows.computeIfPresent(key, (_, row) -> row.changedAt(offset)));
    }

    /// Replaces what an aspect of a company's facts says of it.
    ///
    /// @param facts all that it has of the types of the aspect
    void see(CompanyKey company, Aspect aspect, List<Fact> facts) {
        switch (aspect) {
            case SUMMARY ->
                    update(
                            company,
                            row ->
                                    row.summarised(
                                            CompanySummary.of(company.company(), null, facts),
                                            NamesByFacts.taken(company.company(), facts),
                                            Founding.of(company.company(), facts)));
            case IDENTITY -> {
                update(
                        company,
                        row -> row.alsoKnownAs(NamesByFacts.aliases(company.company(), facts)));
                identifiers.put(company, NamesByFacts.identifiers(company.company(), facts));
            }
        }
    }

    private void update(CompanyKey key, UnaryOperator<CompanyRow> change) {
        rows.computeIfPresent(key, (_, row) -> change.apply(row));
    }

    void write() {
        transaction.putCompanies(List.copyOf(rows.values()));
        transaction.putSearch(
                new SearchRows(
                        NameChanges.between(before, rows.values()), newTypes(), identifiers));
    }

    private List<SearchRows.NewType> newTypes() {
        List<SearchRows.NewType> types = new ArrayList<>();
        for (CompanyRow row : rows.values()) {
            CompanyRow stored = before.get(row.key());
            if (stored == null || stored.types().size() < row.types().size()) {
                for (String type : row.types()) {
                    if (stored == null || !stored.types().contains(type)) {
                        types.add(new SearchRows.NewType(row.key(), type));
                    }
                }
            }
        }
        return types;
    }
}
