package org.companytimeline.timeline.postgres;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.companytimeline.model.IdentifierKey;
import org.companytimeline.model.NamesByFacts.Identifier;
import org.companytimeline.timeline.project.CompanyKey;
import org.companytimeline.timeline.project.SearchRows;

/// Writes types and identifiers. The identifiers of a company are few: all of them are written
/// anew.
final class SearchWriter {

    private record IdentifierRow(CompanyKey company, String key, Identifier identifier) {}

    private SearchWriter() {}

    static void write(Connection connection, SearchRows rows) throws SQLException {
        addTypes(connection, rows.types());
        putIdentifiers(connection, rows.identifiers());
    }

    private static void addTypes(Connection connection, Collection<SearchRows.NewType> types)
            throws SQLException {
        BinaryCopy.into(
                connection,
                "company_type",
                List.of("type", "company", "partition"),
                types,
                (copy, row) -> {
                    copy.text(row.type());
                    copy.text(row.company().company().value());
                    copy.int4(row.company().partition());
                });
    }

    private static void putIdentifiers(
            Connection connection, Map<CompanyKey, List<Identifier>> identifiers)
            throws SQLException {
        if (identifiers.isEmpty()) {
            return;
        }
        remove(
                connection,
                """
                delete from company_identifier i
                using unnest(?::int4[], ?::text[]) k (partition, company)
                where i.company = k.company collate "C" and i.partition = k.partition\
                """,
                identifiers.keySet());
        List<IdentifierRow> rows = new ArrayList<>();
        identifiers.forEach((company, all) -> {
            Map<String, Identifier> byKey = new LinkedHashMap<>();
            all.forEach(one -> byKey.putIfAbsent(IdentifierKey.of(one.scheme(), one.value()), one));
            byKey.forEach((key, one) -> rows.add(new IdentifierRow(company, key, one)));
        });
        BinaryCopy.into(
                connection,
                "company_identifier",
                List.of("key", "company", "partition", "scheme", "value"),
                rows,
                (copy, row) -> {
                    copy.text(row.key());
                    copy.text(row.company().company().value());
                    copy.int4(row.company().partition());
                    copy.text(
                            row.identifier()
                                    .scheme()
                                    .name()
                                    .toLowerCase(Locale.ROOT)
                                    .replace('_', '-'));
                    copy.text(row.identifier().value());
                });
    }

    private static void remove(
            Connection connection, String statement, Collection<CompanyKey> companies)
            throws SQLException {
        try (PreparedStatement delete = connection.prepareStatement(statement)) {
            delete.setArray(1, Column.of(connection, "int4", companies, CompanyKey::partition));
            delete.setArray(
                    2, Column.of(connection, "text", companies, key -> key.company().value()));
            delete.executeUpdate();
        }
    }
}
