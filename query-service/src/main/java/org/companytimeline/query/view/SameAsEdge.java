package org.companytimeline.query.view;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import org.companytimeline.event.CompanyId;

/// What a stored fact says: that its subject is the same as another record.
record SameAsEdge(CompanyId subject, CompanyId said) {

    private static final JsonMapper JSON = new JsonMapper();

    /// @param fact of the type `same-as`, as it is stored
    static SameAsEdge of(byte[] fact) {
        try {
            JsonNode json = JSON.readTree(fact);
            return new SameAsEdge(
                    new CompanyId(json.at("/company/id").asText()),
                    new CompanyId(json.at("/details/company").asText()));
        } catch (IOException e) {
            throw new IllegalStateException("A stored fact is no JSON", e);
        }
    }

    boolean isLoop() {
        return subject.equals(said);
    }
}
