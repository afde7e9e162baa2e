package org.companytimeline.timeline.project;

import java.io.Serial;

/// A block holds as many claims as one may.
final class BlockFull extends RuntimeException {

    @Serial private static final long serialVersionUID = 1L;

    BlockFull(BlockKey block, int claimsMax) {
        super(
                "%d claims of %s lie in the block %s already, the most that one may hold"
                        .formatted(claimsMax, block.company(), block.block()));
    }
}
