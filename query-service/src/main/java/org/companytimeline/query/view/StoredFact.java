package org.companytimeline.query.view;

import java.util.UUID;
import java.util.function.Supplier;
import org.companytimeline.event.CompanyId;

/// A fact as the read model holds it.
///
/// @param changedOffset the last offset in its partition that changed it
/// @param body its JSON, read when asked for
public record StoredFact(
        UUID id,
        CompanyId subject,
        int partition,
        String block,
        long changedOffset,
        Supplier<byte[]> body) {}
