package org.companytimeline.query.http;

import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.companytimeline.event.Position;
import org.companytimeline.query.QueryConfig;
import org.companytimeline.query.stream.StreamFormat;
import org.companytimeline.query.stream.Streams;
import org.companytimeline.query.stream.Subscription;
import org.companytimeline.query.view.Cursor;
import org.companytimeline.query.view.ReadModel;
import org.companytimeline.query.view.ReadsInTurn;
import org.companytimeline.query.view.Refusal;
import org.companytimeline.query.view.Snapshot;
import org.companytimeline.query.view.StreamFilter;
import org.companytimeline.query.view.StreamStart;
import org.jspecify.annotations.Nullable;

/// Opens streams of recorded events.
@ApplicationScoped
class EventStreams {

    private static final String[] PARAMETERS = {
        "company", "type", "country", "status", "minimumAmount", "currency", "from", "follow"
    };
    private static final Map<String, String> PAGE_PARAMETERS =
            Map.of(
                    "cursor", "a stream begins at the cursor that is given as from.",
                    "limit", "it belongs to pages, send Accept: application/json.",
                    "order", "it belongs to pages, send Accept: application/json.");
    private static final Duration WHEN_FULL = Duration.ofSeconds(5);

    /// Where a stream begins, or why it does not.
    private sealed interface Opening {

        record At(Cursor from, Cursor head) implements Opening {}

        record Refused(Response response) implements Opening {}
    }

    private final Reads reads;
    private final ReadModel openings;
    private final ReadingGate gate;
    private final Refusals refusals;
    private final Streams streams;

    EventStreams(
            Reads reads,
            ReadModel readModel,
            ReadingGate gate,
            Refusals refusals,
            Streams streams,
            QueryConfig config) {
        this.reads = reads;
        QueryConfig.Stream bounds = config.stream();
        openings =
                new ReadsInTurn(
                        readModel, bounds.openings(), bounds.connections(), bounds.openWithin());
        this.gate = gate;
        this.refusals = refusals;
        this.streams = streams;
    }

    /// Answers with a stream; what comes back is the refusal, or nothing once the stream is over.
    Uni<@Nullable Response> answer(
            HttpServerRequest request, UriInfo uri, HttpHeaders headers, StreamFormat format) {
        Parameters given = Parameters.of(uri, PAGE_PARAMETERS, PARAMETERS);
        StreamFilter filter = given.streamFilter();
        StreamStart start = given.streamStart(headers.getHeaderString("Last-Event-ID"));
        boolean follows = given.follow();
        Opening opening =
                reads.whenReady(
                        openings,
                        headers,
                        given,
                        Opening.Refused::new,
                        (snapshot, positions) ->
                                opening(snapshot, positions, start, follows, given));
        return switch (opening) {
            case Opening.Refused refused -> Uni.createFrom().item(refused.response());
            case Opening.At at ->
                    stream(
                            request,
                            new Subscription(
                                    format, filter, at.from(), at.head(), follows, gate.openFor()));
        };
    }

    private Opening opening(
            Snapshot snapshot,
            List<Position> positions,
            StreamStart start,
            boolean follows,
            Parameters given) {
        if (snapshot.log().refolding() && (start.needsProjection() || !follows)) {
            return new Opening.Refused(Reads.refolding());
        }
        Optional<Response> unmet = reads.unmet(snapshot, positions);
        if (unmet.isPresent()) {
            return new Opening.Refused(unmet.get());
        }
        Optional<Refusal> refusal = start.refusal(snapshot.log(), follows);
        if (refusal.isPresent()) {
            return new Opening.Refused(refused(refusal.get(), given));
        }
        return new Opening.At(start.in(snapshot), snapshot.log().cursor());
    }

    private Response refused(Refusal refusal, Parameters given) {
        if (refusal instanceof Refusal.CursorOfAnotherLog) {
            String first = given.fromBeginning();
            return Problem.of(
                            410,
                            "The cursor belongs to another log than the one that is served: start"
                                    + " anew, from=beginning gives all that this one holds.")
                    .with("first", first)
                    .header(HttpHeaders.LINK, "<" + first + ">; rel=\"first\"")
                    .response();
        }
        return refusals.problem(refusal, given).response();
    }

    private Uni<@Nullable Response> stream(HttpServerRequest request, Subscription subscription) {
        HttpServerResponse response = request.response();
        boolean hasBody = !request.method().equals(HttpMethod.HEAD);
        if (!hasBody) {
            return Uni.createFrom().item(head(subscription));
        }
        response.putHeader("Content-Type", subscription.format().mediaType())
                .putHeader("Cache-Control", "no-store")
                .putHeader("X-Accel-Buffering", "no")
                .putHeader("Vary", vary())
                .putHeader(Reads.CURSOR, subscription.from().toString());
        Optional<CompletableFuture<Void>> done =
                streams.open(
                        request,
                        Objects.requireNonNull(
                                Vertx.currentContext(), "requests are taken on an event loop"),
                        subscription);
        if (done.isEmpty()) {
            List.of("Content-Type", "Cache-Control", "X-Accel-Buffering", "Vary", Reads.CURSOR)
                    .forEach(response.headers()::remove);
            return Uni.createFrom()
                    .item(
                            Problem.later(
                                            streams.isStopping()
                                                    ? "The service is stopping."
                                                    : "As many streams are open as may be.",
                                            WHEN_FULL)
                                    .response());
        }
        return Uni.createFrom().completionStage(done.get().thenApply(over -> null));
    }

    private Response head(Subscription subscription) {
        return Response.ok()
                .type(subscription.format().mediaType())
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .header("X-Accel-Buffering", "no")
                .header(HttpHeaders.VARY, vary())
                .header(Reads.CURSOR, subscription.from())
                .build();
    }

    private String vary() {
        return gate.isOpen() ? "Accept" : "Accept, Authorization";
    }
}
