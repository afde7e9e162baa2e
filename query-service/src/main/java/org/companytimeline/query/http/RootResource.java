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
        Parameters given = Parameters.of(uri);
        return given.faults().isEmpty()
                ? Response.ok(Map.of("name", "Company Timeline", "links", LINKS))
                        .header(HttpHeaders.VARY, HttpHeaders.ACCEPT)
                        .header(HttpHeaders.CACHE_CONTROL, "no-cache")
                        .header("Content-Security-Policy", "default-src 'none'")
                        .build()
                : Problem.badParameters(given.faults()).response();
    }
}
