package org.companytimeline.model;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.companytimeline.event.CompanyEvent;
import org.companytimeline.event.EventCodec;
import org.companytimeline.event.When;
import org.companytimeline.model.Conflict.Value;
import org.jspecify.annotations.Nullable;

/// Where the claims of one fact contradict each other.
///
/// A denial contradicts the status and says nothing of the rest. That a fact was rumoured, then
/// planned, then reported is its course and no conflict.
final class Conflicts {

    private Conflicts() {}

    /// The conflicts among the claims of a fact, given in recorded order, by field name.
    static List<Conflict> of(List<Claim> claims, FactRule<?> rule, Claim leading, Policy policy) {
        if (claims.size() == 1) {
            return List.of();
        }
        List<Claim> leadingFirst = new ArrayList<>();
        leadingFirst.add(leading);
        claims.stream()
                .filter(claim -> claim.order() != leading.order())
                .forEach(leadingFirst::add);
        List<Claim> asserting = leadingFirst.stream().filter(claim -> !claim.isDenial()).toList();

        List<Conflict> found = new ArrayList<>();
        if (!asserting.isEmpty() && asserting.size() < claims.size()) {
            found.add(new Conflict("status", policy.policyName(), values(leadingFirst, STATUS)));
        }
        if (!doAllMeet(asserting)) {
            found.add(new Conflict("when", policy.policyName(), values(asserting, DATE)));
        }
        for (Saying field : contradicted(rule, asserting)) {
            found.add(new Conflict(field.name(), policy.policyName(), values(asserting, field)));
        }
        found.sort(Comparator.comparing(Conflict::field));
        return List.copyOf(found);
    }

    /// Whether there is a day that all dates can mean, which is so if any two of them meet.
    private static boolean doAllMeet(List<Claim> claims) {
        long latestStart = claims.stream().mapToLong(claim -> claim.days().from()).max().orElse(0);
        long earliestEnd = claims.stream().mapToLong(claim -> claim.days().to()).min().orElse(0);
        return latestStart <= earliestEnd;
    }

    private static <E extends CompanyEvent> List<Saying> contradicted(
            FactRule<E> rule, List<Claim> claims) {
        List<CompanyEvent> details = claims.stream().map(claim -> claim.event().details()).toList();
        return rule.contradicted(details).stream()
                .map(field ->
                        new Saying(
                                field.name(),
                                claim ->
                                        field.sameness(
                                                rule.details().cast(claim.event().details())),
                                claim ->
                                        EventCodec.details(claim.event().details())
                                                .get(field.name())))
                .toList();
    }

    /// Each value once, in the order of the claims, with all that say it.
    private static List<Value> values(List<Claim> claims, Saying field) {
        Map<Object, List<Claim>> saying = new LinkedHashMap<>();
        for (Claim claim : claims) {
            Object sameness = field.sameness.of(claim);
            if (sameness != null) {
                saying.computeIfAbsent(sameness, none -> new ArrayList<>()).add(claim);
            }
        }
        List<Value> values = new ArrayList<>();
        for (List<Claim> same : saying.values()) {
            values.add(
                    new Value(
                            field.value.apply(same.getFirst()),
                            same.stream().map(Claim::id).toList()));
        }
        return List.copyOf(values);
    }

    private static final Saying STATUS =
            new Saying(
                    "status",
                    claim -> claim.event().status(),
                    claim -> new TextNode(Keys.constant(claim.event().status())));

    private static final Saying DATE =
            new Saying("when", Conflicts::edtf, claim -> new TextNode(edtf(claim)));

    private static @Nullable String edtf(Claim claim) {
        When when = claim.event().when();
        return when == null ? null : when.edtf().toString();
    }

    /// What claims say in one field.
    ///
    /// @param sameness equal for claims that say the same; null where one does not say
    /// @param value what a claim says that does
    private record Saying(
            String name, Reading<Claim, Object> sameness, Function<Claim, JsonNode> value) {}
}
