package org.companytimeline.query.view;

import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.companytimeline.event.CompanyId;
import org.companytimeline.event.Position;

/// A recorded event as the read model holds it.
///
/// @param isKnown whether its type is known
/// @param block the block in which its lineage lies now; empty for events that belong to no fact
/// @param body its JSON, read when asked for
public record StoredEvent(
        UUID id,
        CompanyId subject,
        Position position,
        boolean isKnown,
        Optional<String> block,
        Supplier<byte[]> body) {}
