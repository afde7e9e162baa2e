package org.companytimeline.timeline.project;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.companytimeline.event.CompanyId;

/// The companies whose timelines the events of a batch touch without naming them.
final class Touches {

    /// How many are collected before they are written.
    private static final int ROWS_MAX = 10_000;

    private final ReadModelTransaction transaction;
    private final List<Touch> rows = new ArrayList<>();
    private final Map<CompanyKey, Long> last = new HashMap<>();

    Touches(ReadModelTransaction transaction) {
        this.transaction = transaction;
    }

    /// Tells these companies of an event, but for those that it names.
    void add(ReadEvent event, Collection<CompanyId> companies) {
        if (companies.isEmpty()) {
            return;
        }
        Set<CompanyId> named = HashSet.newHashSet(event.mentions().size() + 1);
        named.add(event.company());
        event.mentions().forEach(mention -> named.add(mention.id()));
        for (CompanyId company : companies) {
            if (!named.contains(company)) {
                rows.add(new Touch(company, event));
                last.merge(new CompanyKey(event.partition(), company), event.offset(), Math::max);
            }
        }
        if (rows.size() > ROWS_MAX) {
            write();
        }
    }

    void write() {
        transaction.addTouches(rows);
        rows.clear();
    }

    /// For each company the offset of the last event that touched it.
    Map<CompanyKey, Long> last() {
        return last;
    }
}
