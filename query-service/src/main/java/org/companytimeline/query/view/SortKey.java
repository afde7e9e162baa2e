package org.companytimeline.query.view;

import java.util.List;

/// The place of an item in the order of its list.
public interface SortKey {

    /// As text, to be read back by the list that wrote it.
    List<String> parts();
}
