package org.companytimeline.timeline.project;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
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

    /// What one batch may take.
    ///
    /// @param claimsPerBlockMax how many claims one block may hold; the event that would be one
    ///   more is rejected
    /// @param factBytesMax how many bytes of facts are collected before they are written
    public record Bounds(int claimsPerBlockMax, long factBytesMax) {}

    public Projector(ReadModel readModel, Bounds bounds) {
        this.readModel = readModel;
        this.bounds = bounds;
    }

    /// Projects a batch. Throws [ReadModelUnavailable] where the read model is the trouble: then
    /// some of it may be projected, and the partitions must be taken over anew to learn how much.
    ///
    /// @return the partitions that another has taken over; nothing of them was changed
    public Set<Integer> project(Batch batch) {
        Set<Integer> fenced = new HashSet<>();
        project(batch, fenced);
        return fenced;
    }

    private void project(Batch whole, Set<Integer> fenced) {
        Batch batch = whole.without(fenced);
        if (batch.slices().isEmpty()) {
            return;
        }
        try {
            List<Reading> readings = new ArrayList<>(batch.size());
            batch.slices().forEach(slice -> readings.addAll(RecordReading.read(slice)));
            apply(batch, readings, fenced);
        } catch (ReadModelUnavailable unavailable) {
            throw unavailable;
        } catch (RuntimeException | StackOverflowError failure) {
            if (batch.size() > 1) {
                for (Batch half : batch.halves()) {
                    project(half, fenced);
                }
            } else {
                rejectOnly(batch, failure, fenced);
            }
        }
    }

    private void rejectOnly(Batch batch, Throwable failure, Set<Integer> fenced) {
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
            apply(batch, rejections, fenced);
        } catch (NotStorable broken) {
            throw new ReadModelUnavailable("Storing a rejection", broken);
        }
    }

    private void apply(Batch batch, List<Reading> readings, Set<Integer> fenced) {
        Set<Integer> lost;
        try (ReadModelTransaction transaction = readModel.begin()) {
            lost = new BatchProjection(transaction, batch, bounds).apply(readings);
        }
        if (!lost.isEmpty()) {
            fenced.addAll(lost);
            project(batch, fenced);
        }
    }
}
