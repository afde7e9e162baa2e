package org.companytimeline.model;

import com.fasterxml.jackson.databind.node.TextNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.companytimeline.model.Conflict.Value;

/// The conflicts of a fact: where its claims contradict each other, and which are disputed.
final class Conflicts {

    static final String DISPUTED_FIELD = "claim";

    private Conflicts() {}

    /// By field name; none for a retracted fact.
    static List<Conflict> of(
            List<Claim> claims, Claim leading, Contradictions contradictions, Policy policy) {
        List<Conflict> conflicts = contradictions.asConflicts(claims, leading, policy);
        if (leading.isRetracted()
                || claims.stream().allMatch(claim -> claim.lineage().disputes().isEmpty())) {
            return conflicts;
        }
        List<Conflict> withDispute = new ArrayList<>(conflicts);
        withDispute.add(dispute(claims, policy));
        withDispute.sort(Comparator.comparing(Conflict::field));
        return List.copyOf(withDispute);
    }

    private static Conflict dispute(List<Claim> claims, Policy policy) {
        List<UUID> stated = new ArrayList<>();
        List<UUID> disputed = new ArrayList<>();
        for (Claim claim : claims) {
            claim.lineage().disputes().forEach(dispute -> disputed.add(dispute.event().id()));
            if (!claim.lineage().disputes().isEmpty()) {
                stated.add(claim.id());
            }
        }
        return new Conflict(
                DISPUTED_FIELD,
                policy.policyName(),
                List.of(
                        new Value(new TextNode("stated"), stated),
                        new Value(new TextNode("disputed"), disputed)));
    }
}
