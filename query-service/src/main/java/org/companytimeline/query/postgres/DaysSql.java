package org.companytimeline.query.postgres;

import org.companytimeline.query.view.Period;

/// The days on which something happened, in the columns `earliest` and `latest`.
final class DaysSql {

    private DaysSql() {}

    /// Adds conditions on them, each after an `and`.
    static void addTo(Sql sql, Period period) {
        if (period.isEmpty()) {
            sql.add("and false");
        }
        switch (period.match()) {
            case POSSIBLE -> {
                period.from().ifPresent(day -> sql.add("and (latest is null or latest >= ?)", day));
                period.to()
                        .ifPresent(day -> sql.add("and (earliest is null or earliest <= ?)", day));
            }
            case CERTAIN -> {
                period.from().ifPresent(day -> sql.add("and earliest >= ?", day));
                period.to().ifPresent(day -> sql.add("and latest <= ?", day));
            }
        }
    }
}
