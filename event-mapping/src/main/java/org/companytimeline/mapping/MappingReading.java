package org.companytimeline.mapping;

import java.util.List;
import org.companytimeline.mapping.document.MappingFault;

/// What reading a mapping gives.
public sealed interface MappingReading {

    /// A mapping without faults.
    record Valid(Mapping mapping) implements MappingReading {}

    /// Everything that is wrong with it, at least one thing.
    record Faulty(List<MappingFault> faults) implements MappingReading {}
}
