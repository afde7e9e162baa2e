package org.companytimeline.query.http;

import io.smallrye.common.annotation.RunOnVirtualThread;
import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import org.jspecify.annotations.Nullable;

/// The timelines of all companies.
@Path("/timelines")
@RunOnVirtualThread
public class TimelineResource {

    private final TimelineExports exports;

    TimelineResource(TimelineExports exports) {
        this.exports = exports;
    }

    /// Line by line, in whichever format is preferred.
    @GET
    @Produces({"application/x-ndjson", "text/csv", MediaType.WILDCARD})
    public @Nullable Response timelines(
            @Context HttpServerRequest request,
            @Context UriInfo uri,
            @Context HttpHeaders headers) {
        return exports.answer(request, uri, headers);
    }
}
