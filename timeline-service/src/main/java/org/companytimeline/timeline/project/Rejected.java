package org.companytimeline.timeline.project;

import java.time.Instant;

/// A record that could not be read or stored.
///
/// @param detail what is wrong, as sentences, at most [#DETAIL_CHARACTERS_MAX] characters
public record Rejected(LogRecord log, Instant recordedAt, RejectionReason reason, String detail)
        implements Reading {

    public static final int DETAIL_CHARACTERS_MAX = 4_000;

    public Rejected {
        String printable = detail.replace('\0', '\uFFFD');
        detail =
                printable.length() > DETAIL_CHARACTERS_MAX
                        ? printable.substring(0, DETAIL_CHARACTERS_MAX)
                        : printable;
    }
}
