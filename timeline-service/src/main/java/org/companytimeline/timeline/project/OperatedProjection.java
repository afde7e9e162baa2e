package org.companytimeline.timeline.project;

import java.util.List;
import org.companytimeline.event.Position;
import org.jspecify.annotations.Nullable;

/// The projection as operators see it.
public final class OperatedProjection {

    private final Log log;
    private final ReadModel readModel;
    private final long pageBytesMax;

    /// @param pageBytesMax how many bytes of records one page of rejected records holds
    public OperatedProjection(Log log, ReadModel readModel, long pageBytesMax) {
        this.log = log;
        this.readModel = readModel;
        this.pageBytesMax = pageBytesMax;
    }

    /// Where each partition stands.
    public List<PartitionProgress> progress() {
        return readModel.progress();
    }

    /// What the log is now.
    public LogSnapshot snapshot() throws LogUnavailable {
        return log.snapshot();
    }

    /// Rejected records by position; fewer than asked for where they are large.
    ///
    /// @param after the position before the first, null to begin at the start
    public RejectedPage rejected(@Nullable Position after, int limit) {
        return readModel.rejected(after, limit, pageBytesMax);
    }
}
