package org.companytimeline.mapping;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;
import org.companytimeline.event.EventType;
import org.companytimeline.event.edtf.Edtf;
import org.companytimeline.event.edtf.EdtfException;
import org.jspecify.annotations.Nullable;

/// What the contract takes at one place of an event, by the JSON Schema of its type.
///
/// @param node the schema of the place, references followed
/// @param name by which the schema calls it, such as `Money`; empty where it has none
/// @param root the schema of the whole event
record Schema(JsonNode node, String name, ObjectNode root) {

    private static final String DEFINITIONS = "#/$defs/";

    /// That of an event.
    static Schema of(EventType type) {
        ObjectNode root = type.schema();
        return new Schema(root, "", root);
    }

    /// A text of which nothing is asked.
    static Schema anyText() {
        ObjectNode root = JsonNodeFactory.instance.objectNode().put("type", "string");
        return new Schema(root, "", root);
    }

    private Schema follow(JsonNode to) {
        String reference = to.path("$ref").asText();
        if (reference.startsWith(DEFINITIONS)) {
            String definition = reference.substring(DEFINITIONS.length());
            return new Schema(root.path("$defs").path(definition), definition, root);
        }
        return new Schema(to, "", root);
    }

    /// The members that an object has there; empty where any are taken.
    List<String> members() {
        List<String> names = new ArrayList<>();
        node.path("properties").fieldNames().forEachRemaining(names::add);
        return names;
    }

    /// Whether an object may have any members there.
    boolean isOpen() {
        return isObject() && !node.has("properties");
    }

    Schema member(String member) {
        return isOpen()
                ? new Schema(JsonNodeFactory.instance.objectNode(), "", root)
                : follow(node.path("properties").path(member));
    }

    List<String> required() {
        return texts(node.path("required"));
    }

    /// The members of which there is at least one; empty where that is not asked.
    List<String> atLeastOneOf() {
        List<String> names = new ArrayList<>();
        for (JsonNode alternative : node.path("anyOf")) {
            names.addAll(texts(alternative.path("required")));
        }
        return names;
    }

    /// The one of several alternatives that is an object, such as a `when` with its text.
    Schema asObject() {
        for (JsonNode alternative : node.path("anyOf")) {
            Schema schema = follow(alternative);
            if (schema.isObject()) {
                return schema;
            }
        }
        return this;
    }

    /// The one of several alternatives that is a text, such as a date alone.
    Schema asText() {
        for (JsonNode alternative : node.path("anyOf")) {
            Schema schema = follow(alternative);
            if (schema.node().path("type").asText().equals("string")) {
                return schema;
            }
        }
        return this;
    }

    Schema items() {
        return follow(node.path("items"));
    }

    boolean isObject() {
        return type().equals("object");
    }

    boolean isArray() {
        return type().equals("array");
    }

    boolean isNumber() {
        return type().equals("number") || type().equals("integer");
    }

    boolean isBoolean() {
        return type().equals("boolean") || node.path("const").isBoolean();
    }

    private String type() {
        return node.path("type").asText();
    }

    /// The values that are taken; empty where they can't be listed.
    List<String> allowed() {
        return node.has("const") ? List.of(node.path("const").asText()) : texts(node.path("enum"));
    }

    /// What is wrong with a text that is the same for all rows; null where nothing is.
    @Nullable String faultOf(String text) {
        List<String> allowed = allowed();
        if (!allowed.isEmpty()) {
            return allowed.contains(text) ? null : "is " + quoted(text);
        }
        if (node.path("format").asText().equals("edtf")) {
            try {
                Edtf.parse(text);
                return null;
            } catch (EdtfException none) {
                return "is no date: " + none.getMessage();
            }
        }
        JsonNode pattern = node.path("pattern");
        return pattern.isTextual() && !Pattern.compile(pattern.textValue()).matcher(text).find()
                ? "is "
                        + quoted(text)
                        + "; it takes "
                        + node.path("description").asText("another form")
                : null;
    }

    private static String quoted(String text) {
        return org.companytimeline.mapping.text.DateReader.quoted(text);
    }

    private static List<String> texts(JsonNode list) {
        return StreamSupport.stream(list.spliterator(), false).map(JsonNode::asText).toList();
    }
}
