package org.companytimeline.model;

import static org.companytimeline.model.StateJson.details;
import static org.companytimeline.model.StateJson.object;
import static org.companytimeline.model.StateJson.when;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import org.companytimeline.event.CompanyEvent.Identified;
import org.companytimeline.event.When;

/// The identifiers in a company's state: since when and until when each is valid, and who else
/// holds one that is.
final class Identifiers {

    private Identifiers() {}

    /// `[{scheme, value, since, until, current, certainty, facts[], conflict}]`.
    ///
    /// @param own facts of the company that hold, in timeline order
    /// @param rivals of the identifiers that others hold too
    static ArrayNode of(List<Fact> own, Map<Identifier, Rivals> rivals, StateJson state) {
        ArrayNode json = object().arrayNode();
        for (Fact fact : own) {
            if (fact.details() instanceof Identified identified) {
                json.add(identifier(identified, fact, rivals, state));
            }
        }
        return json;
    }

    private static ObjectNode identifier(
            Identified identified, Fact fact, Map<Identifier, Rivals> rivals, StateJson state) {
        ObjectNode json = when(details(fact, "scheme", "value"), "since", fact);
        if (identified.until() != null) {
            json.set("until", WhenJson.of(When.of(identified.until())));
        }
        boolean isCurrent = Identifier.isValid(identified, state.asOf());
        state.restingOn(json.put("current", isCurrent), List.of(fact));
        if (isCurrent) {
            Identifier.of(identified)
                    .map(rivals::get)
                    .ifPresent(others -> json.set("conflict", others.json()));
        }
        return json;
    }
}
