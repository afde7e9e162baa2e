package org.companytimeline.event;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;

/// One type of event in the catalogue.
///
/// @param name its JSON name, such as `office-opened`
/// @param details the record of its details
@SuppressWarnings("DoNotCallSuggester")
public record EventType(String name, Class<? extends CompanyEvent> details) {

    /// All types, in the order of [CompanyEvent].
    public static List<EventType> all() {
        throw new UnsupportedOperationException();
    }

    public static Optional<EventType> named(String name) {
        throw new UnsupportedOperationException();
    }

    public static EventType of(CompanyEvent details) {
        throw new UnsupportedOperationException();
    }

    /// The CloudEvents type: `org.companytimeline.<name>.v1`.
    public String cloudEventType() {
        throw new UnsupportedOperationException();
    }

    /// The JSON Schema (2020-12) of the posted short form.
    public ObjectNode schema() {
        throw new UnsupportedOperationException();
    }

    /// An approved example in the short form.
    public ObjectNode example() {
        throw new UnsupportedOperationException();
    }
}
