package org.companytimeline.cli;

import java.time.Duration;
import java.util.random.RandomGenerator;

/// How long to wait before the next attempt to connect: about half a second at first, then twice as
/// long each time, up to a limit. Half of it is left to chance, so that not all come back at once.
final class ReconnectWait {
    private static final Duration FIRST = Duration.ofMillis(500);
    private static final Duration LONGEST_ASKED = Duration.ofMinutes(5);

    /// For what may come back at any time.
    static final Duration LONGEST = Duration.ofSeconds(30);

    private final RandomGenerator chance;
    private final Duration longest;
    private Duration next = FIRST;

    /// @param longest the limit
    ReconnectWait(RandomGenerator chance, Duration longest) {
        this.chance = chance;
        this.longest = longest;
    }

    /// @param retryAfter at least this long, in seconds, but no longer than five minutes; anything
    ///   else counts as nothing said
    Duration next(String retryAfter) {
        var millis = next.toMillis();
        var asked =
                retryAfter.matches("[0-9]{1,6}")
                        ? Duration.ofSeconds(Long.parseLong(retryAfter))
                        : Duration.ZERO;
        var own = Duration.ofMillis(millis / 2 + chance.nextLong(millis / 2 + 1));
        next = next.multipliedBy(2).compareTo(longest) < 0 ? next.multipliedBy(2) : longest;
        return (asked.compareTo(LONGEST_ASKED) < 0 ? asked : LONGEST_ASKED).plus(own);
    }

    /// Begins anew, after a connection that worked.
    void reset() {
        next = FIRST;
    }
}
