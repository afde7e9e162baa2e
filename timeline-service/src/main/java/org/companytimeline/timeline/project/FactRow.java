package org.companytimeline.timeline.project;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.companytimeline.event.CompanyId;
import org.companytimeline.event.edtf.Edtf;
import org.companytimeline.model.Fact;
import org.companytimeline.model.FactJson;
import org.companytimeline.model.TimelineKey;
import org.jspecify.annotations.Nullable;

/// A fact as the read model keeps it.
///
/// @param changedOffset of the last event that touched its block
/// @param place on whose timelines it stands, and where; of a retracted fact, where it would stand
/// @param round null where no round of funding is told of
public record FactRow(
        BlockKey block,
        UUID id,
        long changedOffset,
        Place place,
        Bytes body,
        @Nullable RaisedRound round) {

    /// On whose timelines a fact stands, and where.
    ///
    /// @param earliest day since 1970-01-01, null where open
    /// @param latest day since 1970-01-01, null where open
    public record Place(
            String type,
            String status,
            @Nullable Integer earliest,
            @Nullable Integer latest,
            int sortFrom,
            int sortTo,
            List<CompanyId> companies) {

        /// Not where it is retracted.
        public boolean isOnTimelines() {
            return !status.equals(Fact.RETRACTED);
        }
    }

    static FactRow of(BlockKey block, Fact fact, long changedOffset) {
        Edtf date = fact.when().edtf();
        TimelineKey key = fact.key();
        return new FactRow(
                block,
                fact.id(),
                changedOffset,
                new Place(
                        fact.type(),
                        fact.status(),
                        day(date.earliest()),
                        day(date.latest()),
                        key.from(),
                        key.to(),
                        List.copyOf(fact.companies())),
                Bytes.of(FactJson.write(fact)),
                RaisedRound.of(fact));
    }

    private static @Nullable Integer day(Optional<LocalDate> date) {
        return date.isEmpty() ? null : (int) date.get().toEpochDay();
    }
}
