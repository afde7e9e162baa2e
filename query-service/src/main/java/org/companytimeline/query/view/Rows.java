package org.companytimeline.query.view;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/// Some items of a list in its order, as they are served.
///
/// @param items each one JSON value in UTF-8
/// @param last the key of the last item if more follow, otherwise empty
/// @param beside members of the list's JSON beside its items, each with a comma before it
public record Rows<K extends SortKey>(List<byte[]> items, Optional<K> last, String beside) {

    public Rows(List<byte[]> items, Optional<K> last) {
        this(items, last, "");
    }

    /// The first of these.
    ///
    /// @param limit the most items
    /// @param pageBytes the page ends before the item that would begin beyond these bytes
    static <T, K extends SortKey> Rows<K> first(
            List<T> rest, int limit, long pageBytes, Function<T, byte[]> body, Function<T, K> key) {
        List<byte[]> items = new ArrayList<>();
        long bytes = 0;
        while (items.size() < Math.min(limit, rest.size()) && bytes < pageBytes) {
            byte[] item = body.apply(rest.get(items.size()));
            items.add(item);
            bytes += item.length;
        }
        boolean isAll = items.size() == rest.size();
        return new Rows<>(
                items,
                isAll ? Optional.empty() : Optional.of(key.apply(rest.get(items.size() - 1))));
    }
}
