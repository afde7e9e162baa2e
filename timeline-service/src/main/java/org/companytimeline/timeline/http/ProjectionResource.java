package org.companytimeline.timeline.http;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.companytimeline.timeline.project.LogSnapshot;
import org.companytimeline.timeline.project.LogUnavailable;
import org.companytimeline.timeline.project.OperatedProjection;
import org.companytimeline.timeline.project.PartitionProgress;
import org.jspecify.annotations.Nullable;

/// Where the projection stands.
@Path("/projection")
@RolesAllowed("operate")
@RunOnVirtualThread
public class ProjectionResource {

    private final OperatedProjection projection;

    ProjectionResource(OperatedProjection projection) {
        this.projection = projection;
    }

    /// Where one partition stands.
    ///
    /// @param lag how many offsets of the log are not projected yet
    /// @param serveFrom while `nextOffset` is below this the partition is folded anew and not
    ///   served
    /// @param knownTime the largest broker stamp so far, absent before the first record
    public record Partition(
            int partition,
            long nextOffset,
            long endOffset,
            long lag,
            long serveFrom,
            long epoch,
            @Nullable String knownTime,
            long events,
            long rejected,
            int foldVersion) {}

    public record Totals(long nextOffset, long endOffset, long lag, long events, long rejected) {}

    public record Answer(
            String topic,
            String topicId,
            String clusterId,
            List<Partition> partitions,
            Totals totals) {}

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    public Response get() {
        try {
            List<PartitionProgress> progress = projection.progress();
            return Response.ok(answer(projection.snapshot(), progress)).build();
        } catch (LogUnavailable unavailable) {
            return Problems.later("Kafka can't be asked now.");
        }
    }

    private static Answer answer(LogSnapshot log, List<PartitionProgress> progress) {
        List<Partition> partitions =
                progress.stream()
                        .filter(stored -> stored.partition() < log.partitions())
                        .map(stored ->
                                partition(stored, log.ranges().get(stored.partition()).end()))
                        .toList();
        return new Answer(
                log.topic(),
                log.identity().topicId(),
                log.identity().clusterId(),
                partitions,
                new Totals(
                        partitions.stream().mapToLong(Partition::nextOffset).sum(),
                        partitions.stream().mapToLong(Partition::endOffset).sum(),
                        partitions.stream().mapToLong(Partition::lag).sum(),
                        partitions.stream().mapToLong(Partition::events).sum(),
                        partitions.stream().mapToLong(Partition::rejected).sum()));
    }

    private static Partition partition(PartitionProgress stored, long end) {
        return new Partition(
                stored.partition(),
                stored.nextOffset(),
                end,
                Math.max(0, end - stored.nextOffset()),
                stored.serveFrom(),
                stored.epoch(),
                stored.knownTime() == null ? null : Instants.text(stored.knownTime()),
                stored.events(),
                stored.rejected(),
                stored.foldVersion());
    }
}
