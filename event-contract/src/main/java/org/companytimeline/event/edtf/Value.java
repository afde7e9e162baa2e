package org.companytimeline.event.edtf;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// What an EDTF text says: a date, an interval, or one of several dates.
sealed interface Value permits Value.Single, Interval, OneOf {

    /// The first day it can mean; null where the start is open or unknown.
    @Nullable LocalDate earliest();

    /// The last day it can mean, never before the first; null where the end is open or unknown.
    @Nullable LocalDate latest();

    /// All qualifiers that stand anywhere in it, together.
    Qualifier qualifier();

    /// A value that can be an end of an interval or one of several: it has both days.
    sealed interface Single extends Value permits CalendarDate, YearPart {

        @Override
        LocalDate earliest();

        @Override
        LocalDate latest();
    }
}
