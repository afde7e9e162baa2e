package org.companytimeline.query.http;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.Optional;
import java.util.UUID;
import org.companytimeline.event.CompanyId;
import org.companytimeline.query.view.Explanations;
import org.companytimeline.query.view.Facts;
import org.companytimeline.query.view.PageRequest;

/// Facts and their claims.
@Path("/facts/{id}")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
public class FactResource {

    private final Reads reads;

    FactResource(Reads reads) {
        this.reads = reads;
    }

    @GET
    public Response fact(
            @PathParam("id") String id, @Context UriInfo uri, @Context HttpHeaders headers) {
        Parameters given = Parameters.of(uri, "company", "knownAt", "asOf", "match", "policy");
        UUID fact = given.uuid(id);
        Optional<CompanyId> subject = given.subject();
        return reads.through(
                headers,
                given,
                given.known("knownAt"),
                (snapshot, lens) -> Facts.one(snapshot, fact, subject, lens));
    }

    @GET
    @Path("/explain")
    public Response explanation(
            @PathParam("id") String id, @Context UriInfo uri, @Context HttpHeaders headers) {
        Parameters given = Parameters.of(uri, "company", "knownAt", "asOf", "match", "policy");
        UUID fact = given.uuid(id);
        Optional<CompanyId> subject = given.subject();
        return reads.through(
                headers,
                given,
                given.known("knownAt"),
                (snapshot, lens) -> Explanations.of(snapshot, fact, subject, lens));
    }

    @GET
    @Path("/claims")
    public Response claims(
            @PathParam("id") String id, @Context UriInfo uri, @Context HttpHeaders headers) {
        Parameters given =
                Parameters.of(
                        uri, "company", "knownAt", "asOf", "match", "policy", "limit", "cursor");
        UUID fact = given.uuid(id);
        Optional<CompanyId> subject = given.subject();
        PageRequest page = given.page();
        return reads.through(
                headers,
                given,
                given.known("knownAt"),
                (snapshot, lens) -> Facts.claims(snapshot, fact, subject, lens, page));
    }
}
