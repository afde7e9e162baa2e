package org.companytimeline.model;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.companytimeline.event.CompanyEvent.Founded;
import org.companytimeline.event.CompanyId;
import org.companytimeline.event.edtf.Edtf;
import org.jspecify.annotations.Nullable;

/// The days on which a company can have been founded, by the last of its facts that say so.
///
/// @param earliest days since 1970-01-01, [Integer#MIN_VALUE] where open
/// @param latest days since 1970-01-01, [Integer#MAX_VALUE] where open
/// @param year of the earliest day, of the latest where that is open; null where both are
public record Founding(int earliest, int latest, @Nullable Integer year) {

    /// By a company's facts; null where none holds that it was founded.
    ///
    /// @param facts of the type `founded` at least, in any order
    public static @Nullable Founding of(CompanyId id, Collection<Fact> facts) {
        List<Fact> held =
                Fact.inOrder(
                        facts.stream()
                                .filter(fact ->
                                        fact.subject().equals(id)
                                                && fact.details() instanceof Founded
                                                && fact.holds())
                                .toList());
        return held.isEmpty() ? null : on(held.getLast().when().edtf());
    }

    private static Founding on(Edtf date) {
        Optional<LocalDate> earliest = date.earliest();
        Optional<LocalDate> latest = date.latest();
        return new Founding(
                earliest.map(day -> (int) day.toEpochDay()).orElse(Integer.MIN_VALUE),
                latest.map(day -> (int) day.toEpochDay()).orElse(Integer.MAX_VALUE),
                earliest.or(() -> latest).map(LocalDate::getYear).orElse(null));
    }
}
