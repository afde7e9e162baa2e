package org.companytimeline.cli;

import java.util.Map;

/// How far an import is: every row up to here is settled, and nothing behind it counts.
///
/// @param rows read; each was taken, repeats an earlier one or was refused
/// @param taken gave events, which are recorded
/// @param repeats said exactly what earlier rows had said
/// @param events recorded
/// @param positions the last of them in each partition
/// @param first the first of them in each partition
/// @param rejectsBytes how long the file of refused rows is
record ImportPoint(
        long rows,
        long taken,
        long repeats,
        long refused,
        long events,
        Map<Integer, Long> first,
        Map<Integer, Long> positions,
        long rejectsBytes) {
    static final ImportPoint START = new ImportPoint(0, 0, 0, 0, 0, Map.of(), Map.of(), 0);

    ImportPoint {
        first = Map.copyOf(first);
        positions = Map.copyOf(positions);
    }
}
