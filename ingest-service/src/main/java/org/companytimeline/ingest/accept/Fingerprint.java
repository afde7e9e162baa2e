package org.companytimeline.ingest.accept;

import java.nio.ByteBuffer;
import java.util.UUID;
import org.companytimeline.event.CompanyId;
import org.companytimeline.event.Decoded;
import org.companytimeline.event.Event;
import org.companytimeline.event.EventCodec;

/// What a post says, in few bytes. Two posts under one idempotency key are repetitions of each
/// other only if all three are equal.
public record Fingerprint(CompanyId company, UUID id, ByteBuffer contentHash) {

    static Fingerprint of(Event event) {
        return new Fingerprint(
                event.company().id(),
                event.id(),
                ByteBuffer.wrap(EventCodec.contentHash(new Decoded.Known(event)))
                        .asReadOnlyBuffer());
    }
}
