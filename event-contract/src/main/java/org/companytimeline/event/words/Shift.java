package org.companytimeline.event.words;

import java.time.temporal.ChronoUnit;

/// So many days, weeks, months or years from the anchor.
///
/// Days from a day are a day. All else is approximate, and as fine as the anchor: with months and
/// years never finer than a month.
final class Shift {

    private Shift() {}

    /// @param number of units; negative for the past
    static Phrase by(Found found, int number, ChronoUnit unit) {
        boolean inDays = unit == ChronoUnit.DAYS || unit == ChronoUnit.WEEKS;
        return found.reckons(
                Kind.OTHER_DATE,
                moment -> {
                    Fineness fineness =
                            moment.anchor()
                                    .fineness()
                                    .orCoarser(inDays ? Fineness.DAY : Fineness.MONTH);
                    boolean exact = fineness == Fineness.DAY && unit == ChronoUnit.DAYS;
                    return Point.of(moment.day().plus(number, unit), fineness)
                            .marked(exact ? Marks.NONE : Marks.APPROXIMATE)
                            .marked(moment.marks());
                });
    }
}
