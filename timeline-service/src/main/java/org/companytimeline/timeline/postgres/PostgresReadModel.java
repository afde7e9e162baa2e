package org.companytimeline.timeline.postgres;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.companytimeline.event.Position;
import org.companytimeline.timeline.project.LogIdentity;
import org.companytimeline.timeline.project.Ownership;
import org.companytimeline.timeline.project.PartitionProgress;
import org.companytimeline.timeline.project.ReadModel;
import org.companytimeline.timeline.project.ReadModelTransaction;
import org.companytimeline.timeline.project.RejectedPage;
import org.jspecify.annotations.Nullable;

/// The read model in PostgreSQL.
///
/// The sessions of its data source must prefer index scans in nested loops: the tables grow far
/// faster than their statistics, and a plan made while they were small would read them whole.
public final class PostgresReadModel implements ReadModel {

    /// What a partition owns, from the tables that others point into to those that point.
    private static final List<String> OWNED =
            List.of(
                    "event",
                    "event_company",
                    "event_identifier",
                    "fact",
                    "fact_company",
                    "round",
                    "company",
                    "company_name",
                    "company_identifier",
                    "company_type",
                    "company_raised",
                    "rejected_event");

    private final DataSource dataSource;
    private final Schema schema;
    private final Duration takeOverTimeout;

    /// @param takeOverTimeout how long to wait for the transaction of a partition's former owner
    public PostgresReadModel(DataSource dataSource, Schema schema, Duration takeOverTimeout) {
        this.dataSource = dataSource;
        this.schema = schema;
        this.takeOverTimeout = takeOverTimeout;
    }

    @Override
    public Optional<String> prepare() {
        return schema.prepare();
    }

    @Override
    public List<PartitionProgress> progress() {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement select =
                        connection.prepareStatement(
                                """
                                select partition, cluster_id, topic_id, fold_version, next_offset,
                                       serve_from, epoch, nullif(recorded_at, '-infinity'),
                                       event_count, rejected_count
                                from projection_partition order by partition\
                                """);
                ResultSet rows = select.executeQuery()) {
            List<PartitionProgress> progress = new ArrayList<>();
            while (rows.next()) {
                OffsetDateTime knownTime = rows.getObject(8, OffsetDateTime.class);
                progress.add(
                        new PartitionProgress(
                                rows.getInt(1),
                                new LogIdentity(rows.getString(2), rows.getString(3)),
                                rows.getInt(4),
                                rows.getLong(5),
                                rows.getLong(6),
                                rows.getLong(7),
                                knownTime == null ? null : knownTime.toInstant(),
                                rows.getLong(9),
                                rows.getLong(10)));
            }
            return progress;
        } catch (SQLException fault) {
            throw SqlFaults.of("Reading where the projection stands", fault);
        }
    }

    @Override
    public void register(LogIdentity log, int partitions, int foldVersion) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement insert =
                        connection.prepareStatement(
                                """
                                insert into projection_partition
                                    (partition, cluster_id, topic_id, fold_version)
                                select partition, ?, ?, ? from generate_series(0, ?) partition
                                on conflict do nothing\
                                """)) {
            insert.setString(1, log.clusterId());
            insert.setString(2, log.topicId());
            insert.setInt(3, foldVersion);
            insert.setInt(4, partitions - 1);
            insert.executeUpdate();
        } catch (SQLException fault) {
            throw SqlFaults.of("Registering the partitions of the log", fault);
        }
    }

    @Override
    public Ownership takeOver(int partition, int foldVersion) {
        try (Connection connection = dataSource.getConnection()) {
            connection.setAutoCommit(false);
            try {
                Ownership ownership = takeOver(connection, partition, foldVersion);
                connection.commit();
                return ownership;
            } catch (SQLException | RuntimeException failure) {
                Rollback.after(failure, connection);
                throw failure;
            } finally {
                connection.setAutoCommit(true);
            }
        } catch (SQLException fault) {
            throw SqlFaults.of("Taking partition " + partition + " over", fault);
        }
    }

    private Ownership takeOver(Connection connection, int partition, int foldVersion)
            throws SQLException {
        try (Statement set = connection.createStatement()) {
            set.execute("set local lock_timeout = " + takeOverTimeout.toMillis());
        }
        try (PreparedStatement update =
                connection.prepareStatement(
                        """
                        update projection_partition set epoch = epoch + 1 where partition = ?
                        returning epoch, next_offset, nullif(recorded_at, '-infinity'), fold_version\
                        """)) {
            update.setInt(1, partition);
            try (ResultSet row = update.executeQuery()) {
                if (!row.next()) {
                    throw new IllegalStateException("partition " + partition + " has no row");
                }
                long epoch = row.getLong(1);
                if (row.getInt(4) != foldVersion) {
                    reset(connection, partition, foldVersion);
                    return new Ownership(partition, epoch, 0, Instant.EPOCH);
                }
                OffsetDateTime knownTime = row.getObject(3, OffsetDateTime.class);
                return new Ownership(
                        partition,
                        epoch,
                        row.getLong(2),
                        knownTime == null ? Instant.EPOCH : knownTime.toInstant());
            }
        }
    }

    private static void reset(Connection connection, int partition, int foldVersion)
            throws SQLException {
        for (String table : OWNED) {
            try (PreparedStatement delete =
                    connection.prepareStatement("delete from " + table + " where partition = ?")) {
                delete.setInt(1, partition);
                delete.executeUpdate();
            }
        }
        try (PreparedStatement update =
                connection.prepareStatement(
                        """
                        update projection_partition
                        set serve_from = greatest(serve_from, next_offset), next_offset = 0,
                            recorded_at = '-infinity', event_count = 0, rejected_count = 0,
                            fold_version = ?
                        where partition = ?\
                        """)) {
            update.setInt(1, foldVersion);
            update.setInt(2, partition);
            update.executeUpdate();
        }
    }

    @Override
    public RejectedPage rejected(@Nullable Position after, int limit, long bytesMax) {
        return RejectedPages.read(dataSource, after, limit, bytesMax);
    }

    @Override
    public ReadModelTransaction begin() {
        return PostgresTransaction.begin(dataSource);
    }
}
