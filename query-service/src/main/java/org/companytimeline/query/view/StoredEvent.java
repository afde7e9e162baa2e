package org.companytimeline.query.view;

import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.companytimeline.event.CompanyId;
import org.companytimeline.event.Position;

/// A recorded event as the read model holds it.
///
/// @param block the block in which it folds; empty for events that are no claims
/// @param body its JSON, read when asked for
public record StoredEvent(
        UUID id,
        CompanyId subject,
        Position position,
        Optional<String> block,
        Supplier<byte[]> body) {}
