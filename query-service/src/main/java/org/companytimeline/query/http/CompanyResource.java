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
import org.companytimeline.event.CompanyId;
import org.companytimeline.query.view.Companies;
import org.companytimeline.query.view.CompanySearch;
import org.companytimeline.query.view.Diffs;
import org.companytimeline.query.view.Direction;
import org.companytimeline.query.view.KnownAt;
import org.companytimeline.query.view.PageRequest;
import org.companytimeline.query.view.TimelineFilter;
import org.companytimeline.query.view.Timelines;

/// Companies and their timelines.
@Path("/companies")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
public class CompanyResource {

    private final Reads reads;

    CompanyResource(Reads reads) {
        this.reads = reads;
    }

    @GET
    public Response companies(@Context UriInfo uri, @Context HttpHeaders headers) {
        Parameters given = Parameters.of(uri, CompanyParameters.NAMES);
        CompanySearch search = new CompanyParameters(given).search();
        PageRequest page = given.page();
        return reads.answer(headers, given, snapshot -> Companies.search(snapshot, search, page));
    }

    @GET
    @Path("/{id}")
    public Response company(
            @PathParam("id") String id, @Context UriInfo uri, @Context HttpHeaders headers) {
        Parameters given = Parameters.of(uri, "knownAt", "asOf", "match", "policy");
        CompanyId company = given.company(id);
        return reads.through(
                headers,
                given,
                given.known("knownAt"),
                (snapshot, lens) -> Companies.state(snapshot, company, lens));
    }

    @GET
    @Path("/{id}/timeline")
    public Response timeline(
            @PathParam("id") String id, @Context UriInfo uri, @Context HttpHeaders headers) {
        Parameters given =
                Parameters.of(
                        uri, "type", "status", "from", "to", "asOf", "match", "knownAt", "policy",
                        "order", "limit", "cursor");
        CompanyId company = given.company(id);
        TimelineFilter filter = new TimelineFilter(given.types(), given.statuses(), given.period());
        Direction direction = given.order();
        PageRequest page = given.page();
        return reads.through(
                headers,
                given,
                given.known("knownAt"),
                (snapshot, lens) ->
                        Timelines.page(snapshot, company, lens, filter, direction, page));
    }

    @GET
    @Path("/{id}/diff")
    public Response diff(
            @PathParam("id") String id, @Context UriInfo uri, @Context HttpHeaders headers) {
        Parameters given = Parameters.of(uri, "knownFrom", "knownTo", "asOf", "match", "policy");
        CompanyId company = given.company(id);
        KnownAt knownTo = given.known("knownTo");
        KnownAt knownFrom = given.knownFrom(knownTo);
        return reads.through(
                headers,
                given,
                knownTo,
                (snapshot, lens) -> Diffs.since(snapshot, company, knownFrom, lens));
    }
}
