package org.companytimeline.event.words;

import java.util.List;
import org.companytimeline.event.edtf.Edtf;

/// What reading a date in words gives.
public sealed interface DateReading {

    /// A date.
    ///
    /// @param rule the names of the rules that gave it, with their versions
    record Resolved(Edtf edtf, String rule) implements DateReading {}

    /// No date.
    sealed interface Refused extends DateReading {

        /// What to change, as a sentence that goes on from the name of the field.
        String detail();
    }

    /// The words mean nothing without the date on which they were written.
    record AnchorNeeded(String detail) implements Refused {}

    /// The words are known, but mean no date with this anchor.
    record AnchorUnfit(String detail) implements Refused {}

    /// The words are known, but mean no date that is accepted.
    record TextUnfit(String detail) implements Refused {}

    /// The words are not known.
    ///
    /// @param nearest phrases that are known, the nearest first, at most [DatePhrases#MOST_NEAREST]
    record Unknown(String detail, List<String> nearest) implements Refused {}
}
