package org.companytimeline.timeline.project;

import java.io.Serial;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.companytimeline.event.Position;

/// A block can't hold all the claims that arrived for it.
final class BlockFull extends RuntimeException {

    @Serial private static final long serialVersionUID = 1L;

    private final transient Set<Position> surplus = new HashSet<>();

    /// @param surplus the claims that are too many
    BlockFull(BlockKey block, long bytesMax, List<ReadEvent> surplus) {
        super(
                ("The claims of %s that fold together with this one, in block %s, take up the %d"
                                + " bytes that they may.")
                        .formatted(block.company(), block.block(), bytesMax));
        surplus.forEach(event -> this.surplus.add(event.log().position()));
    }

    /// The same readings with what is too much rejected.
    List<Reading> withoutSurplus(List<Reading> readings) {
        List<Reading> rest = new ArrayList<>(readings.size());
        for (Reading reading : readings) {
            rest.add(
                    reading instanceof ReadEvent event && surplus.contains(event.log().position())
                            ? new Rejected(
                                    event.log(),
                                    event.recordedAt(),
                                    RejectionReason.NOT_STORED,
                                    String.valueOf(getMessage()))
                            : reading);
        }
        return rest;
    }
}
