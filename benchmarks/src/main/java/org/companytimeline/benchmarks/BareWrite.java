package org.companytimeline.benchmarks;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.apache.kafka.clients.producer.ProducerRecord;

/// The least that has to happen before an event may be seen: the broker acknowledges it (acks=all)
/// and one transaction with one row is committed. Bare clients, nothing in between.
final class BareWrite implements AutoCloseable {

    private final BareProducer producer;
    private final PreparedStatement insert;
    private final ExecutorService commits = Executors.newSingleThreadExecutor();

    BareWrite(String bootstrapServers, Connection connection) throws SQLException {
        producer = BareProducer.withoutLinger(bootstrapServers);
        try (Statement statement = connection.createStatement()) {
            statement.execute(
                    "create table bare_write (partition int, log_offset bigint, body bytea, primary"
                            + " key (partition, log_offset))");
        }
        insert = connection.prepareStatement("insert into bare_write values (?, ?, ?)");
    }

    /// Writes one event to the log and then a row to the database.
    ///
    /// @return completes once it is committed
    CompletableFuture<Void> write(ProducerRecord<byte[], byte[]> record) {
        CompletableFuture<Void> done = new CompletableFuture<>();
        var _ =
                producer.client()
                        .send(
                                record,
                                (metadata, e) -> {
                                    if (e == null) {
                                        commits.execute(() ->
                                                commit(
                                                        metadata.partition(),
                                                        metadata.offset(),
                                                        record.value(),
                                                        done));
                                    } else {
                                        done.completeExceptionally(e);
                                    }
                                });
        return done;
    }

    private void commit(int partition, long offset, byte[] body, CompletableFuture<Void> done) {
        try {
            insert.setInt(1, partition);
            insert.setLong(2, offset);
            insert.setBytes(3, body);
            insert.executeUpdate();
            done.complete(null);
        } catch (SQLException e) {
            done.completeExceptionally(e);
        }
    }

    @Override
    public void close() throws SQLException {
        commits.close();
        insert.close();
        producer.close();
    }
}
