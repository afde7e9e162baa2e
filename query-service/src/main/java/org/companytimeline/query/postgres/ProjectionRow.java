package org.companytimeline.query.postgres;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.companytimeline.model.Fold;
import org.companytimeline.query.view.LogState;
import org.companytimeline.query.view.ReadModelUnavailable;

/// Where the projector of one partition stands.
record ProjectionRow(
        int partition,
        long nextOffset,
        long serveFrom,
        int foldVersion,
        String clusterId,
        String topicId) {

    static List<ProjectionRow> all(Connection connection) {
        return new Sql()
                .add(
                        """
                        select partition, next_offset, serve_from, fold_version, cluster_id, topic_id
                        from projection_partition order by partition
                        """)
                .list(connection, ProjectionRow::read);
    }

    private static ProjectionRow read(ResultSet row) throws SQLException {
        return new ProjectionRow(
                row.getInt("partition"),
                row.getLong("next_offset"),
                row.getLong("serve_from"),
                row.getInt("fold_version"),
                row.getString("cluster_id"),
                row.getString("topic_id"));
    }

    static LogState logState(List<ProjectionRow> rows) {
        if (rows.isEmpty()) {
            throw new ReadModelUnavailable("The log has not been projected yet.");
        }
        ProjectionRow first = rows.getFirst();
        SortedMap<Integer, Long> nextOffsets = new TreeMap<>();
        boolean refolding = false;
        for (ProjectionRow row : rows) {
            if (!row.clusterId.equals(first.clusterId) || !row.topicId.equals(first.topicId)) {
                throw new IllegalStateException(
                        "Partitions %d and %d of the read model come from two logs"
                                .formatted(first.partition, row.partition));
            }
            refolding |= row.nextOffset < row.serveFrom || row.foldVersion != Fold.VERSION;
            nextOffsets.put(row.partition, row.nextOffset);
        }
        return LogState.of(first.clusterId, first.topicId, Fold.VERSION, refolding, nextOffsets);
    }
}
