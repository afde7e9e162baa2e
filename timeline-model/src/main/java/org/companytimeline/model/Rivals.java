package org.companytimeline.model;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.SortedMap;
import org.companytimeline.event.CompanyId;

/// The other companies that hold an identifier (ADR 0015).
///
/// @param facts of each by which it holds it, in timeline order
/// @param isComplete whether all records were looked at that ever said that they hold it
public record Rivals(SortedMap<CompanyId, List<Fact>> facts, boolean isComplete) {

    /// The most that are shown.
    public static final int MOST_SHOWN = 100;

    /// `{companies: [{company, facts[]}], companyCount, complete}`; `complete` only where it is
    /// not.
    ObjectNode json() {
        ObjectNode json = StateJson.object();
        ArrayNode companies = json.putArray("companies");
        facts.entrySet().stream()
                .limit(MOST_SHOWN)
                .forEach(rival -> {
                    ObjectNode shown = companies.addObject().put("company", rival.getKey().value());
                    ArrayNode ids = shown.putArray("facts");
                    rival.getValue().forEach(fact -> ids.add(fact.id().toString()));
                });
        json.put("companyCount", facts.size());
        if (!isComplete) {
            json.put("complete", false);
        }
        return json;
    }
}
