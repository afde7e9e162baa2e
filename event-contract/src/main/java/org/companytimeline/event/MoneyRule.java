package org.companytimeline.event;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.List;
import org.companytimeline.event.shape.Faults;
import org.companytimeline.event.shape.Pointer;
import org.companytimeline.event.shape.Rule;
import org.jspecify.annotations.Nullable;

/// Undisclosed money has no amount; disclosed money has a currency and at least one amount, and
/// `min <= amount <= max`.
final class MoneyRule implements Rule<Money> {

    private static final List<String> AMOUNTS = List.of("amount", "min", "max");

    @Override
    public boolean checkMembers(JsonNode json, Pointer at, Faults faults) {
        boolean hasAmount = AMOUNTS.stream().anyMatch(json::has);
        if (json.path("disclosed").equals(BooleanNode.FALSE)) {
            if (hasAmount) {
                faults.add(at, "is not disclosed; leave out amount, min and max, or disclosed");
            }
            return !hasAmount;
        }
        if (!json.has("currency")) {
            faults.add(
                    at.to("currency"), "is missing; name the ISO 4217 currency, such as \"EUR\"");
        }
        if (!hasAmount) {
            faults.add(
                    at,
                    "has no amount; give amount, min or max, or say \"disclosed\": false",
                    AMOUNTS);
        }
        return hasAmount && json.has("currency");
    }

    @Override
    public boolean check(Money money, Pointer at, Faults faults) {
        boolean ordered =
                inOrder(money.min(), money.amount())
                        && inOrder(money.amount(), money.max())
                        && inOrder(money.min(), money.max());
        if (!ordered) {
            faults.addBeyondSchema(at, "is out of order; it needs min <= amount <= max");
        }
        return ordered;
    }

    private static boolean inOrder(@Nullable BigDecimal less, @Nullable BigDecimal more) {
        return less == null || more == null || less.compareTo(more) <= 0;
    }

    @Override
    public void describe(ObjectNode schema) {
        ObjectNode undisclosed = schema.putObject("if");
        undisclosed.putObject("properties").putObject("disclosed").put("const", false);
        undisclosed.putArray("required").add("disclosed");
        anyAmount(schema.putObject("then").putObject("not"));
        ObjectNode disclosed = schema.putObject("else");
        disclosed.putArray("required").add("currency");
        anyAmount(disclosed);
        schema.put(
                "$comment", "JSON Schema can't say that min <= amount <= max, which is required.");
    }

    private static void anyAmount(ObjectNode schema) {
        ArrayNode anyOf = schema.putArray("anyOf");
        AMOUNTS.forEach(name -> anyOf.addObject().putArray("required").add(name));
    }
}
