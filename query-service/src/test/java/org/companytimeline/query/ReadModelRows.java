package org.companytimeline.query;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.companytimeline.event.CompanyId;
import org.companytimeline.event.Decoded;
import org.companytimeline.event.Event;
import org.companytimeline.event.EventCodec;
import org.companytimeline.event.EventType;
import org.companytimeline.event.Mention;
import org.companytimeline.event.Mentions;
import org.companytimeline.event.Position;
import org.companytimeline.event.RecordedEvent;
import org.companytimeline.model.CompanySummary;
import org.companytimeline.model.Fact;
import org.companytimeline.model.FactJson;
import org.jspecify.annotations.Nullable;

/// The rows that an event makes in the read model.
final class ReadModelRows {

    private static @Nullable Connection shared;

    private final Map<List<Object>, String> names = new HashMap<>();
    private final Map<List<Object>, TreeSet<String>> types = new HashMap<>();
    private final Map<List<Object>, Long> counts = new HashMap<>();

    /// @param facts all facts of the event's subject, the event among their claims
    void project(Connection connection, RecordedEvent recorded, List<Fact> facts)
            throws SQLException {
        insertEvent(connection, recorded, facts);
        replaceFacts(connection, recorded, facts);
        updateCompanies(connection, recorded, facts);
    }

    /// Moves the partition on, with a notification.
    void advance(Connection connection, Position applied) throws SQLException {
        run(
                connection,
                "update projection_partition set next_offset = ? where partition = ?",
                applied.offset() + 1,
                applied.partition());
        run(
                connection,
                "select pg_notify('company_timeline', ?)",
                applied.partition() + ":" + (applied.offset() + 1));
    }

    void reject(Connection connection, Position position, String reason) throws SQLException {
        run(
                connection,
                "insert into rejected_event (partition, log_offset, reason, detail, headers,"
                        + " recorded_at) values (?, ?, ?, 'because', '[]', now())",
                position.partition(),
                position.offset(),
                reason);
    }

    private static void insertEvent(Connection connection, RecordedEvent recorded, List<Fact> facts)
            throws SQLException {
        Event event = recorded.event();
        Decoded decoded = new Decoded.Known(event);
        Position position = recorded.position();
        String type = EventType.of(event.details()).name();
        run(
                connection,
                "insert into event (partition, log_offset, company, id, type, known, recorded_at,"
                        + " block, content_hash, body) values (?, ?, ?, ?, ?, true, ?, ?, ?, ?)",
                position.partition(),
                position.offset(),
                event.company().id().value(),
                event.id(),
                type,
                Timestamp.from(recorded.recordedAt()),
                factOf(facts, recorded).map(Fact::block).orElse(null),
                EventCodec.contentHash(decoded),
                EventCodec.recorded(decoded, position, recorded.recordedAt()));
        for (CompanyId company : mentioned(event).keySet()) {
            run(
                    connection,
                    "insert into event_company (company, partition, log_offset, recorded_at, type)"
                            + " values (?, ?, ?, ?, ?)",
                    company.value(),
                    position.partition(),
                    position.offset(),
                    Timestamp.from(recorded.recordedAt()),
                    type);
        }
    }

    private static void replaceFacts(
            Connection connection, RecordedEvent recorded, List<Fact> facts) throws SQLException {
        String subject = recorded.event().company().id().value();
        int partition = recorded.position().partition();
        run(connection, "delete from fact where company = ?", subject);
        run(connection, "delete from fact_company where subject = ?", subject);
        for (Fact fact : facts) {
            String status = fact.status();
            Integer earliest = epochDay(fact.when().edtf().earliest());
            Integer latest = epochDay(fact.when().edtf().latest());
            run(
                    connection,
                    "insert into fact (partition, company, id, block, type, status, earliest,"
                        + " latest, sort_from, sort_to, companies, changed_offset, body) values (?,"
                        + " ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                    partition,
                    subject,
                    fact.id(),
                    fact.block(),
                    fact.type(),
                    status,
                    earliest,
                    latest,
                    fact.key().from(),
                    fact.key().to(),
                    fact.companies().stream().map(CompanyId::value).toArray(String[]::new),
                    lastOffset(facts, fact.block()),
                    FactJson.write(fact));
            for (CompanyId company : fact.companies()) {
                run(
                        connection,
                        "insert into fact_company (company, sort_from, sort_to, fact, subject,"
                            + " partition, type, status, earliest, latest) values (?, ?, ?, ?, ?,"
                            + " ?, ?, ?, ?, ?)",
                        company.value(),
                        fact.key().from(),
                        fact.key().to(),
                        fact.id(),
                        subject,
                        partition,
                        fact.type(),
                        status,
                        earliest,
                        latest);
            }
        }
    }

    private void updateCompanies(Connection connection, RecordedEvent recorded, List<Fact> facts)
            throws SQLException {
        Event event = recorded.event();
        int partition = recorded.position().partition();
        Map<CompanyId, @Nullable String> mentioned = mentioned(event);
        for (Map.Entry<CompanyId, @Nullable String> one : mentioned.entrySet()) {
            List<Object> key = List.of(one.getKey(), partition);
            String name = one.getValue();
            if (name != null) {
                names.put(key, name);
            }
            types.computeIfAbsent(key, absent -> new TreeSet<>())
                    .add(EventType.of(event.details()).name());
            counts.merge(key, 1L, Long::sum);
        }
        Collection<CompanyId> touched = new TreeSet<>(mentioned.keySet());
        factOf(facts, recorded)
                .ifPresent(changed ->
                        facts.stream()
                                .filter(fact -> fact.block().equals(changed.block()))
                                .forEach(fact -> touched.addAll(fact.companies())));
        for (CompanyId company : touched) {
            updateCompany(connection, recorded, company, facts, mentioned.get(company) != null);
        }
    }

    private void updateCompany(
            Connection connection,
            RecordedEvent recorded,
            CompanyId company,
            List<Fact> facts,
            boolean named)
            throws SQLException {
        Position position = recorded.position();
        List<Object> key = List.of(company, position.partition());
        boolean own = company.equals(recorded.event().company().id());
        String given = names.get(key);
        CompanySummary summary = CompanySummary.of(company, given, own ? facts : List.of());
        run(
                connection,
                """
                insert into company (id, partition, own, given_name, display_name, named_at, country, status, types,
                  event_count, changed_offset) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                on conflict (id, partition) do update set own = company.own or excluded.own,
                  given_name = excluded.given_name,
                  display_name = coalesce(excluded.display_name, company.display_name),
                  named_at = coalesce(excluded.named_at, company.named_at),
                  country = coalesce(excluded.country, company.country),
                  status = coalesce(excluded.status, company.status), types = excluded.types,
                  event_count = excluded.event_count, changed_offset = excluded.changed_offset
                """,
                company.value(),
                position.partition(),
                own,
                given,
                own ? summary.displayName() : given,
                named ? Timestamp.from(recorded.recordedAt()) : null,
                own ? summary.country() : null,
                own ? summary.status() : null,
                types.getOrDefault(key, new TreeSet<>()).toArray(String[]::new),
                counts.getOrDefault(key, 0L),
                position.offset());
    }

    /// Every company on whose timeline an event stands, with the name that it gives them.
    private static Map<CompanyId, @Nullable String> mentioned(Event event) {
        Map<CompanyId, @Nullable String> mentioned = new LinkedHashMap<>();
        mentioned.put(event.company().id(), event.company().name());
        for (Mention mention : Mentions.in(event.details())) {
            CompanyId company = mention.company();
            if (company != null && !company.equals(event.company().id())) {
                mentioned.put(company, mention.name());
            }
        }
        return mentioned;
    }

    private static Optional<Fact> factOf(List<Fact> facts, RecordedEvent claim) {
        return facts.stream().filter(fact -> fact.claims().contains(claim)).findFirst();
    }

    private static long lastOffset(List<Fact> facts, String block) {
        return facts.stream()
                .filter(fact -> fact.block().equals(block))
                .flatMap(fact -> fact.claims().stream())
                .mapToLong(claim -> claim.position().offset())
                .max()
                .orElseThrow();
    }

    private static @Nullable Integer epochDay(Optional<LocalDate> day) {
        return day.isEmpty() ? null : (Integer) (int) day.get().toEpochDay();
    }

    /// The one connection of the owner that the tests write on; each writer commits.
    static synchronized Connection connection() throws SQLException {
        if (shared == null || !shared.isValid(1)) {
            shared = TestDatabase.owner();
            shared.setAutoCommit(false);
        }
        return shared;
    }

    /// Runs a statement as the owner of the tables.
    static void sql(String sql, @Nullable Object... values) throws SQLException {
        Connection connection = connection();
        run(connection, sql, values);
        connection.commit();
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
