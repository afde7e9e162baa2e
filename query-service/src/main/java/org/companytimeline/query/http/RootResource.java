package org.companytimeline.query.http;

import io.smallrye.common.annotation.NonBlocking;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/// Where to begin: the links to everything else.
@Path("/")
@NonBlocking
public class RootResource {

    private static final Map<String, String> LINKS = new LinkedHashMap<>();

    static {
        LINKS.put("companies", "/companies");
        LINKS.put("timelines", "/timelines");
        LINKS.put("events", "/events");
        LINKS.put("dates", "/dates");
        LINKS.put("description", "/q/openapi");
        LINKS.put("documentation", "/q/swagger-ui");
        LINKS.put("ready", "/q/health/ready");
    }

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    public Response links(@Context UriInfo uri) {
        return answer(uri, Map.of("name", "Company Timeline", "links", LINKS));
    }

    /// For people who open the address in a browser.
    @GET
    @Produces("text/html;charset=UTF-8;qs=0.5")
    public Response page(@Context UriInfo uri) {
        String items =
                LINKS.entrySet().stream()
                        .map(link ->
                                "<li><a href=\"%s\">%s</a></li>"
                                        .formatted(link.getValue(), link.getKey()))
                        .collect(Collectors.joining("\n"));
        return answer(
                uri,
                """
                <!DOCTYPE html>
                <html lang="en">
                <head><meta charset="utf-8"><title>Company Timeline</title></head>
                <body>
                <h1>Company Timeline</h1>
                <p>The history of companies as a log of sourced events.</p>
                <ul>
                %s
                </ul>
                </body>
                </html>
                """
                        .formatted(items));
    }

    private static Response answer(UriInfo uri, Object body) {
        Parameters given = Parameters.of(uri);
        return given.faults().isEmpty()
                ? Response.ok(body)
                        .header(HttpHeaders.VARY, HttpHeaders.ACCEPT)
                        .header(HttpHeaders.CACHE_CONTROL, "no-cache")
                        .build()
                : Problem.badParameters(given.faults()).response();
    }
}
