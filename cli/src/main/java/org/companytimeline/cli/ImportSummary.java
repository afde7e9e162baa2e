package org.companytimeline.cli;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// What came of an import.
///
/// @param resumedAt how many rows were settled by an earlier run
/// @param sending how long it read and sent
/// @param waiting how long it waited for the timelines then
record ImportSummary(
        ImportPoint point, long resumedAt, Path rejects, Duration sending, Duration waiting) {
    /// @param isTrial whether nothing was sent
    List<String> lines(boolean isTrial) {
        var lines = new ArrayList<String>();
        lines.add(
                String.format(
                        Locale.ROOT,
                        "%,d rows: %,d gave %,d events, %,d repeat earlier rows, %,d refused",
                        point.rows(),
                        point.taken(),
                        point.events(),
                        point.repeats(),
                        point.refused()));
        if (resumedAt > 0) {
            lines.add(
                    String.format(
                            Locale.ROOT,
                            "%,d of the rows were settled by an earlier run",
                            resumedAt));
        }
        if (point.refused() > 0) {
            lines.add("Refused rows, with line, column and reason: " + rejects);
        }
        lines.add(
                isTrial
                        ? String.format(
                                Locale.ROOT,
                                "Nothing was sent (--dry-run); read in %.1f s",
                                seconds(sending))
                        : String.format(
                                Locale.ROOT,
                                "Sent in %.1f s, on the timelines %.1f s later%s",
                                seconds(sending),
                                seconds(waiting),
                                rate()));
        return List.copyOf(lines);
    }

    /// Of this run alone; nothing where it is not known how many events are of it.
    private String rate() {
        return resumedAt > 0
                ? ""
                : String.format(
                        Locale.ROOT,
                        ": %,.0f events/s",
                        point.events() / seconds(sending.plus(waiting)));
    }

    private static double seconds(Duration duration) {
        return duration.toNanos() / 1e9;
    }
}
