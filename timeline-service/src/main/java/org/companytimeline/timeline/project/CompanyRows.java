package org.companytimeline.timeline.project;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.companytimeline.event.CompanyId;
import org.companytimeline.event.Event;
import org.companytimeline.model.CompanySummary;
import org.jspecify.annotations.Nullable;

/// The rows of the companies that a batch touches.
final class CompanyRows {

    private final ReadModelTransaction transaction;
    private final Map<CompanyKey, CompanyRow> rows = new HashMap<>();
    private final Set<CompanyKey> recordedBefore = new HashSet<>();

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
        for (CompanyKey key : keys) {
            CompanyRow row = stored.get(key);
            rows.put(key, row == null ? CompanyRow.blank(key) : row);
            if (row != null && row.own()) {
                recordedBefore.add(key);
            }
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
        return recordedBefore.contains(company);
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

    /// Replaces what a company's facts say of it.
    ///
    /// @param summary made without a given name, so that its name is the one last taken
    void summarise(CompanyKey company, CompanySummary summary) {
        rows.computeIfPresent(company, (_, row) -> row.summarised(summary));
    }

    void write() {
        transaction.putCompanies(List.copyOf(rows.values()));
    }
}
