package org.companytimeline.query.http;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import org.companytimeline.query.view.FactFilter;
import org.companytimeline.query.view.RoundFilter;
import org.companytimeline.query.view.Statistics;

/// Counts and sums over the facts of all companies.
@Path("/statistics")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
public class StatisticsResource {

    private final Reads reads;

    StatisticsResource(Reads reads) {
        this.reads = reads;
    }

    @GET
    @Path("/rounds")
    public Response rounds(@Context UriInfo uri, @Context HttpHeaders headers) {
        Parameters given =
                Parameters.of(
                        uri, "by", "country", "round", "currency", "status", "from", "to", "match");
        RoundFilter filter = new StatisticsParameters(given).rounds();
        return reads.answer(headers, given, snapshot -> Statistics.rounds(snapshot, filter));
    }

    @GET
    @Path("/events")
    public Response events(@Context UriInfo uri, @Context HttpHeaders headers) {
        Parameters given =
                Parameters.of(uri, "by", "country", "type", "status", "from", "to", "match");
        FactFilter filter = new StatisticsParameters(given).facts();
        return reads.answer(headers, given, snapshot -> Statistics.facts(snapshot, filter));
    }
}
