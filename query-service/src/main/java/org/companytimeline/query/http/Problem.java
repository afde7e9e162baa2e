package org.companytimeline.query.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import java.util.List;
import org.companytimeline.event.Fault;

/// An error as readers get it: `application/problem+json` (RFC 9457), never stored by caches.
final class Problem {

    static final String MEDIA_TYPE = "application/problem+json";

    private static final JsonMapper JSON = new JsonMapper();

    private final int status;
    private final ObjectNode body = JSON.createObjectNode();
    private final Response.ResponseBuilder response;

    private Problem(int status, String detail) {
        this.status = status;
        Response.Status known = Response.Status.fromStatusCode(status);
        body.put("title", known == null ? "Error" : known.getReasonPhrase());
        body.put("status", status);
        body.put("detail", detail);
        response = Response.status(status);
    }

    /// @param detail what is wrong and what to change, as a sentence
    static Problem of(int status, String detail) {
        return new Problem(status, detail);
    }

    /// 400 with everything that is wrong with the request: a fault's pointer is `/` and the name of
    /// a parameter or header.
    static Problem badParameters(List<Fault> faults) {
        Problem problem = of(400, faults.getFirst().detail());
        ArrayNode errors = problem.body.putArray("errors");
        for (Fault fault : faults) {
            ObjectNode error = errors.addObject();
            error.put("pointer", fault.pointer());
            error.put("detail", fault.detail());
            if (!fault.allowed().isEmpty()) {
                fault.allowed().forEach(error.putArray("allowed")::add);
            }
        }
        return problem;
    }

    /// 503: the same request may succeed after this time.
    static Problem later(String detail, Duration retryAfter) {
        return of(503, detail).header(HttpHeaders.RETRY_AFTER, retryAfter.toSeconds());
    }

    Problem with(String member, String value) {
        body.put(member, value);
        return this;
    }

    Problem with(String member, List<String> values) {
        values.forEach(body.putArray(member)::add);
        return this;
    }

    Problem header(String name, Object value) {
        response.header(name, value);
        return this;
    }

    int status() {
        return status;
    }

    /// UTF-8.
    byte[] json() {
        try {
            return JSON.writeValueAsBytes(body);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Could not write a problem as JSON", e);
        }
    }

    Response response() {
        return response.type(MEDIA_TYPE)
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .entity(json())
                .build();
    }
}
