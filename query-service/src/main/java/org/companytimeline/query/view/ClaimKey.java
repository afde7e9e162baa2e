package org.companytimeline.query.view;

import java.util.List;
import java.util.Optional;

/// The place of a claim among those of its fact: its offset, since they all lie in one partition.
record ClaimKey(long offset) implements SortKey {

    static Optional<ClaimKey> read(List<String> parts) {
        return Keys.read(parts, 1, key -> new ClaimKey(Long.parseLong(key.get(0))));
    }

    @Override
    public List<String> parts() {
        return List.of(Long.toString(offset));
    }
}
