package org.companytimeline.ingest.accept;

import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.UUID;
import java.util.function.LongSupplier;
import org.companytimeline.event.CompanyId;
import org.jspecify.annotations.Nullable;

/// The window of events posted a short while ago: a repeated post gets the first one's answer
/// without a second record.
///
/// It holds what is in flight, and of what is settled at most `countMax` names that are younger
/// than `ageMax`. What it has forgotten, and what another instance took, is written again with the
/// same id; the projection gives both records one effect. Safe for use by many threads.
public final class RecentEvents {

    /// A name under which an event is known.
    public sealed interface Name {}

    public record EventName(CompanyId company, UUID id) implements Name {}

    public record KeyName(RequestKey key) implements Name {}

    /// What a post may do.
    public sealed interface Claim {
        /// The post is the only one of its names: it is to be written, then settled.
        record Fresh(Ticket ticket) implements Claim {}

        record SameAsBefore(Answer.Recorded answer) implements Claim {}

        /// One of its names stands for something else.
        ///
        /// @param name the one that stands for something else
        record OtherContent(Name name) implements Claim {}

        record InFlight() implements Claim {}
    }

    /// One post that is in flight: settle it exactly once.
    public static final class Ticket {
        private final List<Name> names;
        private final Fingerprint content;

        private Ticket(List<Name> names, Fingerprint content) {
            this.names = names;
            this.content = content;
        }
    }

    /// @param answer absent where the outcome is unknown: the content is bound to its names, and
    ///   the same content may be sent again
    private record Settled(Fingerprint content, Answer.@Nullable Recorded answer, long nanos) {}

    private final int countMax;
    private final long ageMaxNanos;
    private final LongSupplier nanoTime;
    private final Map<Name, Ticket> inFlight = new HashMap<>();
    private final SequencedMap<Name, Settled> settled = new LinkedHashMap<>();

    public RecentEvents(int countMax, Duration ageMax, LongSupplier nanoTime) {
        this.countMax = countMax;
        this.ageMaxNanos = ageMax.toNanos();
        this.nanoTime = nanoTime;
    }

    /// Claims all `names` for a post, or says why not.
    public synchronized Claim claim(List<Name> names, Fingerprint content) {
        forgetOld();
        for (Name name : names) {
            if (inFlight.containsKey(name)) {
                return new Claim.InFlight();
            }
        }
        Answer.Recorded before = null;
        for (Name name : names) {
            Settled known = settled.get(name);
            if (known != null && !known.content().equals(content)) {
                return new Claim.OtherContent(name);
            }
            if (known != null && known.answer() != null) {
                before = known.answer();
            }
        }
        if (before != null) {
            return new Claim.SameAsBefore(before);
        }
        Ticket ticket = new Ticket(List.copyOf(names), content);
        names.forEach(name -> inFlight.put(name, ticket));
        return new Claim.Fresh(ticket);
    }

    /// The post was written: from now on its repetitions get this answer.
    public synchronized void recorded(Ticket ticket, Answer.Recorded answer) {
        settle(ticket, answer);
    }

    /// The post may have been written: its names stay bound to its content, and a repetition is
    /// written again.
    public synchronized void unknown(Ticket ticket) {
        settle(ticket, null);
    }

    /// The post was certainly not written.
    public synchronized void notWritten(Ticket ticket) {
        ticket.names.forEach(inFlight::remove);
    }

    private void settle(Ticket ticket, Answer.@Nullable Recorded answer) {
        Settled outcome = new Settled(ticket.content, answer, nanoTime.getAsLong());
        for (Name name : ticket.names) {
            inFlight.remove(name);
            settled.putLast(name, outcome);
        }
        while (settled.size() > countMax) {
            settled.pollFirstEntry();
        }
    }

    private void forgetOld() {
        long now = nanoTime.getAsLong();
        Map.Entry<Name, Settled> eldest = settled.firstEntry();
        while (eldest != null && now - eldest.getValue().nanos() > ageMaxNanos) {
            settled.pollFirstEntry();
            eldest = settled.firstEntry();
        }
    }
}
