package org.companytimeline.query;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.companytimeline.event.CompanyId;
import org.companytimeline.event.Decoded;
import org.companytimeline.event.Event;
import org.companytimeline.event.EventCodec;
import org.companytimeline.event.Position;
import org.companytimeline.event.PostedDefaults;
import org.companytimeline.event.RecordedEvent;
import org.companytimeline.model.Fact;
import org.companytimeline.model.Fold;
import org.companytimeline.model.Policy;

/// The log and its projection in the plainest way: every event folds its company anew.
public final class NaiveProjection {

    public static final int PARTITIONS = 12;

    /// Who posts, unless said otherwise.
    public static final String PUBLISHER = "https://example.org/publisher";

    private static final Duration LAG = Duration.ofHours(1);
    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

    private final Map<CompanyId, List<RecordedEvent>> events = new HashMap<>();
    private final Map<CompanyId, List<Fact>> folded = new HashMap<>();
    private final Map<Integer, Long> nextOffsets = new TreeMap<>();
    private final ReadModelRows rows = new ReadModelRows();
    private final Connection connection;
    private final String topicId;
    private final Set<Integer> lagging = new HashSet<>();
    private long clock;

    private NaiveProjection(Connection connection, String topicId) {
        this.connection = connection;
        this.topicId = topicId;
    }

    /// Empties the read model and begins a log.
    public static NaiveProjection empty() throws SQLException {
        return empty("test-topic");
    }

    /// Empties the read model and begins a log that nobody takes for the one before, of which a
    /// tail in memory may still hold events.
    public static NaiveProjection ofAnotherLog() throws SQLException {
        return empty("test-topic-" + UUID.randomUUID());
    }

    /// Empties the read model, as before it is made anew from the same log.
    public NaiveProjection anew() throws SQLException {
        return empty(topicId);
    }

    /// Empties the read model and begins a log with this topic id.
    public static NaiveProjection empty(String topicId) throws SQLException {
        NaiveProjection projection = new NaiveProjection(ReadModelRows.connection(), topicId);
        // first what readers lock first
        sql(
                "truncate projection_partition, event, event_company, event_identifier, round,"
                        + " fact, fact_company, company, company_name, company_identifier,"
                        + " company_type, company_raised, rejected_event");
        sql(
                """
                insert into projection_partition (partition, cluster_id, topic_id, fold_version)
                select n, 'test-cluster', ?, ? from generate_series(0, ?) n
                """,
                topicId,
                Fold.VERSION,
                PARTITIONS - 1);
        return projection;
    }

    /// The partition of a company's events.
    public static int partitionOf(String company) {
        return Math.floorMod(company.hashCode(), PARTITIONS);
    }

    /// Records an event and projects it.
    ///
    /// @param posted the short form; single quotes stand for double ones
    public RecordedEvent record(String posted) throws SQLException {
        return record(UUID.randomUUID(), posted);
    }

    /// Records an event with this id and projects it, in one transaction with one notification.
    public synchronized RecordedEvent record(UUID id, String posted) throws SQLException {
        RecordedEvent recorded = project(id, posted, PUBLISHER);
        connection.commit();
        return recorded;
    }

    /// Records an event of another publisher.
    public synchronized RecordedEvent recordOf(String publisher, UUID id, String posted)
            throws SQLException {
        RecordedEvent recorded = project(id, posted, publisher);
        connection.commit();
        return recorded;
    }

    /// Records an event and changes its rows, in one transaction.
    public synchronized RecordedEvent recordThen(String posted, String sql, Object... values)
            throws SQLException {
        RecordedEvent recorded = project(UUID.randomUUID(), posted, PUBLISHER);
        sql(sql, values);
        return recorded;
    }

    /// Records many events in one transaction.
    public synchronized void recordAll(Iterable<String> posted) throws SQLException {
        for (String one : posted) {
            project(UUID.randomUUID(), one, PUBLISHER);
        }
        connection.commit();
    }

    private RecordedEvent project(UUID id, String posted, String publisher) throws SQLException {
        RecordedEvent recorded = event(id, posted, publisher);
        List<RecordedEvent> own =
                events.computeIfAbsent(
                        recorded.event().company().id(), company -> new ArrayList<>());
        own.add(recorded);
        List<Fact> after = Fold.timeline(own, Policy.DEFAULT_1);
        List<Fact> before = folded.put(recorded.event().company().id(), after);
        rows.project(connection, recorded, before == null ? List.of() : before, after);
        rows.advance(connection, recorded.position());
        return recorded;
    }

    /// From now on the events of this partition are projected an hour after the log stamped them,
    /// so that they come before what other partitions already show.
    public void lag(int partition) {
        lagging.add(partition);
    }

    /// Rejects the next record of a partition.
    public synchronized Position reject(int partition, String reason) throws SQLException {
        Position position = next(partition);
        rows.reject(connection, position, reason);
        rows.advance(connection, position);
        connection.commit();
        return position;
    }

    /// Runs a statement as the owner of the tables.
    public static void sql(String sql, Object... values) throws SQLException {
        ReadModelRows.sql(sql, values);
    }

    /// All facts on a timeline as the model folds them, in timeline order.
    public synchronized List<Fact> timeline(String company) {
        return events.values().stream()
                .flatMap(own -> Fold.timeline(own, Policy.DEFAULT_1).stream())
                .filter(fact ->
                        !fact.isRetracted() && fact.companies().contains(new CompanyId(company)))
                .sorted(Comparator.comparing(Fact::key))
                .toList();
    }

    /// All facts of all companies, retracted ones too.
    public synchronized List<Fact> facts() {
        return events.values().stream()
                .flatMap(own -> Fold.timeline(own, Policy.DEFAULT_1).stream())
                .toList();
    }

    private RecordedEvent event(UUID id, String posted, String publisher) {
        Decoded decoded =
                EventCodec.decodePosted(
                        posted.replace('\'', '"').getBytes(StandardCharsets.UTF_8),
                        new PostedDefaults(id, publisher, true));
        if (!(decoded instanceof Decoded.Known known)) {
            throw new IllegalArgumentException("not an event: " + decoded);
        }
        Event event = known.event();
        CompanyId subject = event.company().id();
        Position position = next(partitionOf(subject.value()));
        Instant now = START.plusMillis(clock++ / 2);
        return new RecordedEvent(
                event, position, lagging.contains(position.partition()) ? now.minus(LAG) : now);
    }

    private Position next(int partition) {
        long offset = nextOffsets.getOrDefault(partition, 0L);
        nextOffsets.put(partition, offset + 1);
        return new Position(partition, offset);
    }
}
