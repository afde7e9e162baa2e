package org.companytimeline.query.http;

import static io.restassured.RestAssured.given;

import io.restassured.response.ExtractableResponse;
import io.restassured.response.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Follows a list from its first page to its last.
final class ListPages {

    private static final int MOST_PAGES = 1_000;

    private ListPages() {}

    /// What happens between one page and the next.
    interface Meanwhile {
        void happens(int page) throws Exception;
    }

    /// All items, or the values at a path in each.
    ///
    /// @param item such as `items` or `items.id`
    static <T> List<T> all(String path, Map<String, ?> parameters, String item, Meanwhile meanwhile)
            throws Exception {
        List<T> seen = new ArrayList<>();
        @Nullable String cursor = null;
        for (int page = 0; page < MOST_PAGES; page++) {
            ExtractableResponse<Response> answer = page(path, parameters, cursor);
            seen.addAll(answer.<List<T>>path(item));
            cursor = answer.path("next");
            if (cursor == null) {
                return seen;
            }
            meanwhile.happens(page);
        }
        throw new IllegalStateException(path + " has no last page");
    }

    private static ExtractableResponse<Response> page(
            String path, Map<String, ?> parameters, @Nullable String cursor) {
        var request = given().queryParams(parameters);
        if (cursor != null) {
            request.queryParam("cursor", cursor);
        }
        return request.get(path).then().statusCode(200).extract();
    }
}
