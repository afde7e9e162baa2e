package org.companytimeline.query.view;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// Counts and sums over the facts of all companies, as the default policy has them now (ADR 0018).
public final class Statistics {

    /// The most groups in one answer; more are refused.
    public static final int MOST_GROUPS = 1_000;

    /// The most sums in one answer, one for each currency of a group; more are refused.
    public static final int MOST_SUMS = 20_000;

    private static final BigDecimal TWO = BigDecimal.valueOf(2);
    private static final JsonMapper JSON = new JsonMapper();

    private Statistics() {}

    /// How many facts there are in each group.
    public static Answer facts(Snapshot snapshot, FactFilter filter) {
        List<Counted> groups = snapshot.countFacts(filter, MOST_GROUPS + 1);
        if (groups.size() > MOST_GROUPS) {
            return new Answer.Refused(new Refusal.TooManyGroups());
        }
        List<ObjectNode> items = new ArrayList<>();
        groups.forEach(group -> items.add(group(group.group()).put("facts", group.facts())));
        if (items.isEmpty() && filter.by().isEmpty()) {
            items.add(group(Map.of()).put("facts", 0));
        }
        return found(snapshot, "statistics/events", filter, items);
    }

    /// What was raised in each group.
    public static Answer rounds(Snapshot snapshot, RoundFilter filter) {
        List<Raised> parts = snapshot.raised(filter, MOST_SUMS + 1);
        Map<Map<Dimension, String>, List<Raised>> groups = new LinkedHashMap<>();
        parts.forEach(
                part -> groups.computeIfAbsent(part.group(), none -> new ArrayList<>()).add(part));
        if (groups.size() > MOST_GROUPS || parts.size() > MOST_SUMS) {
            return new Answer.Refused(new Refusal.TooManyGroups());
        }
        if (groups.isEmpty() && filter.by().isEmpty()) {
            groups.put(Map.of(), List.of());
        }
        List<ObjectNode> items = new ArrayList<>();
        groups.forEach((group, raised) ->
                items.add(raised(group(group), raised, filter.isOfOneCurrency())));
        return found(snapshot, "statistics/rounds", filter, items);
    }

    private static ObjectNode group(Map<Dimension, String> group) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        group.forEach(
                (dimension, value) -> json.put(dimension.name().toLowerCase(Locale.ROOT), value));
        return json;
    }

    private static ObjectNode raised(ObjectNode json, List<Raised> parts, boolean ofOneCurrency) {
        long rounds = 0;
        long undisclosed = 0;
        ArrayNode amounts = JsonNodeFactory.instance.arrayNode();
        for (Raised part : parts) {
            rounds += part.rounds();
            Raised.Sums sums = part.sums();
            if (sums == null) {
                undisclosed += part.rounds();
            } else if (ofOneCurrency) {
                write(sums, json);
            } else {
                write(sums, amounts.addObject().put("rounds", part.rounds()));
            }
        }
        json.put("rounds", rounds).put("undisclosed", undisclosed);
        if (!ofOneCurrency) {
            json.set("amounts", amounts);
        }
        return json;
    }

    private static void write(Raised.Sums sums, ObjectNode json) {
        json.put("currency", sums.currency());
        if (sums.isPlain()) {
            json.put("amount", plain(sums.least()));
        } else {
            json.put("min", plain(sums.least()));
            if (sums.most() != null) {
                json.put("max", plain(sums.most()));
            }
        }
        json.put("median", plain(sums.lowerMiddle().add(sums.upperMiddle()).divide(TWO)));
    }

    private static String plain(BigDecimal number) {
        BigDecimal stripped = number.stripTrailingZeros();
        return (stripped.scale() < 0 ? stripped.setScale(0) : stripped).toPlainString();
    }

    private static Answer found(
            Snapshot snapshot, String name, Object filter, List<ObjectNode> items) {
        LogState log = snapshot.log();
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        body.putArray("items").addAll(items);
        return new Answer.Found(
                EntityTag.of(name, filter, log.cursor(), log.foldVersion()), () -> json(body));
    }

    private static byte[] json(ObjectNode body) {
        try {
            return JSON.writeValueAsBytes(body);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Could not write statistics as JSON", e);
        }
    }
}
