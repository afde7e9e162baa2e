package org.companytimeline.timeline.project;

import java.util.LinkedHashSet;
import java.util.Set;
import java.util.UUID;
import org.companytimeline.event.CompanyId;

/// A fact's entry on one company's timeline.
///
/// @param block the fact's, with its subject and partition
public record TimelineEntry(CompanyId company, BlockKey block, UUID fact, FactRow.Place place) {

    static Set<TimelineEntry> of(BlockKey block, UUID fact, FactRow.Place place) {
        Set<TimelineEntry> entries = new LinkedHashSet<>();
        if (place.isOnTimelines()) {
            for (CompanyId company : place.companies()) {
                entries.add(new TimelineEntry(company, block, fact, place));
            }
        }
        return entries;
    }
}
