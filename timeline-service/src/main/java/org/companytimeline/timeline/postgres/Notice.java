package org.companytimeline.timeline.postgres;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.companytimeline.timeline.project.Tally;

/// What listeners are told at commit: `<partition>:<next offset>`, separated by blanks.
final class Notice {

    /// PostgreSQL takes payloads of less than 8,000 bytes.
    private static final int PAYLOAD_CHARACTERS_MAX = 7_900;

    private Notice() {}

    /// One payload, more only where it would be too long.
    static List<String> payloads(Collection<Tally> tallies) {
        List<String> payloads = new ArrayList<>();
        StringBuilder payload = new StringBuilder();
        for (Tally tally : tallies) {
            String part = tally.partition() + ":" + tally.nextOffset();
            if (payload.length() + 1 + part.length() > PAYLOAD_CHARACTERS_MAX) {
                payloads.add(payload.toString());
                payload.setLength(0);
            }
            payload.append(payload.isEmpty() ? "" : " ").append(part);
        }
        payloads.add(payload.toString());
        return payloads;
    }
}
