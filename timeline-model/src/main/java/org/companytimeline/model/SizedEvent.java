package org.companytimeline.model;

import java.util.UUID;
import org.companytimeline.event.RecordedEvent;

/// A recorded event and how many bytes it takes up where it is stored.
public record SizedEvent(RecordedEvent event, long bytes) {

    UUID id() {
        return event.event().id();
    }

    long offset() {
        return event.position().offset();
    }
}
