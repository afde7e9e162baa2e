package org.companytimeline.ingest.accept;

import io.cloudevents.CloudEvent;
import org.jspecify.annotations.Nullable;

/// One event as it came in, before anything is known of it.
///
/// @param form the document
/// @param poster who posts
/// @param key the request's idempotency key, absent where the publisher gave none
/// @param dryRun whether it is only to be checked
public record Posted(Form form, Poster poster, @Nullable RequestKey key, boolean dryRun) {

    /// The two forms of one event.
    public sealed interface Form {}

    /// The short form: JSON as UTF-8.
    @SuppressWarnings("ArrayRecordComponent") // never compared
    public record ShortForm(byte[] json) implements Form {}

    /// A CloudEvent whose data is the short form without type and id.
    public record CloudEventForm(CloudEvent event) implements Form {}
}
