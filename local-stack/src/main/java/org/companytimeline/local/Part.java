package org.companytimeline.local;

import java.util.Arrays;
import java.util.Locale;

/// One of the five processes of a local stack. Each listens on a port of its own, counted from the
/// stack's base port.
public enum Part {
    QUERY("query-service", 0),
    INGEST("ingest-service", 1),
    TIMELINE("timeline-service", 2),
    KAFKA("Kafka", 3),
    POSTGRESQL("PostgreSQL", 4);

    private final String title;
    private final int portOffset;

    Part(String title, int portOffset) {
        this.title = title;
        this.portOffset = portOffset;
    }

    /// What people call it: for a service, the name of its module.
    public String title() {
        return title;
    }

    int port(int basePort) {
        return basePort + portOffset;
    }

    /// The name of its log file and of its data, such as `kafka`.
    String fileName() {
        return title.toLowerCase(Locale.ROOT);
    }

    boolean isService() {
        return switch (this) {
            case QUERY, INGEST, TIMELINE -> true;
            case KAFKA, POSTGRESQL -> false;
        };
    }

    static boolean isTitle(String name) {
        return Arrays.stream(values()).anyMatch(part -> part.title.equals(name));
    }

    static boolean isService(String name) {
        return Arrays.stream(values())
                .anyMatch(part -> part.isService() && part.title.equals(name));
    }
}
