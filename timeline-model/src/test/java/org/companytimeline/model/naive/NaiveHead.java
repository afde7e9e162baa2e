package org.companytimeline.model.naive;

import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The one claim that a lineage comes to.
///
/// @param first the claim that the lineage is of
/// @param claim what the lineage says now: that claim, or the last of its corrections in full
/// @param corrects the id of the event that it corrects, if it is a correction
/// @param stands false for a retracted one
/// @param confirmations the annotations that confirm it
/// @param disputes the annotations that dispute it
/// @param lineage the claim and all annotations that lead to it
record NaiveHead(
        NaiveEvent first,
        NaiveEvent claim,
        @Nullable String corrects,
        boolean stands,
        List<NaiveEvent> confirmations,
        List<NaiveEvent> disputes,
        List<NaiveEvent> lineage) {

    static final Comparator<NaiveHead> RECORDED_ORDER =
            Comparator.comparing(NaiveHead::claim, NaiveEvent.RECORDED_ORDER);

    /// Publisher, type and thread: a correction's thread is still its first publisher's.
    @Nullable List<String> thread() {
        String thread = claim.thread();
        return thread == null ? null : List.of(first.publisher(), claim.type(), thread);
    }

    boolean sharesThread(NaiveHead other) {
        List<String> mine = thread();
        return mine != null && mine.equals(other.thread());
    }

    /// Whether both are in threads of one publisher, and not in the same.
    boolean isRivalOf(NaiveHead other) {
        return thread() != null
                && other.thread() != null
                && !sharesThread(other)
                && first.publisher().equals(other.first.publisher());
    }

    String block() {
        return claim.type() + " " + key();
    }

    private List<Object> key() {
        return NaiveRule.of(claim.type()).key().stream()
                .map(field -> NaiveValues.key(claim.details(), field))
                .toList();
    }
}
