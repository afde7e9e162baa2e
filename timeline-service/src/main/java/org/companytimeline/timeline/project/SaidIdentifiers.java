package org.companytimeline.timeline.project;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.companytimeline.model.Identifier;
import org.jspecify.annotations.Nullable;

/// The identifiers that the events of a batch say companies to go by, each with the first event.
final class SaidIdentifiers {

    /// An identifier of a company.
    private record Said(String identifier, CompanyKey company) {}

    private final Map<Said, Long> first = new LinkedHashMap<>();

    /// Notes what an event leaves its lineage saying.
    ///
    /// @param key that of the lineage's head; null where the event leads to no claim
    void add(ReadEvent event, @Nullable String key) {
        if (key != null && Identifier.isKey(key)) {
            first.merge(new Said(key, event.companyKey()), event.offset(), Math::min);
        }
    }

    List<IdentifierRow> rows() {
        List<IdentifierRow> rows = new ArrayList<>();
        first.forEach((said, offset) ->
                rows.add(new IdentifierRow(said.identifier(), said.company(), offset)));
        return rows;
    }
}
