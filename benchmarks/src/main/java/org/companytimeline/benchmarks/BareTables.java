package org.companytimeline.benchmarks;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/// A schema with the tables and indexes of the read model, filled by COPY alone.
final class BareTables {

    @SuppressWarnings("ArrayRecordComponent") // Pieces are never compared.
    private record Piece(String table, byte[] bytes) {}

    private final String schema;
    private final List<Connection> connections;
    private final Deque<List<CopiedRows>> waiting = new ArrayDeque<>();

    /// Makes the tables in the shape of those of the read model.
    BareTables(String schema, List<Connection> connections, Iterable<String> tables)
            throws SQLException {
        this.schema = schema;
        this.connections = List.copyOf(connections);
        try (Statement statement = connections.getFirst().createStatement()) {
            statement.execute("create schema " + schema);
            for (String table : tables) {
                statement.execute(
                        "create table %s.%s (like %s including all)"
                                .formatted(schema, table, table));
            }
        }
    }

    /// Keeps the rows of one round to be copied later.
    void add(List<CopiedRows> round) {
        waiting.add(round);
    }

    /// Copies the rows of the round that was added first, each connection a piece at a time.
    ///
    /// @return events per second, if the round had that many
    double copyNext(int events) throws Exception {
        Queue<Piece> pieces = new ConcurrentLinkedQueue<>();
        for (CopiedRows rows : waiting.remove()) {
            rows.pieces().forEach(bytes -> pieces.add(new Piece(rows.table(), bytes)));
        }
        try (ExecutorService threads = Executors.newFixedThreadPool(connections.size())) {
            long start = System.nanoTime();
            List<Callable<Void>> copies = new ArrayList<>();
            connections.forEach(connection -> copies.add(() -> copy(connection, pieces)));
            for (Future<Void> copy : threads.invokeAll(copies)) {
                copy.get();
            }
            return events / ((System.nanoTime() - start) / 1e9);
        }
    }

    @SuppressWarnings("NullAway") // Void has no other value.
    private Void copy(Connection connection, Queue<Piece> pieces) throws Exception {
        for (Piece piece = pieces.poll(); piece != null; piece = pieces.poll()) {
            CopiedRows.write(connection, schema + "." + piece.table(), piece.bytes());
        }
        return null;
    }
}
