package org.companytimeline.query.view;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/// What a search hit of a company, where that is not its shown name.
///
/// @param kind `former-name`, `alias`, `given-name`, `identifier`, `id`, or `name` for that by
///   which another record of the company goes
/// @param text as it is written, at most 200 characters
/// @param scheme of an identifier
/// @param record the id of the record that it is of, where that is merged into the company
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Matched(String kind, String text, @Nullable String scheme, @Nullable String record) {}
