package org.companytimeline.query.view;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/// Reading of sort keys: a key made up by a stranger reads as none.
final class Keys {

    private Keys() {}

    static <K> Optional<K> read(List<String> parts, int count, Function<List<String>, K> reader) {
        if (parts.size() != count || parts.stream().anyMatch(part -> part.indexOf('\0') >= 0)) {
            return Optional.empty();
        }
        try {
            return Optional.of(reader.apply(parts));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
