package org.companytimeline.model;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.companytimeline.event.Source;
import org.jspecify.annotations.Nullable;

/// The opinions of the claims of one fact, and how many independent voices are behind each. Claims
/// that contradict each other nowhere are of one opinion.
final class Opinions {

    private final List<Claim> claims;
    private final Contradictions contradictions;
    private @Nullable Map<Object, Integer> voices;

    Opinions(List<Claim> claims, Contradictions contradictions) {
        this.claims = claims;
        this.contradictions = contradictions;
    }

    boolean areOne() {
        return contradictions.isEmpty();
    }

    /// The independent voices behind a claim's opinion.
    int behind(Claim claim) {
        Map<Object, Integer> counted = voices;
        if (counted == null) {
            counted = count();
            voices = counted;
        }
        return counted.getOrDefault(contradictions.opinionOf(claim), 0);
    }

    private Map<Object, Integer> count() {
        Map<Object, List<Source>> sources = new HashMap<>();
        for (Claim claim : claims) {
            sources.computeIfAbsent(contradictions.opinionOf(claim), none -> new ArrayList<>())
                    .addAll(claim.lineage().sources());
        }
        Map<Object, Integer> counted = new HashMap<>();
        sources.forEach((opinion, all) -> counted.put(opinion, Voices.count(all)));
        return counted;
    }
}
