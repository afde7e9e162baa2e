package org.companytimeline.event.shape;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// An exact decimal as a string: 0 or more, at most 18 digits before the point and 6 after it.
record DecimalTextShape() implements Shape<BigDecimal> {

    private static final String PATTERN = "^(0|[1-9][0-9]{0,17})(\\.[0-9]{1,6})?$";
    private static final Pattern VALID = Pattern.compile(PATTERN);

    @Override
    public @Nullable BigDecimal read(JsonNode json, Pointer at, Faults faults) {
        if (json.isNumber()) {
            faults.add(
                    at,
                    "is a number; write it as a string, such as \"600000000\", to keep it exact");
            return null;
        }
        if (!json.isTextual() || !VALID.matcher(json.textValue()).matches()) {
            faults.add(
                    at,
                    Words.shown(json)
                            + " is no decimal; write digits with a point at most, such as"
                            + " \"600000000\" or \"6.25\": up to 18 before the point and 6 after");
            return null;
        }
        return Decimals.normal(new BigDecimal(json.textValue()));
    }

    @Override
    public void write(BigDecimal value, JsonGenerator out, KeyOrder order) throws IOException {
        out.writeString(Decimals.print(value));
    }

    @Override
    public ObjectNode schema(Definitions definitions) {
        return definitions.refer(
                "Decimal",
                () ->
                        JsonNodeFactory.instance
                                .objectNode()
                                .put(
                                        "description",
                                        "an exact decimal, 0 or more: up to 18 digits before the"
                                                + " point and 6 after")
                                .put("type", "string")
                                .put("pattern", PATTERN));
    }
}
