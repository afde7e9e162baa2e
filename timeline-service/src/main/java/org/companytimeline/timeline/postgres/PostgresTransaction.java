package org.companytimeline.timeline.postgres;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.companytimeline.event.CompanyId;
import org.companytimeline.event.EventCodec;
import org.companytimeline.model.Founding;
import org.companytimeline.timeline.project.Advance;
import org.companytimeline.timeline.project.BlockKey;
import org.companytimeline.timeline.project.Bytes;
import org.companytimeline.timeline.project.CompanyKey;
import org.companytimeline.timeline.project.CompanyRow;
import org.companytimeline.timeline.project.EventKey;
import org.companytimeline.timeline.project.EventRow;
import org.companytimeline.timeline.project.FactChanges;
import org.companytimeline.timeline.project.FactRow;
import org.companytimeline.timeline.project.IdentifierRow;
import org.companytimeline.timeline.project.MovedEvent;
import org.companytimeline.timeline.project.NamedCompany;
import org.companytimeline.timeline.project.ReadEvent;
import org.companytimeline.timeline.project.ReadModelTransaction;
import org.companytimeline.timeline.project.Rejected;
import org.companytimeline.timeline.project.SearchRows;
import org.companytimeline.timeline.project.StoredFact;
import org.companytimeline.timeline.project.Tally;
import org.companytimeline.timeline.project.ThreadKey;
import org.companytimeline.timeline.project.Touch;
import org.jspecify.annotations.Nullable;

/// One transaction on PostgreSQL. New rows come in by COPY, changed ones by one `update … from
/// unnest` a table.
final class PostgresTransaction implements ReadModelTransaction {

    /// How many claims are fetched at once.
    private static final int FETCH_ROWS = 500;

    private final Connection connection;
    private boolean committed;

    private PostgresTransaction(Connection connection) {
        this.connection = connection;
    }

    static PostgresTransaction begin(DataSource dataSource) {
        try {
            Connection connection = dataSource.getConnection();
            connection.setAutoCommit(false);
            return new PostgresTransaction(connection);
        } catch (SQLException fault) {
            throw SqlFaults.of("Beginning a transaction", fault);
        }
    }

    @Override
    public Set<Integer> advance(Collection<Advance> advances) {
        try (PreparedStatement update =
                connection.prepareStatement(
                        """
                        update projection_partition p
                        set next_offset = a.next_offset,
                            recorded_at = greatest(p.recorded_at,
                                timestamptz 'epoch' + nullif(a.known_millis, 0) * interval '1 ms')
                        from unnest(?::int4[], ?::int8[], ?::int8[], ?::int8[], ?::int8[])
                            a (partition, epoch, from_offset, next_offset, known_millis)
                        where p.partition = a.partition and p.next_offset = a.from_offset
                          and p.epoch = a.epoch
                        returning p.partition\
                        """)) {
            update.setArray(1, column("int4", advances, Advance::partition));
            update.setArray(2, column("int8", advances, Advance::epoch));
            update.setArray(3, column("int8", advances, Advance::from));
            update.setArray(4, column("int8", advances, Advance::to));
            update.setArray(
                    5, column("int8", advances, advance -> advance.knownTime().toEpochMilli()));
            Set<Integer> lost = new HashSet<>();
            advances.forEach(advance -> lost.add(advance.partition()));
            try (ResultSet rows = update.executeQuery()) {
                while (rows.next()) {
                    lost.remove(rows.getInt(1));
                }
            }
            return lost;
        } catch (SQLException fault) {
            throw SqlFaults.of("Moving partitions forward", fault);
        }
    }

    @Override
    public Map<EventKey, Bytes> contentHashes(Collection<EventKey> events) {
        Map<EventKey, Bytes> hashes = new HashMap<>();
        if (events.isEmpty()) {
            return hashes;
        }
        try (PreparedStatement select =
                connection.prepareStatement(
                        """
                        select e.partition, e.company, e.id, e.content_hash
                        from unnest(?::int4[], ?::text[], ?::uuid[]) k (partition, company, id)
                        join event e on e.id = k.id and e.partition = k.partition
                            and e.company = k.company collate "C\"\
                        """)) {
            setEvents(select, events);
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    hashes.put(eventKey(rows), Bytes.of(rows.getBytes(4)));
                }
            }
            return hashes;
        } catch (SQLException fault) {
            throw SqlFaults.of("Looking recorded events up", fault);
        }
    }

    @Override
    public Map<ThreadKey, String> blocks(Collection<ThreadKey> threads) {
        Map<ThreadKey, String> blocks = new HashMap<>();
        if (threads.isEmpty()) {
            return blocks;
        }
        try (PreparedStatement select =
                connection.prepareStatement(
                        """
                        select k.partition, k.company, k.thread, first.block
                        from unnest(?::int4[], ?::text[], ?::bytea[])
                            k (partition, company, thread)
                        cross join lateral (
                            select e.block from event e
                            where e.partition = k.partition and e.company = k.company collate "C"
                              and e.thread = k.thread
                            order by e.log_offset limit 1) first\
                        """)) {
            select.setArray(1, column("int4", threads, ThreadKey::partition));
            select.setArray(2, column("text", threads, key -> key.company().value()));
            select.setArray(3, Column.ofBytes(connection, threads, key -> key.thread().array()));
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    blocks.put(
                            new ThreadKey(
                                    rows.getInt(1),
                                    new CompanyId(rows.getString(2)),
                                    Bytes.of(rows.getBytes(3))),
                            rows.getString(4));
                }
            }
            return blocks;
        } catch (SQLException fault) {
            throw SqlFaults.of("Looking threads up", fault);
        }
    }

    @Override
    public Map<EventKey, String> blocksOf(Collection<EventKey> events) {
        Map<EventKey, String> blocks = new HashMap<>();
        if (events.isEmpty()) {
            return blocks;
        }
        try (PreparedStatement select =
                connection.prepareStatement(
                        """
                        select e.partition, e.company, e.id, e.block
                        from unnest(?::int4[], ?::text[], ?::uuid[]) k (partition, company, id)
                        join event e on e.id = k.id and e.partition = k.partition
                            and e.company = k.company collate "C"
                        where e.block is not null\
                        """)) {
            setEvents(select, events);
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    blocks.put(eventKey(rows), rows.getString(4));
                }
            }
            return blocks;
        } catch (SQLException fault) {
            throw SqlFaults.of("Looking targets up", fault);
        }
    }

    private void setEvents(PreparedStatement statement, Collection<EventKey> events)
            throws SQLException {
        statement.setArray(1, column("int4", events, EventKey::partition));
        statement.setArray(2, column("text", events, key -> key.company().value()));
        statement.setArray(3, column("uuid", events, EventKey::id));
    }

    private static EventKey eventKey(ResultSet rows) throws SQLException {
        return new EventKey(
                rows.getInt(1), new CompanyId(rows.getString(2)), rows.getObject(3, UUID.class));
    }

    @Override
    public void waitingFor(Collection<EventKey> claims, WaitingReader reader) {
        if (claims.isEmpty()) {
            return;
        }
        try (PreparedStatement select =
                connection.prepareStatement(
                        """
                        with recursive led as (
                            select k.partition, k.company, k.id as claim, e.id, e.log_offset
                            from unnest(?::int4[], ?::text[], ?::uuid[]) k (partition, company, id)
                            cross join lateral (
                                select * from event e
                                where e.partition = k.partition
                                  and e.company = k.company collate "C" and e.target = k.id
                                  and e.target is not null and e.block is null
                                offset 0) e
                            union all
                            select led.partition, led.company, led.claim, e.id, e.log_offset
                            from led cross join lateral (
                                select * from event e
                                where e.partition = led.partition
                                  and e.company = led.company collate "C" and e.target = led.id
                                  and e.target is not null and e.block is null
                                  and e.log_offset > led.log_offset
                                offset 0) e)
                        select led.partition, led.company, led.claim, e.body
                        from led join event e using (partition, log_offset)
                        order by led.claim, led.log_offset\
                        """)) {
            setEvents(select, claims);
            select.setFetchSize(FETCH_ROWS);
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    byte[] body = rows.getBytes(4);
                    reader.read(eventKey(rows), EventCodec.readRecorded(body), body.length);
                }
            }
        } catch (SQLException fault) {
            throw SqlFaults.of("Looking annotations up that wait", fault);
        }
    }

    @Override
    public Map<CompanyKey, CompanyRow> companies(Collection<CompanyKey> companies) {
        Map<CompanyKey, CompanyRow> found = new HashMap<>();
        if (companies.isEmpty()) {
            return found;
        }
        try (PreparedStatement select =
                connection.prepareStatement(
                        """
                        select c.partition, c.id, c.own, c.given_name, c.named_at, c.named_offset,
                               c.named_by_own, c.renamed_to, c.country, c.status,
                               array_to_string(c.types, ','), c.event_count, c.changed_offset,
                               c.other_names, c.founded_earliest, c.founded_latest, c.founded_year
                        from unnest(?::int4[], ?::text[]) k (partition, id)
                        join company c on c.id = k.id collate "C" and c.partition = k.partition\
                        """)) {
            select.setArray(1, column("int4", companies, CompanyKey::partition));
            select.setArray(2, column("text", companies, key -> key.company().value()));
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    CompanyRow row = companyRow(rows);
                    found.put(row.key(), row);
                }
            }
            return found;
        } catch (SQLException fault) {
            throw SqlFaults.of("Looking companies up", fault);
        }
    }

    private static List<String> separate(String joined) {
        return List.of(joined.split(",", -1));
    }

    private static CompanyRow companyRow(ResultSet rows) throws SQLException {
        OffsetDateTime namedAt = rows.getObject(5, OffsetDateTime.class);
        SortedSet<String> types = new TreeSet<>();
        String joined = rows.getString(11);
        if (!joined.isEmpty()) {
            types.addAll(separate(joined));
        }
        return new CompanyRow(
                new CompanyKey(rows.getInt(1), new CompanyId(rows.getString(2))),
                rows.getBoolean(3),
                rows.getString(4),
                namedAt == null ? null : namedAt.toInstant(),
                rows.getObject(6, Long.class),
                rows.getBoolean(7),
                rows.getString(8),
                rows.getString(9),
                rows.getString(10),
                types,
                rows.getLong(12),
                rows.getLong(13),
                OtherNamesJson.read(rows.getString(14)),
                founding(rows));
    }

    private static @Nullable Founding founding(ResultSet rows) throws SQLException {
        Integer earliest = rows.getObject(15, Integer.class);
        return earliest == null
                ? null
                : new Founding(earliest, rows.getInt(16), rows.getObject(17, Integer.class));
    }

    @Override
    public void addEvents(Collection<EventRow> events) {
        try {
            BinaryCopy.into(
                    connection,
                    "event",
                    List.of(
                            "partition",
                            "log_offset",
                            "company",
                            "id",
                            "type",
                            "known",
                            "recorded_at",
                            "block",
                            "thread",
                            "target",
                            "content_hash",
                            "body"),
                    events,
                    (copy, row) -> {
                        ReadEvent read = row.read();
                        copy.int4(read.log().position().partition());
                        copy.int8(read.log().position().offset());
                        copy.text(read.company().value());
                        copy.uuid(read.id());
                        copy.text(read.type());
                        copy.bool(read.known() != null);
                        copy.timestamp(read.recordedAt());
                        copy.text(row.block());
                        copy.bytes(row.thread());
                        copy.uuid(read.target());
                        copy.bytes(read.contentHash());
                        copy.bytes(read.body());
                    });
            addTouches(named(events), true);
        } catch (SQLException fault) {
            throw SqlFaults.of("Recording events", fault);
        }
    }

    private static List<Touch> named(Collection<EventRow> events) {
        List<Touch> named = new ArrayList<>();
        for (EventRow event : events) {
            ReadEvent read = event.read();
            named.add(new Touch(read.company(), read));
            read.mentions().stream()
                    .map(NamedCompany::id)
                    .distinct()
                    .forEach(other -> named.add(new Touch(other, read)));
        }
        return named;
    }

    @Override
    public void addTouches(Collection<Touch> touches) {
        try {
            addTouches(touches, false);
        } catch (SQLException fault) {
            throw SqlFaults.of("Recording what events touch", fault);
        }
    }

    private void addTouches(Collection<Touch> touches, boolean named) throws SQLException {
        BinaryCopy.into(
                connection,
                "event_company",
                List.of("company", "partition", "log_offset", "recorded_at", "type", "named"),
                touches,
                (copy, row) -> {
                    copy.text(row.company().value());
                    copy.int4(row.read().log().position().partition());
                    copy.int8(row.read().log().position().offset());
                    copy.timestamp(row.read().recordedAt());
                    copy.text(row.read().type());
                    copy.bool(named);
                });
    }

    @Override
    public void addIdentifiers(Collection<IdentifierRow> identifiers) {
        try {
            IdentifierWriter.write(connection, identifiers);
        } catch (SQLException fault) {
            throw SqlFaults.of("Recording identifiers", fault);
        }
    }

    @Override
    public void move(Collection<MovedEvent> events) {
        if (events.isEmpty()) {
            return;
        }
        try (PreparedStatement update =
                connection.prepareStatement(
                        """
                        update event e set block = u.block, thread = u.thread
                        from unnest(?::int4[], ?::int8[], ?::text[], ?::bytea[])
                            u (partition, log_offset, block, thread)
                        where e.partition = u.partition and e.log_offset = u.log_offset\
                        """)) {
            update.setArray(1, column("int4", events, event -> event.position().partition()));
            update.setArray(2, column("int8", events, event -> event.position().offset()));
            update.setArray(3, column("text", events, MovedEvent::block));
            update.setArray(
                    4,
                    Column.ofBytes(
                            connection,
                            events,
                            event -> event.thread() == null ? null : event.thread().array()));
            update.executeUpdate();
        } catch (SQLException fault) {
            throw SqlFaults.of("Moving events", fault);
        }
    }

    @Override
    public void removeFacts(Collection<EventKey> facts) {
        if (facts.isEmpty()) {
            return;
        }
        try {
            FactWriter.removeAll(connection, facts);
            RoundWriter.removeAll(connection, facts);
            RaisedWriter.write(
                    connection,
                    facts.stream()
                            .map(fact -> new CompanyKey(fact.partition(), fact.company()))
                            .collect(Collectors.toSet()));
        } catch (SQLException fault) {
            throw SqlFaults.of("Removing facts", fault);
        }
    }

    @Override
    public void addRejected(Collection<Rejected> rejected) {
        try {
            BinaryCopy.into(
                    connection,
                    "rejected_event",
                    List.of(
                            "partition",
                            "log_offset",
                            "reason",
                            "detail",
                            "record_key",
                            "headers",
                            "record_value",
                            "recorded_at"),
                    rejected,
                    (copy, row) -> {
                        copy.int4(row.log().position().partition());
                        copy.int8(row.log().position().offset());
                        copy.text(row.reason().text());
                        copy.text(row.detail());
                        copy.bytes(row.log().key());
                        copy.bytes(HeadersJson.write(row.log().headers()));
                        copy.bytes(row.log().value());
                        copy.timestamp(row.recordedAt());
                    });
        } catch (SQLException fault) {
            throw SqlFaults.of("Keeping rejected records", fault);
        }
    }

    @Override
    public void claims(
            Collection<BlockKey> blocks, Map<Integer, Long> before, ClaimsReader reader) {
        if (blocks.isEmpty()) {
            return;
        }
        try (PreparedStatement select =
                connection.prepareStatement(
                        """
                        select k.partition, k.company, k.type, k.block, e.body
                        from unnest(?::int4[], ?::text[], ?::text[], ?::text[], ?::int8[])
                            k (partition, company, type, block, before)
                        cross join lateral (
                            select * from event e
                            where e.partition = k.partition and e.company = k.company collate "C"
                              and e.block = k.block collate "C" and e.log_offset < k.before
                            order by e.log_offset) e\
                        """)) {
            setBlocks(select, blocks);
            select.setArray(5, column("int8", blocks, block -> before.get(block.partition())));
            select.setFetchSize(FETCH_ROWS);
            try (ResultSet rows = select.executeQuery()) {
                BlockKey current = null;
                while (rows.next()) {
                    BlockKey block = block(rows);
                    if (current != null && !current.equals(block)) {
                        reader.end(current);
                    }
                    current = block;
                    byte[] body = rows.getBytes(5);
                    reader.read(block, EventCodec.readRecorded(body), body.length);
                }
                if (current != null) {
                    reader.end(current);
                }
            }
        } catch (SQLException fault) {
            throw SqlFaults.of("Reading the claims of blocks", fault);
        }
    }

    private void setBlocks(PreparedStatement statement, Collection<BlockKey> blocks)
            throws SQLException {
        statement.setArray(1, column("int4", blocks, BlockKey::partition));
        statement.setArray(2, column("text", blocks, block -> block.company().value()));
        statement.setArray(3, column("text", blocks, BlockKey::type));
        statement.setArray(4, column("text", blocks, BlockKey::block));
    }

    private static BlockKey block(ResultSet rows) throws SQLException {
        return new BlockKey(
                rows.getInt(1),
                new CompanyId(rows.getString(2)),
                rows.getString(3),
                rows.getString(4));
    }

    @Override
    public Map<BlockKey, List<StoredFact>> facts(Collection<BlockKey> blocks) {
        Map<BlockKey, List<StoredFact>> facts = new HashMap<>();
        if (blocks.isEmpty()) {
            return facts;
        }
        try (PreparedStatement select =
                connection.prepareStatement(
                        """
                        select f.partition, f.company, f.type, f.block, f.id, f.changed_offset,
                               f.status, f.earliest, f.latest, f.sort_from, f.sort_to,
                               array_to_string(f.companies, ','), sha256(f.body)
                        from unnest(?::int4[], ?::text[], ?::text[], ?::text[])
                            k (partition, company, type, block)
                        join fact f on f.partition = k.partition
                            and f.company = k.company collate "C" and f.type = k.type collate "C"
                            and f.block = k.block collate "C\"\
                        """)) {
            setBlocks(select, blocks);
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    facts.computeIfAbsent(block(rows), _ -> new ArrayList<>())
                            .add(storedFact(rows));
                }
            }
            return facts;
        } catch (SQLException fault) {
            throw SqlFaults.of("Looking facts up", fault);
        }
    }

    private static StoredFact storedFact(ResultSet rows) throws SQLException {
        List<CompanyId> companies = new ArrayList<>();
        for (String company : separate(rows.getString(12))) {
            companies.add(new CompanyId(company));
        }
        return new StoredFact(
                rows.getObject(5, UUID.class),
                rows.getLong(6),
                new FactRow.Place(
                        rows.getString(3),
                        rows.getString(7),
                        rows.getObject(8, Integer.class),
                        rows.getObject(9, Integer.class),
                        rows.getInt(10),
                        rows.getInt(11),
                        List.copyOf(companies)),
                Bytes.of(rows.getBytes(13)));
    }

    @Override
    public Set<BlockKey> blocksOfTypes(Collection<CompanyKey> companies, Collection<String> types) {
        Set<BlockKey> blocks = new HashSet<>();
        if (companies.isEmpty()) {
            return blocks;
        }
        try (PreparedStatement select =
                connection.prepareStatement(
                        """
                        select distinct f.partition, f.company, f.type, f.block
                        from unnest(?::int4[], ?::text[]) k (partition, company)
                        cross join unnest(?::text[]) t (type)
                        join fact f on f.partition = k.partition
                            and f.company = k.company collate "C" and f.type = t.type collate "C\"\
                        """)) {
            select.setArray(1, column("int4", companies, CompanyKey::partition));
            select.setArray(2, column("text", companies, key -> key.company().value()));
            select.setArray(3, column("text", types, type -> type));
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    blocks.add(block(rows));
                }
            }
            return blocks;
        } catch (SQLException fault) {
            throw SqlFaults.of("Looking blocks up by type", fault);
        }
    }

    @Override
    public void write(FactChanges changes) {
        try {
            FactWriter.write(connection, changes);
            RoundWriter.write(connection, changes);
            RaisedWriter.write(connection, RaisedWriter.changedBy(changes));
        } catch (SQLException fault) {
            throw SqlFaults.of("Writing facts", fault);
        }
    }

    @Override
    public void putCompanies(Collection<CompanyRow> companies) {
        if (companies.isEmpty()) {
            return;
        }
        try (PreparedStatement upsert =
                connection.prepareStatement(
                        """
                        insert into company as c (id, partition, own, given_name, display_name,
                            named_at, named_offset, named_by_own, renamed_to, country, status,
                            types, event_count, changed_offset, other_names, founded_earliest,
                            founded_latest, founded_year)
                        select id, partition, own, given_name, display_name,
                            timestamptz 'epoch' + named_millis * interval '1 ms', named_offset,
                            named_by_own, renamed_to, country, status,
                            string_to_array(types, ','), event_count, changed_offset, other_names,
                            founded_earliest, founded_latest, founded_year
                        from unnest(?::text[], ?::int4[], ?::bool[], ?::text[], ?::text[],
                                ?::int8[], ?::int8[], ?::bool[], ?::text[], ?::text[], ?::text[],
                                ?::text[], ?::int8[], ?::int8[], ?::text[], ?::int4[], ?::int4[],
                                ?::int4[])
                            u (id, partition, own, given_name, display_name, named_millis,
                               named_offset, named_by_own, renamed_to, country, status, types,
                               event_count, changed_offset, other_names, founded_earliest,
                               founded_latest, founded_year)
                        on conflict (id, partition) do update
                        set own = excluded.own, given_name = excluded.given_name,
                            display_name = excluded.display_name, named_at = excluded.named_at,
                            named_offset = excluded.named_offset,
                            named_by_own = excluded.named_by_own,
                            renamed_to = excluded.renamed_to, country = excluded.country,
                            status = excluded.status, types = excluded.types,
                            event_count = excluded.event_count,
                            changed_offset = excluded.changed_offset,
                            other_names = excluded.other_names,
                            founded_earliest = excluded.founded_earliest,
                            founded_latest = excluded.founded_latest,
                            founded_year = excluded.founded_year\
                        """)) {
            upsert.setArray(1, column("text", companies, row -> row.key().company().value()));
            upsert.setArray(2, column("int4", companies, row -> row.key().partition()));
            upsert.setArray(3, column("bool", companies, CompanyRow::own));
            upsert.setArray(4, column("text", companies, CompanyRow::givenName));
            upsert.setArray(5, column("text", companies, CompanyRow::displayName));
            upsert.setArray(6, column("int8", companies, PostgresTransaction::namedMillis));
            upsert.setArray(7, column("int8", companies, CompanyRow::namedOffset));
            upsert.setArray(8, column("bool", companies, CompanyRow::namedByOwn));
            upsert.setArray(9, column("text", companies, CompanyRow::renamedTo));
            upsert.setArray(10, column("text", companies, CompanyRow::country));
            upsert.setArray(11, column("text", companies, CompanyRow::status));
            upsert.setArray(12, column("text", companies, row -> String.join(",", row.types())));
            upsert.setArray(13, column("int8", companies, CompanyRow::eventCount));
            upsert.setArray(14, column("int8", companies, CompanyRow::changedOffset));
            upsert.setArray(
                    15, column("text", companies, row -> OtherNamesJson.write(row.otherNames())));
            upsert.setArray(16, column("int4", companies, row -> day(row, Founding::earliest)));
            upsert.setArray(17, column("int4", companies, row -> day(row, Founding::latest)));
            upsert.setArray(18, column("int4", companies, row -> day(row, Founding::year)));
            upsert.executeUpdate();
        } catch (SQLException fault) {
            throw SqlFaults.of("Writing companies", fault);
        }
    }

    private static @Nullable Integer day(
            CompanyRow row, Function<Founding, @Nullable Integer> part) {
        return row.founding() == null ? null : part.apply(row.founding());
    }

    private static @Nullable Long namedMillis(CompanyRow row) {
        return row.namedAt() == null ? null : row.namedAt().toEpochMilli();
    }

    @Override
    public void putSearch(SearchRows rows) {
        try {
            NameWriter.write(connection, rows.names());
            SearchWriter.write(connection, rows);
        } catch (SQLException fault) {
            throw SqlFaults.of("Writing what companies are found by", fault);
        }
    }

    @Override
    public void commit(Collection<Tally> tallies) {
        try (PreparedStatement finish =
                connection.prepareStatement(
                        """
                        with counted as (
                            update projection_partition p
                            set event_count = p.event_count + t.events,
                                rejected_count = p.rejected_count + t.rejected
                            from unnest(?::int4[], ?::int8[], ?::int8[])
                                t (partition, events, rejected)
                            where p.partition = t.partition and t.events + t.rejected > 0)
                        select pg_notify('company_timeline', payload)
                        from unnest(?::text[]) payload\
                        """)) {
            finish.setArray(1, column("int4", tallies, Tally::partition));
            finish.setArray(2, column("int8", tallies, Tally::events));
            finish.setArray(3, column("int8", tallies, Tally::rejected));
            finish.setArray(4, column("text", Notice.payloads(tallies), payload -> payload));
            finish.execute();
            connection.commit();
            committed = true;
        } catch (SQLException fault) {
            throw SqlFaults.of("Committing", fault);
        }
    }

    @Override
    public void close() {
        try (connection) {
            if (!committed) {
                connection.rollback();
            }
            connection.setAutoCommit(true);
        } catch (SQLException fault) {
            throw SqlFaults.of("Closing a transaction", fault);
        }
    }

    private <T> Array column(
            String type, Collection<T> rows, Function<? super T, ? extends @Nullable Object> value)
            throws SQLException {
        return Column.of(connection, type, rows, value);
    }
}
