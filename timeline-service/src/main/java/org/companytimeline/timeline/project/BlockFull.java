package org.companytimeline.timeline.project;

import java.io.Serial;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.companytimeline.event.Position;

/// Blocks can't hold all that arrived for them.
final class BlockFull extends RuntimeException {

    @Serial private static final long serialVersionUID = 1L;

    private final transient Map<Position, String> surplus = new HashMap<>();

    /// What is too much.
    ///
    /// @param block that can't hold what the event would bring into it
    record Surplus(ReadEvent event, BlockKey block) {}

    BlockFull(List<Surplus> surplus, Projector.Bounds bounds) {
        super(surplus.size() + " events are too many for their blocks");
        surplus.forEach(one ->
                this.surplus.put(
                        one.event().log().position(),
                        ("The claims of %s that would fold together, in block %s, are more than the"
                                        + " %d bytes that they may take up, or name more than %d"
                                        + " companies.")
                                .formatted(
                                        one.block().company(),
                                        one.block().block(),
                                        bounds.blockBytesMax(),
                                        bounds.blockCompaniesMax())));
    }

    /// The same readings with what is too much rejected.
    List<Reading> withoutSurplus(List<Reading> readings) {
        List<Reading> rest = new ArrayList<>(readings.size());
        for (Reading reading : readings) {
            String why =
                    reading instanceof ReadEvent event ? surplus.get(event.log().position()) : null;
            rest.add(
                    reading instanceof ReadEvent event && why != null
                            ? new Rejected(
                                    event.log(),
                                    event.recordedAt(),
                                    RejectionReason.NOT_STORED,
                                    why)
                            : reading);
        }
        return rest;
    }
}
