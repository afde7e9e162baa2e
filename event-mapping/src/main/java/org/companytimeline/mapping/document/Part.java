package org.companytimeline.mapping.document;

import java.util.List;
import java.util.Map;

/// A part of a document.
public sealed interface Part {

    At at();

    /// A text as it is written, without its quotes; empty where nothing is written.
    record Text(At at, String value) implements Part {}

    record Items(At at, List<Part> items) implements Part {}

    /// Parts by name, in the order in which they are written.
    record Members(At at, Map<String, Part> members) implements Part {}
}
