package org.companytimeline.event;

import java.util.UUID;

/// What a posted document may leave out.
///
/// @param id used where the document has no `id`
/// @param publisher the poster's own URI, from the token
/// @param mayNameAnother whether a `publisher` in the document other than that one is kept; it
///   comes back as a fault at `/publisher` otherwise, and a mark `operator` as one at `/operator`
public record PostedDefaults(UUID id, String publisher, boolean mayNameAnother) {}
