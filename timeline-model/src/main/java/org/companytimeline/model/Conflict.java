package org.companytimeline.model;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.UUID;

/// A field in which the claims of one fact differ.
///
/// @param field its name, such as `when`, `status` or `money`
/// @param rule the name of the policy that chose, such as `default@1`
/// @param values each value with the events that say it; the leading claim's first
public record Conflict(String field, String rule, List<Value> values) {

    /// One of the values in conflict.
    public record Value(JsonNode value, List<UUID> events) {}
}
