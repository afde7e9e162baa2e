package org.companytimeline.query.page;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.Optional;
import org.companytimeline.event.CompanyId;
import org.companytimeline.model.Policy;
import org.companytimeline.query.QueryConfig;
import org.companytimeline.query.view.Answer;
import org.companytimeline.query.view.Companies;
import org.companytimeline.query.view.Lens;
import org.companytimeline.query.view.Match;
import org.companytimeline.query.view.Period;
import org.companytimeline.query.view.ReadModel;
import org.companytimeline.query.view.ReadModelUnavailable;
import org.companytimeline.query.view.Refusal;
import org.companytimeline.query.view.Snapshot;

/// The page of one company.
@Path("/companies")
@Produces(Shells.MEDIA_TYPE)
@RunOnVirtualThread
public class CompanyPageResource {

    private final Shells shells;
    private final ReadModel readModel;
    private final boolean open;

    CompanyPageResource(Shells shells, ReadModel readModel, QueryConfig config) {
        this.shells = shells;
        this.readModel = readModel;
        open = config.reading().open();
    }

    /// Where reading is closed nothing is looked up: the page is the same for every id.
    @GET
    @Path("/{id}")
    public Response company(
            @PathParam("id") String id, @Context UriInfo uri, @Context HttpHeaders headers) {
        if (!CompanyId.isValid(id)) {
            return unknown(uri, headers);
        }
        Optional<Answer> answer = open ? found(new CompanyId(id)) : Optional.empty();
        return switch (answer.orElse(null)) {
            case Answer.Moved moved -> moved(moved, uri);
            case Answer.Refused(Refusal.UnknownCompany _) -> unknown(uri, headers);
            case null, default -> shells.page("company", uri, headers);
        };
    }

    /// Empty while the read model is away: the page tells it then, and tries again.
    private Optional<Answer> found(CompanyId company) {
        try {
            return Optional.of(
                    readModel.inSnapshot(
                            snapshot -> Companies.state(snapshot, company, now(snapshot))));
        } catch (ReadModelUnavailable unavailable) {
            return Optional.empty();
        }
    }

    private static Lens now(Snapshot snapshot) {
        return new Lens(
                snapshot.log().cursor(),
                Policy.DEFAULT_1,
                Period.until(Optional.empty(), Match.POSSIBLE));
    }

    private Response unknown(UriInfo uri, HttpHeaders headers) {
        return shells.page(Response.Status.NOT_FOUND, "unknown", uri, headers);
    }

    private static Response moved(Answer.Moved moved, UriInfo uri) {
        String query = uri.getRequestUri().getRawQuery();
        return Response.status(308)
                .header(
                        HttpHeaders.LOCATION,
                        moved.location() + (query == null || query.isEmpty() ? "" : "?" + query))
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .header(HttpHeaders.VARY, HttpHeaders.ACCEPT)
                .build();
    }
}
