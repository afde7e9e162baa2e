package org.companytimeline.query.http;

import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpVersion;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import org.companytimeline.query.QueryConfig;
import org.companytimeline.query.view.Cursor;
import org.companytimeline.query.view.KnownAt;
import org.companytimeline.query.view.ReadModel;
import org.companytimeline.query.view.ReadModelUnavailable;
import org.companytimeline.query.view.Refusal;
import org.companytimeline.query.view.Snapshot;
import org.companytimeline.query.view.TimelineExport;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/// Exports timelines, so many at a time.
///
/// An export that cannot go on is cut off: its response never ends as if it were whole.
@ApplicationScoped
class TimelineExports {

    private static final Logger LOG = Logger.getLogger(TimelineExports.class);
    private static final Duration WHEN_FULL = Duration.ofSeconds(30);

    private final Reads reads;
    private final ReadModel readModel;
    private final ReadingGate gate;
    private final Refusals refusals;
    private final QueryConfig.Export bounds;
    private final Semaphore free;

    TimelineExports(
            Reads reads,
            ReadModel readModel,
            ReadingGate gate,
            Refusals refusals,
            QueryConfig config) {
        this.reads = reads;
        this.readModel = readModel;
        this.gate = gate;
        this.refusals = refusals;
        bounds = config.export();
        free = new Semaphore(bounds.concurrent());
    }

    /// Answers with an export; what comes back is the refusal, or nothing once the export is over.
    @Nullable Response answer(HttpServerRequest request, UriInfo uri, HttpHeaders headers) {
        Parameters given = Parameters.of(uri, "since");
        Optional<KnownAt> since = given.since();
        Optional<ExportFormat> asked = ExportFormat.of(headers.getAcceptableMediaTypes());
        if (since.isPresent() && asked.equals(Optional.of(ExportFormat.CSV))) {
            given.fault(
                    "since",
                    "CSV cannot tell which timelines have changed: send Accept:"
                            + " application/x-ndjson, or leave since out.",
                    List.of());
        }
        boolean wantsBody = !request.method().equals(HttpMethod.HEAD);
        Optional<Response> answered =
                reads.whenReady(
                        headers,
                        given,
                        Optional::of,
                        (snapshot, positions) ->
                                reads.unmet(snapshot, positions)
                                        .or(() -> refusal(snapshot, since, given))
                                        .or(() -> notAcceptable(asked, request.version()))
                                        .or(() ->
                                                wantsBody
                                                        ? Optional.empty()
                                                        : asked.map(
                                                                format -> head(snapshot, format))));
        if (answered.isPresent()) {
            return answered.get();
        }
        if (!free.tryAcquire()) {
            return Problem.later("As many exports run as may.", WHEN_FULL).response();
        }
        try {
            return export(request, asked.orElseThrow(), since, given);
        } finally {
            free.release();
        }
    }

    private Optional<Response> refusal(
            Snapshot snapshot, Optional<KnownAt> since, Parameters given) {
        if (snapshot.log().refolding()) {
            return Optional.of(Reads.refolding());
        }
        return since.flatMap(moment -> moment.refusal(snapshot.log()))
                .map(refusal -> refused(refusal, given));
    }

    private Response refused(Refusal refusal, Parameters given) {
        if (refusal instanceof Refusal.CursorOfAnotherLog) {
            return Problem.of(
                            410,
                            "The cursor belongs to another log than the one that is served: take"
                                    + " everything anew, without since.")
                    .with("first", "/timelines")
                    .header(HttpHeaders.LINK, "</timelines>; rel=\"first\"")
                    .response();
        }
        return refusals.problem(refusal, given).response();
    }

    private static Optional<Response> notAcceptable(
            Optional<ExportFormat> asked, HttpVersion version) {
        if (asked.isEmpty()) {
            return Optional.of(
                    Problem.of(
                                    406,
                                    "Timelines are exported line by line: send Accept:"
                                            + " application/x-ndjson or text/csv.")
                            .response());
        }
        return asked.get().showsCut(version)
                ? Optional.empty()
                : Optional.of(
                        Problem.of(
                                        406,
                                        "Over HTTP/1.0 a table that was cut ends like a whole one:"
                                                + " use HTTP/1.1, or send Accept:"
                                                + " application/x-ndjson.")
                                .response());
    }

    private Response head(Snapshot snapshot, ExportFormat format) {
        Response.ResponseBuilder response = Response.ok();
        headers(format, snapshot.log().cursor()).forEach(response::header);
        return response.build();
    }

    private Map<String, String> headers(ExportFormat format, Cursor cursor) {
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put(HttpHeaders.CONTENT_TYPE, format.contentType());
        headers.put(HttpHeaders.CACHE_CONTROL, "no-store");
        headers.put(HttpHeaders.VARY, gate.isOpen() ? "Accept" : "Accept, Authorization");
        headers.put(Reads.CURSOR, cursor.toString());
        return headers;
    }

    private @Nullable Response export(
            HttpServerRequest request,
            ExportFormat format,
            Optional<KnownAt> since,
            Parameters given) {
        SlicedResponse out = new SlicedResponse(request, bounds.stalledAfter(), atMost());
        try {
            Optional<Response> refused =
                    readModel.inLongSnapshot(snapshot ->
                            refusal(snapshot, since, given)
                                    .or(() -> write(snapshot, since, format, out)));
            if (refused.isPresent()) {
                return refused.get();
            }
            out.end();
        } catch (RuntimeException e) {
            if (!out.hasBegun()) {
                throw e;
            }
            out.cut();
            if (e instanceof SlicedResponse.Cut || e instanceof ReadModelUnavailable) {
                LOG.infof("An export was cut off: %s", e.getMessage());
            } else {
                LOG.error("An export failed and was cut off", e);
            }
        }
        return null;
    }

    /// How long an export may take: no longer than its token holds.
    private Duration atMost() {
        Duration heldAtMost = bounds.heldAtMost();
        return gate.openFor().filter(open -> open.compareTo(heldAtMost) < 0).orElse(heldAtMost);
    }

    private Optional<Response> write(
            Snapshot snapshot, Optional<KnownAt> since, ExportFormat format, SlicedResponse out) {
        Cursor cursor = snapshot.log().cursor();
        ExportWriter writer = new ExportWriter(format, out);
        writer.begin(headers(format, cursor));
        TimelineExport.read(snapshot, since.map(moment -> moment.in(snapshot)), writer);
        writer.end(cursor);
        return Optional.empty();
    }
}
