package org.companytimeline.query.view;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import org.jspecify.annotations.Nullable;

/// A company as it stands in a list.
///
/// @param name its display name, its id where nobody named it
/// @param country of its headquarters, else of its founding
/// @param status absent where only other companies' events name it
/// @param eventCount how many recorded events name it; of merged records the sum
/// @param matched what a search hit, where that is not the name
@JsonInclude(JsonInclude.Include.NON_NULL)
public record CompanyItem(
        String id,
        String name,
        @Nullable String country,
        @Nullable String status,
        long eventCount,
        @Nullable Matched matched) {

    private static final JsonMapper JSON = new JsonMapper();

    /// UTF-8.
    public byte[] json() {
        try {
            return JSON.writeValueAsBytes(this);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Could not write company " + id + " as JSON", e);
        }
    }
}
