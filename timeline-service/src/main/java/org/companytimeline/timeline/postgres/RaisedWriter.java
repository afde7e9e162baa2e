package org.companytimeline.timeline.postgres;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Collection;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.companytimeline.timeline.project.CompanyKey;
import org.companytimeline.timeline.project.FactChanges;

/// Keeps the least that companies have raised: the lower bounds of their rounds that hold, added
/// up. A round whose lower bound is not known counts as 0, one that is not disclosed not at all.
final class RaisedWriter {

    private RaisedWriter() {}

    /// The companies of which a round is another one than before, and some others.
    static Set<CompanyKey> changedBy(FactChanges changes) {
        return Stream.concat(
                        Stream.concat(changes.added().stream(), changes.rewritten().stream())
                                .filter(row -> row.round() != null)
                                .map(row ->
                                        new CompanyKey(
                                                row.block().partition(), row.block().company())),
                        changes.removed().stream()
                                .map(fact -> new CompanyKey(fact.partition(), fact.company())))
                .collect(Collectors.toSet());
    }

    /// Adds up the rounds of these companies as they are written now.
    static void write(Connection connection, Collection<CompanyKey> companies) throws SQLException {
        if (companies.isEmpty()) {
            return;
        }
        run(
                connection,
                """
                delete from company_raised r
                using unnest(?::int4[], ?::text[]) k (partition, company)
                where r.company = k.company collate "C" and r.partition = k.partition\
                """,
                companies);
        run(
                connection,
                """
                insert into company_raised (company, partition, currency, least)
                select r.company, r.partition, r.currency, sum(coalesce(r.low, 0))
                from unnest(?::int4[], ?::text[]) k (partition, company)
                join round r on r.company = k.company collate "C" and r.partition = k.partition
                where r.currency is not null and r.status in ('reported', 'confirmed')
                group by r.company, r.partition, r.currency\
                """,
                companies);
    }

    private static void run(
            Connection connection, String statement, Collection<CompanyKey> companies)
            throws SQLException {
        try (PreparedStatement change = connection.prepareStatement(statement)) {
            change.setArray(1, Column.of(connection, "int4", companies, CompanyKey::partition));
            change.setArray(
                    2, Column.of(connection, "text", companies, key -> key.company().value()));
            change.executeUpdate();
        }
    }
}
