package org.companytimeline.event;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import org.companytimeline.event.CompanyEvent.Identified;
import org.companytimeline.event.shape.Faults;
import org.companytimeline.event.shape.Pointer;
import org.companytimeline.event.shape.Rule;
import org.companytimeline.event.shape.TextShape;
import org.companytimeline.event.shape.Words;
import org.jspecify.annotations.Nullable;

/// An identifier is written as its scheme has it, and its check digits are right (ADR 0015).
final class IdentifierRule implements Rule<Identified> {

    private static final TextShape TEXT = new TextShape(TextShape.MOST_CHARACTERS);

    @Override
    public boolean checkMembers(JsonNode json, Pointer at, Faults faults) {
        IdentifierForm form = form(json.path("scheme"));
        JsonNode value = json.path("value");
        if (form == null
                || TEXT.read(value, at, Faults.NOT_TAKEN_DOWN) == null
                || form.hasPattern(value.textValue())) {
            return true;
        }
        Optional<String> respelled = form.respelled(value.textValue());
        faults.add(
                at.to("value"),
                Words.shown(value)
                        + " is not how "
                        + json.path("scheme").textValue()
                        + " is written; write "
                        + respelled.map(spelling -> '"' + spelling + '"').orElseGet(form::words));
        return false;
    }

    private static @Nullable IdentifierForm form(JsonNode json) {
        for (IdentifierScheme scheme : IdentifierScheme.values()) {
            if (Words.kebab(scheme.name()).equals(json.textValue())) {
                return IdentifierForm.of(scheme);
            }
        }
        return null;
    }

    @Override
    public boolean check(Identified identified, Pointer at, Faults faults) {
        IdentifierForm form = IdentifierForm.of(identified.scheme());
        String value = identified.value();
        if (form == null) {
            return true;
        }
        if (!form.checkDigits().hold(value)) {
            faults.addBeyondSchema(
                    at.to("value"),
                    "\""
                            + value
                            + "\" has wrong check digits by "
                            + form.checkDigits().standard()
                            + "; look for what is mistyped");
            return false;
        }
        String respelled = form.respelling().apply(value);
        if (!respelled.equals(value)) {
            faults.addBeyondSchema(
                    at.to("value"),
                    "\"" + value + "\" is spelled otherwise; write \"" + respelled + '"');
            return false;
        }
        return true;
    }

    @Override
    public void describe(ObjectNode schema) {
        ArrayNode allOf = schema.putArray("allOf");
        for (IdentifierScheme scheme : IdentifierScheme.values()) {
            IdentifierForm form = IdentifierForm.of(scheme);
            if (form != null) {
                ObjectNode rule = allOf.addObject();
                ObjectNode when = rule.putObject("if");
                when.putObject("properties")
                        .putObject("scheme")
                        .put("const", Words.kebab(scheme.name()));
                when.putArray("required").add("scheme");
                rule.putObject("then")
                        .putObject("properties")
                        .putObject("value")
                        .put("description", form.words())
                        .put("pattern", form.pattern().pattern());
            }
        }
        schema.put(
                "$comment",
                "JSON Schema can't say that the check digits of lei and siren are right, or that"
                        + " all letters of a crunchbase value are small, which is required.");
    }
}
