package org.companytimeline.cli;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.function.Consumer;

/// Posts events in batches of newline-delimited JSON, so that neither side holds more than a batch.
final class EventPosting {
    /// Small enough that the answer to a whole batch fits in the buffers of a connection while it
    /// is still being sent.
    static final int MAX_BATCH_EVENTS = 500;

    static final int MAX_BATCH_CHARS = 1024 * 1024;

    private final ServiceClient services;
    private final String token;
    private int taken;
    private int refused;
    private String timelinePosition = "";

    EventPosting(ServiceClient services, String token) {
        this.services = services;
        this.token = token;
    }

    /// Posts all of `events` and tells `report` about each in turn.
    void postAll(Iterator<EventLine> events, Consumer<PostReport> report) {
        var batch = new ArrayList<EventLine>();
        var chars = 0;
        while (events.hasNext()) {
            var event = events.next();
            if (!batch.isEmpty()
                    && (batch.size() == MAX_BATCH_EVENTS
                            || chars + event.json().length() > MAX_BATCH_CHARS)) {
                post(batch, report);
                batch.clear();
                chars = 0;
            }
            batch.add(event);
            chars += event.json().length();
        }
        if (!batch.isEmpty()) {
            post(batch, report);
        }
    }

    int taken() {
        return taken;
    }

    int refused() {
        return refused;
    }

    /// The positions of the last batch, for reading what was written; empty if nothing was.
    String timelinePosition() {
        return timelinePosition;
    }

    private void post(List<EventLine> batch, Consumer<PostReport> report) {
        var answered = 0;
        for (var answer : services.post(batch.stream().map(EventLine::json).toList(), token)) {
            if (answer.has("timelinePosition")) {
                timelinePosition = answer.path("timelinePosition").asText();
            } else if (answer.path("line").isInt()) {
                tell(
                        PostReport.of(batch.get(answer.path("line").asInt() - 1).number(), answer),
                        report);
                answered++;
            }
        }
        if (answered < batch.size()) {
            throw new CommandException(
                    "Of %d events from line %d on, %d were answered: post these lines again, events with an id are not doubled"
                            .formatted(batch.size(), batch.getFirst().number(), answered));
        }
    }

    private void tell(PostReport outcome, Consumer<PostReport> report) {
        if (outcome.taken()) {
            taken++;
        } else {
            refused++;
        }
        report.accept(outcome);
    }
}
