package org.companytimeline.query.view;

import java.util.List;
import java.util.Optional;
import org.companytimeline.event.CompanyId;

/// The place of a company by name, then id.
///
/// @param sortName the first 200 characters of its display name in lower case
public record NameKey(String sortName, CompanyId id) implements PlaceKey<NameKey> {

    static Optional<NameKey> read(List<String> parts) {
        return Keys.read(parts, 2, key -> new NameKey(key.get(0), new CompanyId(key.get(1))));
    }

    @Override
    public List<String> parts() {
        return List.of(sortName, id.value());
    }

    @Override
    public int compareTo(NameKey other) {
        int order = PlaceKey.compareTexts(sortName, other.sortName);
        return order != 0 ? order : PlaceKey.compareTexts(id.value(), other.id.value());
    }
}
