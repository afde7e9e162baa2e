package org.companytimeline.query.http;

import io.smallrye.common.annotation.Blocking;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.companytimeline.event.CompanyId;
import org.companytimeline.query.stream.StreamFormat;
import org.companytimeline.query.view.Direction;
import org.companytimeline.query.view.EventFilter;
import org.companytimeline.query.view.Events;
import org.companytimeline.query.view.PageRequest;
import org.jspecify.annotations.Nullable;

/// Recorded events.
@Path("/events")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
public class EventResource {

    private static final String OF_STREAMS =
            "it belongs to streams, send Accept: text/event-stream or application/x-ndjson.";
    private static final Map<String, String> STREAM_PARAMETERS =
            Stream.of("country", "status", "currency", "minimumAmount", "from", "follow")
                    .collect(Collectors.toMap(Function.identity(), name -> OF_STREAMS));

    private final Reads reads;
    private final EventStreams streams;

    EventResource(Reads reads, EventStreams streams) {
        this.reads = reads;
        this.streams = streams;
    }

    /// As pages or as a stream, whichever is preferred.
    @GET
    @Blocking
    @Produces({MediaType.APPLICATION_JSON, MediaType.SERVER_SENT_EVENTS, "application/x-ndjson"})
    public Uni<@Nullable Response> events(
            @Context HttpServerRequest request,
            @Context UriInfo uri,
            @Context HttpHeaders headers) {
        Optional<StreamFormat> streamed =
                Representation.of(headers.getAcceptableMediaTypes())
                        .flatMap(Representation::streamed);
        return streamed.isPresent()
                ? streams.answer(request, uri, headers, streamed.get())
                : Uni.createFrom().item(page(uri, headers));
    }

    private Response page(UriInfo uri, HttpHeaders headers) {
        Parameters given =
                Parameters.of(
                        uri, STREAM_PARAMETERS, "company", "type", "order", "limit", "cursor");
        EventFilter filter = new EventFilter(given.companies(), given.types());
        Direction direction = given.order();
        PageRequest page = given.page();
        return reads.answer(
                headers, given, snapshot -> Events.page(snapshot, filter, direction, page));
    }

    @GET
    @Path("/{id}")
    public Response event(
            @PathParam("id") String id, @Context UriInfo uri, @Context HttpHeaders headers) {
        Parameters given = Parameters.of(uri, "company");
        UUID event = given.uuid(id);
        Optional<CompanyId> subject = given.subject();
        return reads.answer(headers, given, snapshot -> Events.one(snapshot, event, subject));
    }
}
