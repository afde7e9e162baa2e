package org.companytimeline.timeline.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.companytimeline.event.Fault;

/// An error as callers get it: `application/problem+json` (RFC 9457).
///
/// @param detail what is wrong and what to change, as a sentence
/// @param errors the parts at fault, empty where it is the whole
@JsonPropertyOrder({"type", "title", "status", "detail", "errors"})
@JsonInclude(JsonInclude.Include.NON_EMPTY)
record Problem(String title, int status, String detail, List<Fault> errors) {

    static final String MEDIA_TYPE = "application/problem+json";

    static Problem of(int status, String detail) {
        Response.Status known = Response.Status.fromStatusCode(status);
        return new Problem(
                known == null ? "Error" : known.getReasonPhrase(), status, detail, List.of());
    }

    /// 400 for one parameter of the query.
    static Problem parameter(String name, String detail) {
        return new Problem(
                Response.Status.BAD_REQUEST.getReasonPhrase(),
                400,
                detail,
                List.of(new Fault("/" + name, detail, List.of())));
    }

    public String getType() {
        return "about:blank";
    }

    Response response() {
        return Response.status(status)
                .type(MEDIA_TYPE)
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .entity(this)
                .build();
    }
}
