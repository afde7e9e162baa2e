package org.companytimeline.mapping;

import java.util.List;
import org.companytimeline.mapping.document.MappingFault;

/// Mappings for tests.
final class Mappings {

    private Mappings() {}

    static Mapping shipped(String name) {
        return ShippedMappings.named(name).orElseThrow();
    }

    static Mapping valid(String yaml) {
        return switch (Mapping.read(yaml)) {
            case MappingReading.Valid valid -> valid.mapping();
            case MappingReading.Faulty faulty -> throw new AssertionError(faulty.faults());
        };
    }

    static List<String> faults(String yaml) {
        return switch (Mapping.read(yaml)) {
            case MappingReading.Valid _ -> List.of();
            case MappingReading.Faulty faulty ->
                    faulty.faults().stream().map(MappingFault::toString).toList();
        };
    }
}
