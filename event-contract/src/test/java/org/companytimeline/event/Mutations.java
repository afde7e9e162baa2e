package org.companytimeline.event;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/// Documents that differ from a good one in a few places; the same seed gives the same ones.
final class Mutations {

    private static final List<String> VALUES =
            List.of(
                    "null",
                    "true",
                    "false",
                    "0",
                    "1",
                    "-1",
                    "-0",
                    "1.0",
                    "0.5",
                    "100",
                    "101",
                    "1e2",
                    "0.1234567",
                    "1.50",
                    "1e-400",
                    "1e400",
                    "99999999999999999999",
                    "100000000.0",
                    "{}",
                    "[]",
                    "[[]]",
                    "[null]",
                    "\"\"",
                    "\" \"",
                    "\"\\t\\n\"",
                    "\"x\"",
                    "\"\\u0000\"",
                    "\"a\\u0007b\"",
                    "\"a\\tb\"",
                    "\"\\u0085\"",
                    "\"\\u00a0\"",
                    "\"\\u2028\"",
                    "\"2024\"",
                    "\"2024-02-30\"",
                    "\"2024/2023\"",
                    "\"../2025~\"",
                    "\"early 2024\"",
                    "\"last year\"",
                    "\"[2023,2024-05]\"",
                    "\"199X\"",
                    "\"FR\"",
                    "\"fr\"",
                    "\"ZZ\"",
                    "\"US-CA\"",
                    "\"US-CALI\"",
                    "\"EUR\"",
                    "\"EURO\"",
                    "\"DEM\"",
                    "\"reported\"",
                    "\"Reported\"",
                    "\"seed\"",
                    "\"funded\"",
                    "\"closed\"",
                    "\"retracted\"",
                    "\"600000000\"",
                    "\"0\"",
                    "\"00\"",
                    "\"-1\"",
                    "\"1.\"",
                    "\"1.1234567\"",
                    "\"1e5\"",
                    "\"999999999999999999.999999\"",
                    "\"1234567890123456789\"",
                    "\"en\"",
                    "\"en-US\"",
                    "\"zh-Hant-TW\"",
                    "\"de-1996\"",
                    "\"x-private\"",
                    "\"e\"",
                    "\"en_US\"",
                    "\"https://a.example\"",
                    "\"HTTP://A.example:80/b?c=d#e\"",
                    "\"ftp://a.example\"",
                    "\"https://\"",
                    "\"https://a.example/%zz\"",
                    "\"https://a.example/<b>\"",
                    "\"https://a.example/é\"",
                    "\"https://u:p@a.example/\"",
                    "\"mailto:news@a.example\"",
                    "\"urn:isbn:1\"",
                    "\"javascript:alert(1)\"",
                    "\"4D874153-6328-527D-AE98-E6CE54B4A617\"",
                    "\"4d874153\"",
                    "\"mistral-ai\"",
                    "\".hidden\"",
                    "\"a/b\"",
                    "\"Ünïcode\"",
                    "\"2024-11-30T12:00:00Z\"",
                    "\"2024-02-30T12:00:00Z\"",
                    "\"2024-11-30T12:00:00+01:00\"",
                    "\"2024-11-30T12:00:00.123456789Z\"",
                    "\"2024-11-30T24:00:00Z\"",
                    "\"lei\"",
                    "\"969500UP76J52A9OXU27\"",
                    "\"969500UP76J52A9OXU28\"",
                    "\"siren\"",
                    "\"552100554\"",
                    "\"552100555\"",
                    "\"wikidata\"",
                    "\"Q2283\"",
                    "\"cik\"",
                    "\"66740\"",
                    "\"companies-house\"",
                    "\"SC095000\"",
                    "\"domain\"",
                    "\"example.com\"",
                    "\"www.example.com\"",
                    "\"example.com\\n\"",
                    "\"crunchbase\"",
                    "\"capptÚ\"",
                    "\"alias\"",
                    "{\"edtf\":\"2024\"}",
                    "{\"text\":\"early 2024\"}",
                    "{\"text\":\"last year\",\"anchor\":\"2025\"}",
                    "{\"text\":\"last year\",\"anchor\":\"2025/..\"}",
                    "{\"text\":\"nonsense\"}",
                    "{\"text\":\"\"}",
                    "{\"text\":\"early 2024\",\"rule\":\"x\"}",
                    "{\"edtf\":\"2024\",\"rule\":\"x\"}",
                    "{\"edtf\":\"2024\",\"text\":\"x\",\"rule\":\"x\"}",
                    "{\"amount\":\"5\",\"currency\":\"EUR\"}",
                    "{\"disclosed\":false}",
                    "{\"disclosed\":true}",
                    "{\"amount\":\"5\",\"min\":\"6\",\"currency\":\"EUR\"}",
                    "{\"country\":\"FR\",\"region\":\"US-CA\"}",
                    "{\"name\":\"Microsoft\"}",
                    "{\"title\":\"x\"}",
                    "[{\"title\":\"x\"}]",
                    "[\"x\"]",
                    "[{\"name\":\"x\",\"company\":\"y\"}]",
                    "{\"status\":null}",
                    "{\"when\":null}",
                    "{\"details\":{\"a\":\"\\u0001\"}}");

    private static final List<String> NAMES =
            List.of(
                    "type",
                    "company",
                    "when",
                    "status",
                    "details",
                    "sources",
                    "id",
                    "publisher",
                    "time",
                    "thread",
                    "confidence",
                    "lang",
                    "note",
                    "position",
                    "recordedAt",
                    "operator",
                    "name",
                    "edtf",
                    "text",
                    "anchor",
                    "rule",
                    "amount",
                    "currency",
                    "min",
                    "max",
                    "disclosed",
                    "city",
                    "region",
                    "country",
                    "count",
                    "percent",
                    "kind",
                    "reason",
                    "target",
                    "change",
                    "money",
                    "scheme",
                    "value",
                    "until",
                    "unheard-of",
                    "a/b~c",
                    "");

    private static final List<String> CHARACTERS =
            List.of(
                    "\u0000", "\u001f", "\u0085", " ", "\n", "\t", "0", "9", "a", "A", "Z", "-",
                    "_", ".", "%", "%20", "/", "?", "#", "~", "[", "]", "<", ":", "é", "😀", "X");

    private final Random random;

    Mutations(long seed) {
        this.random = new Random(seed);
    }

    /// A copy with one to three changes.
    ObjectNode of(ObjectNode good) {
        ObjectNode mutated = good.deepCopy();
        for (int changes = 1 + random.nextInt(3); changes > 0; changes--) {
            List<JsonNode> containers = new ArrayList<>();
            collect(mutated, containers);
            JsonNode container = containers.get(random.nextInt(containers.size()));
            if (container instanceof ObjectNode object) {
                change(object);
            } else if (container instanceof ArrayNode array) {
                change(array);
            }
        }
        return mutated;
    }

    private static void collect(JsonNode json, List<JsonNode> containers) {
        if (json.isContainerNode()) {
            containers.add(json);
            json.forEach(child -> collect(child, containers));
        }
    }

    private void change(ObjectNode object) {
        List<String> names = new ArrayList<>();
        object.fieldNames().forEachRemaining(names::add);
        String name = names.isEmpty() ? pick(NAMES) : names.get(random.nextInt(names.size()));
        switch (random.nextInt(6)) {
            case 0 -> object.remove(name);
            case 1 -> {
                JsonNode value = object.remove(name);
                if (value != null) {
                    object.set(pick(NAMES), value);
                }
            }
            case 2 -> object.set(pick(NAMES), value());
            case 3 -> object.set(name, value());
            default -> object.set(name, edited(object.path(name)));
        }
    }

    private void change(ArrayNode array) {
        int at = array.isEmpty() ? -1 : random.nextInt(array.size());
        switch (random.nextInt(5)) {
            case 0 -> array.removeAll();
            case 1 -> array.add(value());
            case 2 -> {
                for (int copies = random.nextBoolean() ? 1 : 100; at >= 0 && copies > 0; copies--) {
                    array.add(array.get(at).deepCopy());
                }
            }
            default -> {
                if (at >= 0) {
                    array.set(at, random.nextBoolean() ? value() : edited(array.get(at)));
                }
            }
        }
    }

    private JsonNode edited(JsonNode json) {
        if (!json.isTextual()) {
            return json.isMissingNode() ? value() : json;
        }
        String text = json.textValue();
        int at = random.nextInt(text.length() + 1);
        return JsonNodeFactory.instance.textNode(
                switch (random.nextInt(5)) {
                    case 0 -> text.substring(0, at);
                    case 1 -> text.substring(at);
                    case 2 -> text.substring(0, at) + text.substring(at).repeat(400);
                    default -> text.substring(0, at) + pick(CHARACTERS) + text.substring(at);
                });
    }

    private JsonNode value() {
        String json = pick(VALUES);
        try {
            return StrictJson.MAPPER.readTree(json);
        } catch (IOException fault) {
            throw new IllegalStateException("no JSON: " + json, fault);
        }
    }

    private String pick(List<String> choices) {
        return choices.get(random.nextInt(choices.size()));
    }
}
