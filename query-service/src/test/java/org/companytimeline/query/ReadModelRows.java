package org.companytimeline.query;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Timestamp;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Stream;
import org.companytimeline.event.CompanyEvent.Annotation;
import org.companytimeline.event.CompanyEvent.Funded;
import org.companytimeline.event.CompanyId;
import org.companytimeline.event.Decoded;
import org.companytimeline.event.Event;
import org.companytimeline.event.EventCodec;
import org.companytimeline.event.EventType;
import org.companytimeline.event.Mention;
import org.companytimeline.event.Mentions;
import org.companytimeline.event.Position;
import org.companytimeline.event.RecordedEvent;
import org.companytimeline.event.shape.Words;
import org.companytimeline.model.Amount;
import org.companytimeline.model.Block;
import org.companytimeline.model.CompanySummary;
import org.companytimeline.model.Fact;
import org.companytimeline.model.FactJson;
import org.companytimeline.model.Identifier;
import org.companytimeline.model.Lineage;
import org.companytimeline.model.Part;
import org.jspecify.annotations.Nullable;

/// The rows that an event makes in the read model.
final class ReadModelRows {

    /// As in timeline-service: plans must not hang on the statistics of tables that grow a
    /// thousandfold in one transaction. And what is written need not outlive the machine.
    private static final String SESSION =
            "set plan_cache_mode = force_generic_plan; set enable_seqscan = off;"
                    + " set enable_hashjoin = off; set enable_mergejoin = off; set jit = off;"
                    + " set synchronous_commit = off";

    private static @Nullable Connection shared;

    private final Map<List<Object>, String> names = new HashMap<>();
    private final Set<List<Object>> namedByOwn = new HashSet<>();
    private final Map<List<Object>, TreeSet<String>> types = new HashMap<>();
    private final Map<List<Object>, Long> counts = new HashMap<>();
    private final NaiveNames naiveNames = new NaiveNames();

    /// @param before all facts of the event's subject without the event
    /// @param facts those with it
    void project(Connection connection, RecordedEvent recorded, List<Fact> before, List<Fact> facts)
            throws SQLException {
        Set<String> touched = touchedBlocks(before, facts);
        Set<CompanyId> companies = new TreeSet<>();
        Stream.concat(before.stream(), facts.stream())
                .filter(fact -> touched.contains(fact.block()))
                .forEach(fact -> companies.addAll(fact.companies()));
        companies.addAll(mentioned(recorded.event()).keySet());
        insertEvent(connection, recorded, companies);
        placeEvents(connection, recorded, facts);
        addIdentifiers(connection, recorded, facts);
        replaceFacts(connection, recorded, touched, facts);
        updateCompanies(connection, recorded, companies, facts);
    }

    /// The blocks that hold other events than before.
    private static Set<String> touchedBlocks(List<Fact> before, List<Fact> after) {
        Map<String, Set<UUID>> was = eventsByBlock(before);
        Map<String, Set<UUID>> is = eventsByBlock(after);
        Set<String> touched = new TreeSet<>(was.keySet());
        touched.addAll(is.keySet());
        touched.removeIf(block -> Objects.equals(was.get(block), is.get(block)));
        return touched;
    }

    private static Map<String, Set<UUID>> eventsByBlock(List<Fact> facts) {
        Map<String, Set<UUID>> events = new HashMap<>();
        for (Fact fact : facts) {
            Set<UUID> inBlock = events.computeIfAbsent(fact.block(), none -> new HashSet<>());
            parts(fact).forEach(part -> inBlock.add(part.event().event().id()));
        }
        return events;
    }

    private static Stream<Part> parts(Fact fact) {
        return fact.lineages().stream().flatMap(lineage -> lineage.parts().stream());
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

    private static void insertEvent(
            Connection connection, RecordedEvent recorded, Set<CompanyId> touched)
            throws SQLException {
        Event event = recorded.event();
        Decoded decoded = new Decoded.Known(event);
        Position position = recorded.position();
        String type = EventType.of(event.details()).name();
        run(
                connection,
                "insert into event (partition, log_offset, company, id, type, known, recorded_at,"
                        + " target, content_hash, body) values (?, ?, ?, ?, ?, true, ?, ?, ?, ?)",
                position.partition(),
                position.offset(),
                event.company().id().value(),
                event.id(),
                type,
                Timestamp.from(recorded.recordedAt()),
                event.details() instanceof Annotation annotation ? annotation.target() : null,
                EventCodec.contentHash(decoded),
                EventCodec.recorded(decoded, position, recorded.recordedAt()));
        Set<CompanyId> named = mentioned(event).keySet();
        for (CompanyId company : touched) {
            run(
                    connection,
                    "insert into event_company (company, partition, log_offset, recorded_at, type,"
                            + " named) values (?, ?, ?, ?, ?, ?)",
                    company.value(),
                    position.partition(),
                    position.offset(),
                    Timestamp.from(recorded.recordedAt()),
                    type,
                    named.contains(company));
        }
    }

    /// Notes of all events in which block they lie now.
    private static void placeEvents(Connection connection, RecordedEvent recorded, List<Fact> facts)
            throws SQLException {
        for (Fact fact : facts) {
            run(
                    connection,
                    "update event set block = ? where partition = ? and company = ? and id ="
                            + " any(?) and block is distinct from ?",
                    fact.block(),
                    recorded.position().partition(),
                    recorded.event().company().id().value(),
                    parts(fact).map(part -> part.event().event().id()).toArray(UUID[]::new),
                    fact.block());
        }
    }

    /// Notes what the company goes by for the first time.
    private static void addIdentifiers(
            Connection connection, RecordedEvent recorded, List<Fact> facts) throws SQLException {
        for (Fact fact : facts) {
            for (Lineage lineage : fact.lineages()) {
                String key = Block.keyOf(lineage.head().event());
                if (Identifier.isKey(key)) {
                    run(
                            connection,
                            "insert into event_identifier values (?, ?, ?, ?) on conflict do"
                                    + " nothing",
                            key,
                            recorded.event().company().id().value(),
                            recorded.position().partition(),
                            recorded.position().offset());
                }
            }
        }
    }

    private static void replaceFacts(
            Connection connection, RecordedEvent recorded, Set<String> touched, List<Fact> facts)
            throws SQLException {
        String subject = recorded.event().company().id().value();
        int partition = recorded.position().partition();
        for (String block : touched) {
            run(
                    connection,
                    "delete from fact_company where subject = ? and fact in"
                            + " (select id from fact where company = ? and block = ?)",
                    subject,
                    subject,
                    block);
            run(
                    connection,
                    "delete from round where fact in"
                            + " (select id from fact where company = ? and block = ?)",
                    subject,
                    block);
            run(connection, "delete from fact where company = ? and block = ?", subject, block);
        }
        for (Fact fact : facts) {
            if (!touched.contains(fact.block())) {
                continue;
            }
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
                    recorded.position().offset(),
                    FactJson.write(fact));
            if (!fact.isRetracted() && fact.details() instanceof Funded funded) {
                addRound(connection, partition, fact, funded);
            }
            for (CompanyId company : fact.isRetracted() ? Set.<CompanyId>of() : fact.companies()) {
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

    private static void addRound(Connection connection, int partition, Fact fact, Funded funded)
            throws SQLException {
        Amount sum = Amount.of(funded.money());
        run(
                connection,
                "insert into round values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                fact.id(),
                partition,
                fact.subject().value(),
                fact.status(),
                Words.kebab(funded.round().name()),
                epochDay(fact.when().edtf().earliest()),
                epochDay(fact.when().edtf().latest()),
                sum == null ? null : sum.currency().code(),
                sum == null ? null : sum.low(),
                sum == null ? null : sum.high(),
                sum == null ? null : sum.typical());
    }

    private void updateCompanies(
            Connection connection, RecordedEvent recorded, Set<CompanyId> touched, List<Fact> facts)
            throws SQLException {
        Event event = recorded.event();
        int partition = recorded.position().partition();
        Map<CompanyId, @Nullable String> mentioned = mentioned(event);
        Set<CompanyId> renamed = new HashSet<>();
        mentioned.forEach((company, name) -> {
            List<Object> key = List.of(company, partition);
            boolean own = company.equals(event.company().id());
            if (name != null) {
                naiveNames.give(company, partition, name);
            }
            if (name != null && (own || !namedByOwn.contains(key))) {
                names.put(key, name);
                renamed.add(company);
                if (own) {
                    namedByOwn.add(key);
                }
            }
            types.computeIfAbsent(key, absent -> new TreeSet<>())
                    .add(EventType.of(event.details()).name());
            counts.merge(key, 1L, Long::sum);
        });
        for (CompanyId company : touched) {
            updateCompany(connection, recorded, company, facts, renamed.contains(company));
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
                  country = case when excluded.own then excluded.country else company.country end,
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
        naiveNames.write(
                connection,
                company,
                position.partition(),
                own ? facts : null,
                shown(connection, company, position.partition()),
                types.getOrDefault(key, new TreeSet<>()).toArray(String[]::new),
                counts.getOrDefault(key, 1L));
    }

    private static @Nullable String shown(Connection connection, CompanyId company, int partition)
            throws SQLException {
        try (PreparedStatement select =
                connection.prepareStatement(
                        "select display_name from company where id = ? and partition = ?")) {
            select.setString(1, company.value());
            select.setInt(2, partition);
            try (ResultSet row = select.executeQuery()) {
                return row.next() ? row.getString(1) : null;
            }
        }
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

    private static @Nullable Integer epochDay(Optional<LocalDate> day) {
        return day.isEmpty() ? null : (Integer) (int) day.get().toEpochDay();
    }

    /// The one connection of the owner that the tests write on; each writer commits.
    static synchronized Connection connection() throws SQLException {
        if (shared == null || !shared.isValid(1)) {
            shared = TestDatabase.owner();
            shared.setAutoCommit(false);
            try (Statement statement = shared.createStatement()) {
                statement.execute(SESSION);
            }
            shared.commit();
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
