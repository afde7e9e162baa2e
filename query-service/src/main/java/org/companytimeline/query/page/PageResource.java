package org.companytimeline.query.page;

import io.smallrye.common.annotation.NonBlocking;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;

/// Pages over all companies.
@Path("/")
@Produces(Shells.MEDIA_TYPE)
@NonBlocking
public class PageResource {

    private final Shells shells;

    PageResource(Shells shells) {
        this.shells = shells;
    }

    @GET
    public Response start(@Context UriInfo uri, @Context HttpHeaders headers) {
        return shells.page("start", uri, headers);
    }

    @GET
    @Path("/compare")
    public Response compare(@Context UriInfo uri, @Context HttpHeaders headers) {
        return shells.page("compare", uri, headers);
    }

    @GET
    @Path("/feed")
    public Response feed(@Context UriInfo uri, @Context HttpHeaders headers) {
        return shells.page("feed", uri, headers);
    }

    @GET
    @Path("/post")
    public Response post(@Context UriInfo uri, @Context HttpHeaders headers) {
        return shells.page("post", uri, headers);
    }
}
