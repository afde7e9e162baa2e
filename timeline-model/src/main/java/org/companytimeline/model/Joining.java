package org.companytimeline.model;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.companytimeline.event.Position;
import org.companytimeline.model.Claim.ThreadId;

/// How a claim came to its fact.
enum Joining {
    /// It is the one that the others were compared with.
    FIRST("It is the claim that the others of this fact were compared with."),
    /// A claim of its thread was there before it.
    THREAD("It has the same thread as another claim of this fact."),
    /// It fits the first claim.
    DATE_AND_KEY("It has the same key as the first claim of this fact, and a date that fits.");

    private final String sentence;

    Joining(String sentence) {
        this.sentence = sentence;
    }

    /// As it stands in JSON, such as `date-and-key`.
    String jsonName() {
        return Keys.constant(this);
    }

    String sentence() {
        return sentence;
    }

    /// How each claim of a fact joined it, by the position of the lineage's head: as [Placement]
    /// places them, for claims of other facts change nothing in it.
    static Map<Position, Joining> of(Fact fact, FactRule<?> rule) {
        List<Claim> claims = new ArrayList<>();
        for (Lineage lineage : fact.lineages()) {
            claims.add(Claim.of(lineage, claims.size(), rule, fact.block()));
        }
        claims.sort(Claim.PLACING_ORDER);
        Map<Position, Joining> joinings = new HashMap<>();
        Set<ThreadId> threads = new HashSet<>();
        for (Claim claim : claims) {
            ThreadId thread = claim.thread();
            boolean isKnownThread = thread != null && !threads.add(thread);
            joinings.put(
                    claim.recorded().position(),
                    joinings.isEmpty() ? FIRST : isKnownThread ? THREAD : DATE_AND_KEY);
        }
        return joinings;
    }
}
