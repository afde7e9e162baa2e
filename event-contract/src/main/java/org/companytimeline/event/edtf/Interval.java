package org.companytimeline.event.edtf;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// From one date to another; an end that is open or unknown is null.
record Interval(Value.@Nullable Single start, Value.@Nullable Single end) implements Value {

    @Override
    public @Nullable LocalDate earliest() {
        return start == null ? null : start.earliest();
    }

    @Override
    public @Nullable LocalDate latest() {
        return end == null ? null : end.latest();
    }

    @Override
    public Qualifier qualifier() {
        Qualifier ofStart = start == null ? Qualifier.NONE : start.qualifier();
        return end == null ? ofStart : ofStart.and(end.qualifier());
    }

    /// Whether no reading of its ends leaves a day between them.
    boolean endsBeforeItStarts() {
        LocalDate earliest = earliest();
        LocalDate latest = latest();
        return earliest != null && latest != null && latest.isBefore(earliest);
    }
}
