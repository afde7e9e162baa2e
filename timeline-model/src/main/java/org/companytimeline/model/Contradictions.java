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

/// The fields in which claims of one fact contradict each other.
///
/// A denial contradicts the status and says nothing of the rest. That a fact was rumoured, then
/// planned, then reported is its course and no contradiction.
final class Contradictions {

    /// No claim contradicts itself.
    static final Contradictions NONE = new Contradictions(List.of());

    private static final Contradicted STATUS =
            new Contradicted(
                    "status",
                    claim -> claim.event().status(),
                    claim -> new TextNode(Keys.constant(claim.event().status())));

    private static final Contradicted DATE =
            new Contradicted("when", Contradictions::edtf, claim -> new TextNode(edtf(claim)));

    private final List<Contradicted> fields;

    private Contradictions(List<Contradicted> fields) {
        this.fields = fields;
    }

    static Contradictions among(List<Claim> claims, FactRule<?> rule) {
        List<Claim> asserting = new ArrayList<>(claims.size());
        for (Claim claim : claims) {
            if (!claim.isDenial()) {
                asserting.add(claim);
            }
        }
        List<Contradicted> fields = new ArrayList<>();
        if (!asserting.isEmpty() && asserting.size() < claims.size()) {
            fields.add(STATUS);
        }
        if (!doAllMeet(asserting)) {
            fields.add(DATE);
        }
        fields.addAll(details(rule, asserting));
        return fields.isEmpty() ? NONE : new Contradictions(List.copyOf(fields));
    }

    boolean isEmpty() {
        return fields.isEmpty();
    }

    /// What a claim says in these fields: equal for claims that are of one opinion.
    List<Object> opinionOf(Claim claim) {
        List<Object> opinion = new ArrayList<>();
        for (Contradicted field : fields) {
            Object said = field.sameness.of(claim);
            opinion.add(said == null ? "" : said);
        }
        return opinion;
    }

    /// These contradictions as conflicts, by field name: in each the leading claim's value first,
    /// then in recorded order.
    List<Conflict> asConflicts(List<Claim> inRecordedOrder, Claim leading, Policy policy) {
        if (fields.isEmpty()) {
            return List.of();
        }
        List<Claim> claims = new ArrayList<>();
        claims.add(leading);
        inRecordedOrder.stream()
                .filter(claim -> claim.order() != leading.order())
                .forEach(claims::add);
        return fields.stream()
                .map(field -> new Conflict(field.name, policy.policyName(), field.values(claims)))
                .sorted(Comparator.comparing(Conflict::field))
                .toList();
    }

    /// Whether there is a day that all dates can mean, which is so if any two of them meet.
    private static boolean doAllMeet(List<Claim> claims) {
        long latestStart = Long.MIN_VALUE;
        long earliestEnd = Long.MAX_VALUE;
        for (Claim claim : claims) {
            latestStart = Math.max(latestStart, claim.days().from());
            earliestEnd = Math.min(earliestEnd, claim.days().to());
        }
        return latestStart <= earliestEnd;
    }

    private static <E extends CompanyEvent> List<Contradicted> details(
            FactRule<E> rule, List<Claim> claims) {
        List<CompanyEvent> details = new ArrayList<>(claims.size());
        for (Claim claim : claims) {
            details.add(claim.event().details());
        }
        List<Contradicted> fields = new ArrayList<>();
        for (Field<E, ?> field : rule.contradicted(details)) {
            fields.add(detail(rule, field));
        }
        return fields;
    }

    private static <E extends CompanyEvent> Contradicted detail(
            FactRule<E> rule, Field<E, ?> field) {
        return new Contradicted(
                field.name(),
                claim ->
                        claim.isDenial()
                                ? null
                                : field.sameness(rule.details().cast(claim.event().details())),
                claim -> EventCodec.details(claim.event().details()).get(field.name()));
    }

    private static @Nullable String edtf(Claim claim) {
        When when = claim.event().when();
        return claim.isDenial() || when == null ? null : when.edtf().toString();
    }

    /// A field in which claims contradict each other.
    ///
    /// @param sameness equal for claims that say the same; null where one does not say, or denies
    /// @param value what a claim says that does
    private record Contradicted(
            String name, Reading<Claim, Object> sameness, Function<Claim, JsonNode> value) {

        /// Each value once, in the order of the claims, with all that say it.
        List<Value> values(List<Claim> claims) {
            Map<Object, List<Claim>> saying = new LinkedHashMap<>();
            for (Claim claim : claims) {
                Object said = sameness.of(claim);
                if (said != null) {
                    saying.computeIfAbsent(said, none -> new ArrayList<>()).add(claim);
                }
            }
            List<Value> values = new ArrayList<>();
            for (List<Claim> same : saying.values()) {
                values.add(
                        new Value(
                                value.apply(same.getFirst()),
                                same.stream().map(Claim::id).toList()));
            }
            return values;
        }
    }
}
