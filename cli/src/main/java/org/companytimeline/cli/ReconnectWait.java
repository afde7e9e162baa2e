package org.companytimeline.cli;

import java.time.Duration;
import java.util.random.RandomGenerator;

/// How long to wait before the next attempt to connect: about half a second at first, then twice as
/// long each time, up to 30 seconds. Half of it is left to chance, so that not all come back at
/// once.
final class ReconnectWait {
    private static final Duration FIRST = Duration.ofMillis(500);
    private static final Duration LONGEST = Duration.ofSeconds(30);

    private final RandomGenerator chance;
    private Duration next = FIRST;

    ReconnectWait(RandomGenerator chance) {
        this.chance = chance;
    }

    /// @param retryAfter at least this long, in seconds; anything else counts as nothing said
    Duration next(String retryAfter) {
        var millis = next.toMillis();
        var asked =
                retryAfter.matches("[0-9]{1,6}")
                        ? Duration.ofSeconds(Long.parseLong(retryAfter))
                        : Duration.ZERO;
        var own = Duration.ofMillis(millis / 2 + chance.nextLong(millis / 2 + 1));
        next = next.multipliedBy(2).compareTo(LONGEST) < 0 ? next.multipliedBy(2) : LONGEST;
        return asked.plus(own);
    }

    /// Begins anew, after a connection that worked.
    void reset() {
        next = FIRST;
    }
}
