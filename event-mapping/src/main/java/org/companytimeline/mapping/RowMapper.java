package org.companytimeline.mapping;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.companytimeline.mapping.records.FileRecord;
import org.jspecify.annotations.Nullable;

/// A mapping over the columns of one file. It holds no state: rows may be mapped in any order, by
/// several threads at a time.
public final class RowMapper {

    private final List<EventRule> events;
    private final int[] fields;
    private final Set<String> empty;

    /// @param fields for each slot the field of a row
    RowMapper(List<EventRule> events, int[] fields, Set<String> empty) {
        this.events = events;
        this.fields = fields.clone();
        this.empty = empty;
    }

    /// The events of a row: all of them or none.
    public MappedRow map(FileRecord.Row row) {
        Cells cells = cells(row.fields());
        Refusals refusals = new Refusals();
        List<MappedEvent> mapped = new ArrayList<>(events.size());
        for (EventRule rule : events) {
            if (rule.condition().holds(cells)) {
                MappedEvent event = rule.of(cells, row.fields(), refusals);
                if (event != null) {
                    mapped.add(event);
                }
            }
        }
        if (!refusals.isEmpty()) {
            return new MappedRow.Refused(refusals.toList());
        }
        if (mapped.isEmpty()) {
            return new MappedRow.Refused(
                    List.of(
                            new Refusal(
                                    "",
                                    "The row says nothing of which the mapping makes an event")));
        }
        return new MappedRow.Mapped(List.copyOf(mapped), row.remarks());
    }

    private Cells cells(List<String> row) {
        @Nullable String[] slots = new @Nullable String[fields.length];
        for (int slot = 0; slot < fields.length; slot++) {
            String text = row.get(fields[slot]).strip();
            slots[slot] = empty.contains(text) ? null : text;
        }
        return new Cells(slots, null);
    }
}
