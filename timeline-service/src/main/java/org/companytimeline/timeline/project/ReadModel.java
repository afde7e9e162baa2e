package org.companytimeline.timeline.project;

import java.util.List;
import java.util.Optional;
import org.companytimeline.event.Position;
import org.jspecify.annotations.Nullable;

/// The read model, written by the owners of partitions.
///
/// Every method throws [ReadModelUnavailable] where the read model itself is the trouble and the
/// same call may succeed later.
public interface ReadModel {

    /// Makes sure that its tables are there and up to date.
    ///
    /// @return why they can't be, in one line
    Optional<String> prepare();

    /// Where each partition stands, by partition; empty before the first [#register].
    List<PartitionProgress> progress();

    /// Makes a row for each partition of a log that has none yet.
    void register(LogIdentity log, int partitions, int foldVersion);

    /// Takes a partition over: from now on nobody who owned it before changes anything. If its rows
    /// were folded by another version of the fold, they are all removed and it begins anew.
    Ownership takeOver(int partition, int foldVersion);

    /// Rejected records by position, not many more than some bytes of them.
    ///
    /// @param after the position before the first, null to begin at the start
    RejectedPage rejected(@Nullable Position after, int limit, long bytesMax);

    /// Begins a transaction.
    ReadModelTransaction begin();
}
