package org.companytimeline.mapping;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/// The mappings that come with this product, as files beside this class.
public final class ShippedMappings {

    private static final List<String> NAMES =
            List.of(
                    "crunchbase-2010",
                    "crunchbase-2015-acquisitions",
                    "crunchbase-2015-companies",
                    "crunchbase-2015-rounds",
                    "gleif",
                    "sp500");

    private ShippedMappings() {}

    /// Their names, sorted.
    public static List<String> names() {
        return NAMES;
    }

    /// The mapping of that name; empty where there is none.
    public static Optional<Mapping> named(String name) {
        if (!NAMES.contains(name)) {
            return Optional.empty();
        }
        return switch (Mapping.read(text(name))) {
            case MappingReading.Valid valid -> Optional.of(valid.mapping());
            case MappingReading.Faulty faulty ->
                    throw new IllegalStateException(
                            "the mapping " + name + " is faulty: " + faulty.faults());
        };
    }

    /// The mapping as it is written, to copy and change.
    public static String text(String name) {
        try (InputStream yaml = ShippedMappings.class.getResourceAsStream(name + ".yaml")) {
            return new String(
                    Objects.requireNonNull(yaml, () -> "there is no mapping " + name)
                            .readAllBytes(),
                    StandardCharsets.UTF_8);
        } catch (IOException fault) {
            throw new UncheckedIOException("could not read the mapping " + name, fault);
        }
    }
}
