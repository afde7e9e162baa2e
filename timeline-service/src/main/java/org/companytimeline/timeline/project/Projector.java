package org.companytimeline.timeline.project;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.companytimeline.model.BlockReplay;
import org.jboss.logging.Logger;

/// Projects batches onto the read model, each in one transaction.
///
/// A batch that fails although the read model is there is halved until the one record is found that
/// makes it fail: that one is rejected and the rest goes on. Safe for use by several threads, as
/// long as no two project the same partition.
public final class Projector {

    private static final Logger LOG = Logger.getLogger(Projector.class);

    private final ReadModel readModel;
    private final Bounds bounds;
    private final LargeBlocks largeBlocks = new LargeBlocks();

    /// What one batch may take.
    ///
    /// @param blockBytesMax how many bytes of claims and annotations may fold together; an event
    ///   that would make them more is rejected
    /// @param blockCompaniesMax how many other companies claims that fold together may name; an
    ///   event that would make them more is rejected
    /// @param factBytesMax how many bytes of facts are collected before they are written
    public record Bounds(long blockBytesMax, int blockCompaniesMax, long factBytesMax) {

        BlockReplay.Limits ofBlock() {
            return new BlockReplay.Limits(blockBytesMax, blockCompaniesMax);
        }
    }

    /// What must still hold when a batch is committed.
    @FunctionalInterface
    public interface Guard {

        /// Throws [BatchInterrupted] where it does not hold.
        void confirm();
    }

    public Projector(ReadModel readModel, Bounds bounds) {
        this.readModel = readModel;
        this.bounds = bounds;
    }

    /// Projects a batch. Throws [BatchInterrupted] where the read model is the trouble or the guard
    /// does not hold: then some of it may be projected, and the partitions must be taken over anew
    /// to learn how much.
    ///
    /// @return the partitions that another has taken over; nothing of them was changed
    public Set<Integer> project(Batch batch, Guard guard) {
        Set<Integer> fenced = new HashSet<>();
        project(batch, guard, fenced);
        return fenced;
    }

    private void project(Batch whole, Guard guard, Set<Integer> fenced) {
        Batch batch = whole.without(fenced);
        if (batch.slices().isEmpty()) {
            return;
        }
        try {
            List<Reading> readings = new ArrayList<>(batch.size());
            batch.slices().forEach(slice -> readings.addAll(RecordReading.read(slice)));
            apply(batch, readings, guard, fenced);
        } catch (BatchInterrupted interrupted) {
            throw interrupted;
        } catch (RuntimeException | StackOverflowError failure) {
            if (batch.size() > 1) {
                for (Batch half : batch.halves()) {
                    project(half, guard, fenced);
                }
            } else {
                rejectOnly(batch, failure, guard, fenced);
            }
        }
    }

    private void rejectOnly(Batch batch, Throwable failure, Guard guard, Set<Integer> fenced) {
        List<Reading> rejections = new ArrayList<>();
        for (Slice slice : batch.slices()) {
            for (LogRecord log : slice.records()) {
                LOG.errorf(failure, "Rejecting %s: it can't be stored", log.position());
                rejections.add(
                        new Rejected(
                                log,
                                slice.knownTimeAfter(),
                                RejectionReason.NOT_STORED,
                                "Storing it failed: " + failure.getMessage()));
            }
        }
        try {
            apply(batch, rejections, guard, fenced);
        } catch (NotStorable broken) {
            throw new ReadModelUnavailable("Storing a rejection", broken);
        }
    }

    private void apply(Batch batch, List<Reading> readings, Guard guard, Set<Integer> fenced) {
        Set<Integer> lost = inTransaction(batch, readings, guard);
        if (!lost.isEmpty()) {
            fenced.addAll(lost);
            project(batch, guard, fenced);
        }
    }

    private Set<Integer> inTransaction(Batch batch, List<Reading> readings, Guard guard) {
        List<Reading> rest = readings;
        while (true) {
            try (ReadModelTransaction transaction = readModel.begin()) {
                return new BatchProjection(transaction, batch, bounds, largeBlocks)
                        .apply(rest, guard);
            } catch (BlockFull full) {
                rest = full.withoutSurplus(rest);
            }
        }
    }
}
