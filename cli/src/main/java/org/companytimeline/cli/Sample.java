package org.companytimeline.cli;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// The events that a newcomer sees first. Each has an id of its own, so posting one again changes
/// nothing.
final class Sample {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Path file;
    private final ServiceClient services;

    Sample(Path file, ServiceClient services) {
        this.file = file;
        this.services = services;
    }

    /// Posts the events that aren't recorded yet.
    Posted post(Path tokenFile) {
        try {
            var missing = missing();
            if (missing.isEmpty()) {
                return new Posted(0, "");
            }
            var posting = new EventPosting(services, Files.readString(tokenFile).strip());
            posting.postAll(missing.iterator(), Sample::requireTaken);
            return new Posted(posting.taken(), posting.timelinePosition());
        } catch (IOException e) {
            throw new CommandException(
                    "Could not post the sample %s: %s".formatted(file, e.getMessage()), e);
        }
    }

    private List<EventLine> missing() throws IOException {
        var missing = new ArrayList<EventLine>();
        try (var lines = Files.newBufferedReader(file)) {
            var events = new EventFile(lines);
            while (events.hasNext()) {
                var event = events.next();
                if (!services.hasEvent(JSON.readTree(event.json()).path("id").asText())) {
                    missing.add(event);
                }
            }
        }
        return missing;
    }

    private static void requireTaken(PostReport report) {
        if (!report.taken()) {
            throw new CommandException(
                    "An event of the sample was refused: " + String.join(" ", report.lines()));
        }
    }

    /// @param timelinePosition lets a reader see what was posted; empty if nothing was
    record Posted(int count, String timelinePosition) {}
}
