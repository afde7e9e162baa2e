package org.companytimeline.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// The `details` of a fact as a phrase: `Paris, FR → Menlo Park, US`, `6.2 billion USD (estimate)`.
///
/// Fields that it has no words for, also those of unknown types, are written as `name: value`, so
/// nothing is left out.
final class DetailsText {
    /// Words before a field's value; a field that isn't here gets its name.
    private static final Map<String, String> WORDS_BEFORE =
            Map.ofEntries(
                    Map.entry("about", "about "),
                    Map.entry("acquirer", "by "),
                    Map.entry("batch", "batch "),
                    Map.entry("customers", "customer "),
                    Map.entry("exchange", "on "),
                    Map.entry("formerName", "formerly "),
                    Map.entry("founders", "by "),
                    Map.entry("investors", "from "),
                    Map.entry("money", ""),
                    Map.entry("name", ""),
                    Map.entry("partners", "with "),
                    Map.entry("person", ""),
                    Map.entry("place", "in "),
                    Map.entry("postMoney", "post-money "),
                    Map.entry("preMoney", "pre-money "),
                    Map.entry("price", "for "),
                    Map.entry("product", ""),
                    Map.entry("programme", ""),
                    Map.entry("reason", "because: "),
                    Map.entry("round", ""),
                    Map.entry("scope", "for "),
                    Map.entry("successor", "as "),
                    Map.entry("symbol", "symbol "),
                    Map.entry("target", "of event "),
                    Map.entry("terms", ""),
                    Map.entry("title", ""),
                    Map.entry("version", "version "),
                    Map.entry("with", "with "));

    private DetailsText() {}

    static String of(JsonNode details) {
        var phrases = new ArrayList<String>();
        if (details.has("from") && details.has("to")) {
            phrases.add("%s → %s".formatted(value(details.get("from")), value(details.get("to"))));
        } else if (details.has("to")) {
            phrases.add("to " + value(details.get("to")));
        } else if (details.has("scheme") && details.has("value")) {
            phrases.add(
                    "%s %s".formatted(value(details.get("scheme")), value(details.get("value"))));
        }
        for (var field : details.properties()) {
            if (!isIn(field.getKey(), details)) {
                phrases.add(phrase(field.getKey(), field.getValue()));
            }
        }
        var kind =
                details.path("kind").asText("").equals(details.path("title").asText(null))
                        ? ""
                        : details.path("kind").asText("");
        return String.join(", ", phrases.stream().filter(phrase -> !phrase.isEmpty()).toList())
                + (kind.isEmpty() ? "" : " (%s)".formatted(kind));
    }

    /// Whether [#of] has words of its own for the field.
    private static boolean isIn(String name, JsonNode details) {
        return switch (name) {
            case "kind" -> details.get(name).isTextual();
            case "to" -> true;
            case "from" -> details.has("to");
            case "scheme", "value" -> details.has("scheme") && details.has("value");
            default -> false;
        };
    }

    private static String phrase(String name, JsonNode value) {
        if (name.equals("publicSector") && value.isBoolean()) {
            return value.asBoolean() ? "public sector" : "";
        }
        if (name.equals("count") && value.isNumber()) {
            return "%,d people".formatted(value.asLong());
        }
        if (name.equals("percent") && value.isNumber()) {
            return value.decimalValue().stripTrailingZeros().toPlainString() + " %";
        }
        var before = WORDS_BEFORE.get(name);
        return before == null ? "%s: %s".formatted(name, value(value)) : before + value(value);
    }

    static String value(JsonNode value) {
        if (value.isArray()) {
            List<String> parts = new ArrayList<>();
            value.forEach(part -> parts.add(value(part)));
            return String.join(", ", parts);
        }
        if (!value.isObject()) {
            return value.asText();
        }
        if (value.has("amount")
                || value.has("currency")
                || value.has("disclosed")
                || value.has("min")
                || value.has("max")) {
            return ReadableMoney.of(value);
        }
        if (value.has("city") || value.has("country") || value.has("region")) {
            return place(value);
        }
        if (value.has("name") || value.has("company")) {
            return company(value);
        }
        return value.properties().stream()
                .map(field -> "%s: %s".formatted(field.getKey(), value(field.getValue())))
                .collect(Collectors.joining(", ", "{", "}"));
    }

    private static String place(JsonNode place) {
        var parts = new ArrayList<String>();
        for (var field : List.of("city", "region", "country")) {
            if (place.hasNonNull(field)) {
                parts.add(place.get(field).asText());
            }
        }
        return String.join(", ", parts);
    }

    private static String company(JsonNode company) {
        var name = company.path("name").asText(company.path("company").asText());
        var role = company.path("role").asText("");
        var lead = company.path("lead").asBoolean() ? " (lead)" : "";
        return name + lead + (role.isEmpty() ? "" : " (%s)".formatted(role));
    }
}
