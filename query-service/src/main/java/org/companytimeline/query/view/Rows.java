package org.companytimeline.query.view;

import java.util.List;
import java.util.Optional;

/// Some items of a list in its order, as they are served.
///
/// @param items each one JSON value in UTF-8
/// @param last the key of the last item if more follow, otherwise empty
public record Rows<K extends SortKey>(List<byte[]> items, Optional<K> last) {}
