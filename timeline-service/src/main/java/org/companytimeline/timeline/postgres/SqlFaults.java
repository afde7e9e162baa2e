package org.companytimeline.timeline.postgres;

import java.sql.SQLException;
import java.util.Set;
import org.companytimeline.timeline.project.NotStorable;
import org.companytimeline.timeline.project.ReadModelUnavailable;

/// Tells faults of what is stored from faults of the store.
final class SqlFaults {

    /// SQLSTATE classes that say that a value or a row is refused: cardinality, data, constraint,
    /// check option, limit of the program (such as an index entry that is too long), exception
    /// raised by a trigger, internal error. All others (connection, resources, locks, permissions,
    /// missing tables) say that no row at all can be stored now.
    private static final Set<String> OF_THE_ROWS = Set.of("21", "22", "23", "44", "54", "P0", "XX");

    /// SQLSTATE classes of a connection that can't be had or breaks, a server that goes down or
    /// comes up, or that lacks resources.
    private static final Set<String> OF_THE_CONNECTION = Set.of("08", "53", "55", "57");

    private SqlFaults() {}

    static boolean isOfTheConnection(SQLException fault) {
        String state = fault.getSQLState();
        return state == null
                || (state.length() == 5 && OF_THE_CONNECTION.contains(state.substring(0, 2)));
    }

    static RuntimeException of(String attempted, SQLException fault) {
        String state = fault.getSQLState();
        return state != null && state.length() == 5 && OF_THE_ROWS.contains(state.substring(0, 2))
                ? new NotStorable(attempted, fault)
                : new ReadModelUnavailable(attempted, fault);
    }
}
