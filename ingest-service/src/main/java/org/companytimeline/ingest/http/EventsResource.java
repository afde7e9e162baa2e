package org.companytimeline.ingest.http;

import io.smallrye.common.annotation.NonBlocking;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpServerRequest;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.jspecify.annotations.Nullable;

/// `POST /events`: one event, a batch, or a stream of them.
@Path("/events")
public class EventsResource {

    private final PostedEvents events;
    private final Answers answers;
    private final JsonWebToken token;

    @Inject
    EventsResource(PostedEvents events, Answers answers, JsonWebToken token) {
        this.events = events;
        this.answers = answers;
        this.token = token;
    }

    @POST
    @NonBlocking
    @RolesAllowed(Scopes.EVENTS_WRITE)
    @Consumes({
        PostedMedia.JSON,
        PostedMedia.CLOUDEVENTS_JSON,
        PostedMedia.CLOUDEVENTS_BATCH_JSON,
        PostedMedia.X_NDJSON
    })
    @Produces({PostedMedia.JSON, PostedMedia.X_NDJSON})
    public Uni<@Nullable Response> post(@Context HttpServerRequest request) {
        return switch (PostRequest.of(request, token)) {
            case PostRequest.Refused refused ->
                    Uni.createFrom().item(answers.of(refused.problem()));
            case PostRequest.Accepted post ->
                    switch (post.media()) {
                        case SHORT_FORM, CLOUDEVENT_BINARY, CLOUDEVENT_STRUCTURED ->
                                events.one(request, post);
                        case CLOUDEVENT_BATCH -> events.batch(request, post);
                        case NDJSON -> events.stream(request, post);
                    };
        };
    }
}
