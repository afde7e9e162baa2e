package org.companytimeline.timeline.postgres;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.companytimeline.model.Amount;
import org.companytimeline.timeline.project.EventKey;
import org.companytimeline.timeline.project.FactChanges;
import org.companytimeline.timeline.project.FactRow;
import org.companytimeline.timeline.project.RaisedRound;
import org.jspecify.annotations.Nullable;

/// Keeps a row for each round of funding that stands on a timeline.
final class RoundWriter {

    private RoundWriter() {}

    static void write(Connection connection, FactChanges changes) throws SQLException {
        removeAll(
                connection,
                Stream.concat(
                                changes.removed().stream()
                                        .map(fact ->
                                                new EventKey(
                                                        fact.partition(),
                                                        fact.company(),
                                                        fact.id())),
                                changes.rewritten().stream()
                                        .filter(row -> row.round() != null)
                                        .map(RoundWriter::key))
                        .toList());
        add(
                connection,
                Stream.concat(changes.added().stream(), changes.rewritten().stream())
                        .filter(row -> row.round() != null && row.place().isOnTimelines())
                        .toList());
    }

    private static EventKey key(FactRow row) {
        return new EventKey(row.block().partition(), row.block().company(), row.id());
    }

    /// Removes the rounds of facts, whichever there are.
    static void removeAll(Connection connection, Collection<EventKey> facts) throws SQLException {
        if (facts.isEmpty()) {
            return;
        }
        try (PreparedStatement delete =
                connection.prepareStatement(
                        """
                        delete from round r
                        using unnest(?::uuid[], ?::int4[], ?::text[]) k (fact, partition, company)
                        where r.fact = k.fact and r.partition = k.partition
                          and r.company = k.company collate "C"\
                        """)) {
            delete.setArray(1, Column.of(connection, "uuid", facts, EventKey::id));
            delete.setArray(2, Column.of(connection, "int4", facts, EventKey::partition));
            delete.setArray(
                    3, Column.of(connection, "text", facts, fact -> fact.company().value()));
            delete.executeUpdate();
        }
    }

    private static void add(Connection connection, List<FactRow> rows) throws SQLException {
        if (rows.isEmpty()) {
            return;
        }
        try (PreparedStatement insert =
                connection.prepareStatement(
                        """
                        insert into round (fact, partition, company, status, round, earliest, latest,
                            currency, low, high, typical)
                        select fact, partition, company, status, round, earliest, latest, currency,
                            low::numeric, high::numeric, typical::numeric
                        from unnest(?::uuid[], ?::int4[], ?::text[], ?::text[], ?::text[], ?::int4[],
                                ?::int4[], ?::text[], ?::text[], ?::text[], ?::text[])
                            u (fact, partition, company, status, round, earliest, latest, currency,
                               low, high, typical)\
                        """)) {
            insert.setArray(1, Column.of(connection, "uuid", rows, FactRow::id));
            insert.setArray(2, Column.of(connection, "int4", rows, row -> row.block().partition()));
            insert.setArray(
                    3, Column.of(connection, "text", rows, row -> row.block().company().value()));
            insert.setArray(4, Column.of(connection, "text", rows, row -> row.place().status()));
            insert.setArray(5, Column.of(connection, "text", rows, RoundWriter::kind));
            insert.setArray(6, Column.of(connection, "int4", rows, row -> row.place().earliest()));
            insert.setArray(7, Column.of(connection, "int4", rows, row -> row.place().latest()));
            insert.setArray(8, sums(connection, rows, sum -> sum.currency().code()));
            insert.setArray(9, sums(connection, rows, Amount::low));
            insert.setArray(10, sums(connection, rows, Amount::high));
            insert.setArray(11, sums(connection, rows, Amount::typical));
            insert.executeUpdate();
        }
    }

    private static @Nullable String kind(FactRow row) {
        RaisedRound round = row.round();
        return round == null ? null : round.kind();
    }

    private static java.sql.Array sums(
            Connection connection, List<FactRow> rows, Function<Amount, @Nullable Object> part)
            throws SQLException {
        return Column.of(connection, "text", rows, row -> sum(row, part));
    }

    private static @Nullable String sum(FactRow row, Function<Amount, @Nullable Object> part) {
        RaisedRound round = row.round();
        Amount sum = round == null ? null : round.sum();
        Object value = sum == null ? null : part.apply(sum);
        return value instanceof java.math.BigDecimal number
                ? number.toPlainString()
                : value == null ? null : value.toString();
    }
}
