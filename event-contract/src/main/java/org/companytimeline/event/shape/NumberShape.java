package org.companytimeline.event.shape;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// A number in a range, both ends included.
///
/// @param decimals digits after the point at most; JSON Schema has no exact way to say it
record NumberShape<T>(
        long least,
        long most,
        int decimals,
        Function<BigDecimal, T> from,
        Function<T, BigDecimal> to)
        implements Shape<T> {

    /// A decimal number has at most so many digits after the point.
    static final int MOST_DECIMALS = 6;

    static NumberShape<Long> whole(Between range) {
        return new NumberShape<>(
                range.least(), range.most(), 0, BigDecimal::longValueExact, BigDecimal::valueOf);
    }

    static NumberShape<BigDecimal> decimal(Between range) {
        return new NumberShape<>(
                range.least(), range.most(), MOST_DECIMALS, Decimals::normal, number -> number);
    }

    @Override
    public @Nullable T read(JsonNode json, Pointer at, Faults faults) {
        if (!json.isNumber()) {
            faults.add(at, "must be a " + kind() + ", not " + Words.shown(json));
            return null;
        }
        BigDecimal number = json.decimalValue().stripTrailingZeros();
        if (number.compareTo(BigDecimal.valueOf(least)) < 0
                || number.compareTo(BigDecimal.valueOf(most)) > 0) {
            faults.add(
                    at,
                    "is " + Words.shown(json) + "; it must lie between " + least + " and " + most);
            return null;
        }
        if (number.scale() > decimals) {
            if (decimals == 0) {
                faults.add(at, "must be a whole number, not " + Words.shown(json));
            } else {
                faults.addBeyondSchema(
                        at, "has more than " + decimals + " digits after the point; round it");
            }
            return null;
        }
        return from.apply(number);
    }

    private String kind() {
        return decimals == 0 ? "whole number" : "number";
    }

    @Override
    public void write(T value, JsonGenerator out, KeyOrder order) throws IOException {
        out.writeNumber(Decimals.print(to.apply(value)));
    }

    @Override
    public ObjectNode schema(Definitions definitions) {
        ObjectNode schema = JsonNodeFactory.instance.objectNode();
        if (decimals > 0) {
            schema.put("description", "at most " + decimals + " digits after the point");
        }
        return schema.put("type", decimals == 0 ? "integer" : "number")
                .put("minimum", least)
                .put("maximum", most);
    }
}
