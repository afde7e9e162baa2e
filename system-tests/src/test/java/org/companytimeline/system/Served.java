package org.companytimeline.system;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.net.http.HttpResponse;

/// What query-service answered, as far as it must be the same for ever.
record Served(int status, String body, String location, String entityTag) {

    static Served of(HttpResponse<String> answer) {
        return new Served(
                answer.statusCode(),
                answer.body(),
                answer.headers().firstValue("Location").orElse(""),
                answer.headers().firstValue("ETag").orElse(""));
    }

    /// What it says where the naive fold expects an answer.
    NaiveAnswer as(NaiveAnswer expected) {
        return new NaiveAnswer(
                expected.path(),
                expected.parameters(),
                status,
                switch (status) {
                    case 308 -> expected.content().contains("?") ? there() : path();
                    case 404 -> "";
                    default -> expected.isOfState() ? withoutRivals() : body;
                });
    }

    /// The state of a company without what the naive state leaves out.
    private String withoutRivals() {
        ObjectNode state = (ObjectNode) Json.of(body);
        state.withArray("identifiers")
                .forEach(identifier -> ((ObjectNode) identifier).remove("conflict"));
        return state.toString();
    }

    /// What of it does not hang on whether it was asked for by a cursor.
    Served whenever() {
        return new Served(
                status,
                status == 200 ? body : "",
                status == 308 ? path() : "",
                status == 200 ? entityTag : "");
    }

    private String path() {
        return URI.create(location).getPath();
    }

    private String there() {
        return path() + "?" + URI.create(location).getRawQuery();
    }
}
