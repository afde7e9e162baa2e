package org.companytimeline.query;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.companytimeline.event.CompanyEvent.Funded;
import org.companytimeline.event.CompanyEvent.Identified;
import org.companytimeline.event.CompanyEvent.Renamed;
import org.companytimeline.event.CompanyId;
import org.companytimeline.event.IdentifierScheme;
import org.companytimeline.event.Money;
import org.companytimeline.model.Fact;
import org.companytimeline.model.Founding;
import org.companytimeline.model.IdentifierKey;
import org.companytimeline.model.SearchKey;
import org.jspecify.annotations.Nullable;

/// The rows by which companies are found, in the plainest way: all of a company's are made anew
/// with every event.
final class NaiveNames {

    private record Key(CompanyId company, int partition) {}

    private final Map<Key, List<String>> given = new HashMap<>();
    private final Map<Key, List<Fact>> facts = new HashMap<>();

    /// Notes a name that an event gives.
    void give(CompanyId company, int partition, String name) {
        List<String> names =
                given.computeIfAbsent(new Key(company, partition), none -> new ArrayList<>());
        names.remove(name);
        names.addFirst(name);
    }

    /// @param own what its own events make now; null where it has none in this partition
    /// @param shown what it goes by there
    void write(
            Connection connection,
            CompanyId company,
            int partition,
            @Nullable List<Fact> own,
            @Nullable String shown,
            String[] types,
            long eventCount)
            throws SQLException {
        Key key = new Key(company, partition);
        if (own != null) {
            facts.put(key, own);
        }
        for (String table :
                List.of("company_name", "company_identifier", "company_type", "company_raised")) {
            run(
                    connection,
                    "delete from " + table + " where company = ? and partition = ?",
                    company.value(),
                    partition);
        }
        int weight = 0;
        for (long most = 4; most <= eventCount && weight < 10; most *= 4) {
            weight++;
        }
        writeNames(connection, key, shown, weight);
        for (String type : types) {
            run(
                    connection,
                    "insert into company_type (type, company, partition) values (?, ?, ?)",
                    type,
                    company.value(),
                    partition);
        }
        writeFacts(connection, key);
    }

    private List<Fact> held(Key key) {
        return facts.getOrDefault(key, List.of()).stream().filter(Fact::holds).toList();
    }

    private void writeNames(Connection connection, Key key, @Nullable String shown, int weight)
            throws SQLException {
        String id = key.company().value();
        Map<String, String[]> whole = new LinkedHashMap<>();
        boolean isOwn = facts.containsKey(key) && shown != null;
        put(whole, isOwn ? "0" : "1", shown == null ? "id" : "name", shown == null ? id : shown);
        for (Fact fact : held(key)) {
            if (fact.details() instanceof Renamed renamed) {
                put(whole, "2", "former-name", renamed.name());
                if (renamed.formerName() != null) {
                    put(whole, "2", "former-name", renamed.formerName());
                }
            }
        }
        for (Fact fact : held(key)) {
            if (fact.details() instanceof Identified identified
                    && identified.scheme() == IdentifierScheme.ALIAS) {
                put(whole, "2", "alias", identified.value());
            }
        }
        given.getOrDefault(key, List.of()).forEach(name -> put(whole, "2", "given-name", name));
        put(whole, "2", "id", id);
        Map<String, String[]> words = new LinkedHashMap<>();
        whole.forEach((text, row) -> {
            for (String end : SearchKey.laterWords(text)) {
                if (!whole.containsKey(end)) {
                    words.putIfAbsent(end, new String[] {"3", row[1], row[2]});
                }
            }
        });
        for (Map<String, String[]> rows : List.of(whole, words)) {
            for (Map.Entry<String, String[]> row : rows.entrySet()) {
                run(
                        connection,
                        "insert into company_name (company, partition, grade, weight, key, kind,"
                                + " text) values (?, ?, ?, ?, ?, ?, ?)",
                        id,
                        key.partition(),
                        Integer.valueOf(row.getValue()[0]),
                        weight,
                        row.getKey(),
                        row.getValue()[1],
                        SearchKey.cut(row.getValue()[2]));
            }
        }
    }

    private static void put(Map<String, String[]> rows, String grade, String kind, String text) {
        rows.putIfAbsent(SearchKey.of(text), new String[] {grade, kind, text});
    }

    private void writeFacts(Connection connection, Key key) throws SQLException {
        Map<String, BigDecimal> raised = new HashMap<>();
        for (Fact fact : held(key)) {
            if (fact.details() instanceof Identified identified
                    && identified.scheme() != IdentifierScheme.ALIAS) {
                run(
                        connection,
                        "insert into company_identifier (key, company, partition, scheme, value)"
                                + " values (?, ?, ?, ?, ?) on conflict do nothing",
                        IdentifierKey.of(identified.scheme(), identified.value()),
                        key.company().value(),
                        key.partition(),
                        identified.scheme().name().toLowerCase(Locale.ROOT).replace('_', '-'),
                        identified.value());
            }
            if (fact.details() instanceof Funded funded
                    && funded.money() != null
                    && funded.money().currency() != null) {
                raised.merge(
                        funded.money().currency().code(), least(funded.money()), BigDecimal::add);
            }
        }
        for (Map.Entry<String, BigDecimal> sum : raised.entrySet()) {
            run(
                    connection,
                    "insert into company_raised (company, partition, currency, least)"
                            + " values (?, ?, ?, ?)",
                    key.company().value(),
                    key.partition(),
                    sum.getKey(),
                    sum.getValue());
        }
        Founding founding = Founding.of(key.company(), facts.getOrDefault(key, List.of()));
        if (founding != null) {
            run(
                    connection,
                    "update company set founded_earliest = ?, founded_latest = ?, founded_year = ?"
                            + " where id = ? and partition = ?",
                    founding.earliest(),
                    founding.latest(),
                    founding.year(),
                    key.company().value(),
                    key.partition());
        }
    }

    private static BigDecimal least(Money money) {
        BigDecimal least =
                money.min() != null || money.max() != null ? money.min() : money.amount();
        return least == null ? BigDecimal.ZERO : least;
    }

    private static void run(Connection connection, String sql, @Nullable Object... values)
            throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i]);
            }
            statement.execute();
        }
    }
}
