package org.companytimeline.query.view;

import java.util.List;

/// Some of the events between two points in the log, in recorded order.
///
/// @param isLast whether no more follow before the later point
public record StreamChunk(List<StreamedEvent> events, boolean isLast) {
    public StreamChunk {
        events = List.copyOf(events);
    }
}
