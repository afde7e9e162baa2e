package org.companytimeline.query.view;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.companytimeline.event.CompanyId;
import org.companytimeline.model.TimelineKey;

/// The place of a fact in timeline order.
public record FactKey(TimelineKey order) implements SortKey {

    static Optional<FactKey> read(List<String> parts) {
        return Keys.read(
                parts,
                4,
                key ->
                        new FactKey(
                                new TimelineKey(
                                        Integer.parseInt(key.get(0)),
                                        Integer.parseInt(key.get(1)),
                                        UUID.fromString(key.get(2)),
                                        new CompanyId(key.get(3)))));
    }

    @Override
    public List<String> parts() {
        return List.of(
                Integer.toString(order.from()),
                Integer.toString(order.to()),
                order.id().toString(),
                order.subject().value());
    }
}
