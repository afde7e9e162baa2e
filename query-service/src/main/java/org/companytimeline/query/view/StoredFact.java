package org.companytimeline.query.view;

import java.util.Optional;
import java.util.function.Supplier;

/// A fact as the read model holds it.
///
/// @param earliest days since 1970-01-01; empty where the start is open
/// @param latest days since 1970-01-01; empty where the end is open
/// @param body its JSON, read when asked for
public record StoredFact(
        Optional<Integer> earliest, Optional<Integer> latest, Supplier<byte[]> body) {}
