package org.companytimeline.timeline.http;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/// Instants as they are served: ISO 8601 in UTC with three digits of a second.
final class Instants {

    private static final DateTimeFormatter FORMAT =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);

    private Instants() {}

    static String text(Instant instant) {
        return FORMAT.format(instant);
    }
}
