package org.companytimeline.model.naive;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.companytimeline.event.edtf.Edtf;

/// A fact as readers get it.
public final class NaiveJson {

    private static final int IN_PLACE = 100;

    private NaiveJson() {}

    /// As the text that is served.
    public static String text(NaiveFact fact) {
        return Json.text(tree(fact));
    }

    static ObjectNode tree(NaiveFact fact) {
        NaiveEvent leading = fact.leading();
        ObjectNode json = Json.object();
        json.put("id", fact.id());
        json.put("type", fact.type());
        ObjectNode company = json.putObject("company");
        company.put("id", fact.subject());
        if (leading.json().at("/company/name").isTextual()) {
            company.set("name", leading.json().at("/company/name"));
        }
        json.set("when", when(leading));
        json.put("status", fact.status());
        json.set("details", leading.details());
        ArrayNode companies = json.putArray("companies");
        companies.add(fact.subject());
        fact.others().forEach(companies::add);
        ArrayNode claims = json.putArray("claims");
        for (NaiveHead head : inPlace(fact.heads())) {
            claims.add(claim(head, head.claim().equals(leading)));
        }
        json.put("claimCount", fact.heads().size());
        ArrayNode conflicts = json.putArray("conflicts");
        for (NaiveFact.Conflict conflict : fact.conflicts()) {
            ObjectNode entry = conflicts.addObject();
            entry.put("field", conflict.field());
            entry.put("rule", conflict.rule());
            ArrayNode values = entry.putArray("values");
            for (NaiveFact.Conflict.Value value : conflict.values()) {
                ObjectNode said = values.addObject();
                said.set("value", value.value());
                ArrayNode events = said.putArray("events");
                value.events().forEach(events::add);
                said.put("eventCount", value.events().size());
            }
            entry.put("valueCount", conflict.values().size());
        }
        return json;
    }

    private static List<NaiveHead> inPlace(List<NaiveHead> heads) {
        if (heads.size() > IN_PLACE) {
            throw new IllegalArgumentException("more claims than stand in place");
        }
        return heads;
    }

    private static ObjectNode claim(NaiveHead head, boolean leading) {
        NaiveEvent claim = head.claim();
        ObjectNode json = Json.object();
        json.put("event", claim.id());
        for (String field : List.of("position", "recordedAt", "publisher", "thread")) {
            copy(claim, field, json);
        }
        if (head.corrects() != null) {
            json.put("corrects", head.corrects());
        }
        json.set("when", when(claim));
        for (String field : List.of("status", "details", "sources", "confidence", "lang", "note")) {
            copy(claim, field, json);
        }
        ids("confirmedBy", head.confirmations(), json);
        ids("disputedBy", head.disputes(), json);
        json.put("leading", leading);
        return json;
    }

    private static void ids(String field, List<NaiveEvent> events, ObjectNode to) {
        if (!events.isEmpty()) {
            ArrayNode ids = to.putArray(field);
            events.forEach(event -> ids.add(event.id()));
        }
    }

    /// A date without words.
    static ObjectNode day(String edtf) {
        Edtf date = Edtf.parse(edtf);
        ObjectNode json = Json.object();
        json.put("edtf", edtf);
        date.earliest().ifPresent(day -> json.put("earliest", day.toString()));
        date.latest().ifPresent(day -> json.put("latest", day.toString()));
        return json;
    }

    static ObjectNode when(NaiveEvent claim) {
        JsonNode when = claim.json().path("when");
        ObjectNode json = Json.object();
        json.set("edtf", when.path("edtf"));
        claim.date().earliest().ifPresent(day -> json.put("earliest", day.toString()));
        claim.date().latest().ifPresent(day -> json.put("latest", day.toString()));
        for (String field : List.of("text", "anchor", "rule")) {
            if (when.has(field)) {
                json.set(field, when.path(field));
            }
        }
        return json;
    }

    private static void copy(NaiveEvent claim, String field, ObjectNode to) {
        if (claim.json().has(field)) {
            to.set(field, claim.json().path(field));
        }
    }
}
