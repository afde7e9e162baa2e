package org.companytimeline.model;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.companytimeline.event.Decoded;
import org.companytimeline.event.EventCodec;
import org.companytimeline.event.Position;
import org.companytimeline.event.PostedDefaults;
import org.companytimeline.event.RecordedEvent;

/// Documents as they are posted, on their way through the log.
final class Posted {

    private final List<RecordedEvent> recorded = new ArrayList<>();

    /// Posts a document; one that is refused is a fault of the test.
    void post(ObjectNode document) {
        int offset = recorded.size();
        PostedDefaults defaults =
                new PostedDefaults(new UUID(0, offset), "https://publisher.example", false);
        Decoded posted = EventCodec.decodePosted(document.toString().getBytes(UTF_8), defaults);
        if (posted instanceof Decoded.Known known
                && EventCodec.decode(EventCodec.encode(known.event()))
                        instanceof Decoded.Known read) {
            recorded.add(
                    new RecordedEvent(
                            read.event(), new Position(0, offset), Instant.ofEpochMilli(offset)));
        } else {
            throw new IllegalArgumentException(document + " was refused: " + posted);
        }
    }

    List<RecordedEvent> recorded() {
        return recorded;
    }
}
