package org.companytimeline.query.http;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.companytimeline.event.Fault;
import org.companytimeline.event.Position;
import org.companytimeline.model.Policy;
import org.companytimeline.query.QueryConfig;
import org.companytimeline.query.view.Answer;
import org.companytimeline.query.view.Cursor;
import org.companytimeline.query.view.EntityTag;
import org.companytimeline.query.view.KnownAt;
import org.companytimeline.query.view.Lens;
import org.companytimeline.query.view.LogState;
import org.companytimeline.query.view.Period;
import org.companytimeline.query.view.Progress;
import org.companytimeline.query.view.ReadModel;
import org.companytimeline.query.view.ReadModelUnavailable;
import org.companytimeline.query.view.Refusal;
import org.companytimeline.query.view.Snapshot;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/// What all reads share: who may read, waiting for one's own writes, one snapshot for body and
/// `Timeline-Cursor`, and answers that the asker holds already.
@ApplicationScoped
class Reads {

    private static final Logger LOG = Logger.getLogger(Reads.class);
    static final String CURSOR = "Timeline-Cursor";
    private static final Duration SOON = Duration.ofSeconds(1);
    private static final Duration AFTER_REFOLD = Duration.ofSeconds(5);

    private final ReadModel readModel;
    private final Progress progress;
    private final ReadingGate gate;
    private final Refusals refusals;
    private final Duration waitAtMost;

    Reads(
            ReadModel readModel,
            Progress progress,
            ReadingGate gate,
            Refusals refusals,
            QueryConfig config) {
        this.readModel = readModel;
        this.progress = progress;
        this.gate = gate;
        this.refusals = refusals;
        waitAtMost = config.position().waitAtMost();
    }

    /// A read at a point in the log.
    interface ReadAt {
        Answer read(Snapshot snapshot, Cursor at);
    }

    /// Reads through a lens.
    @FunctionalInterface
    interface Look {

        Answer read(Snapshot snapshot, Lens lens);
    }

    /// A read through the lens that the parameters `policy`, `asOf` and `match` describe.
    Response through(HttpHeaders headers, Parameters given, KnownAt knownAt, Look look) {
        Policy policy = given.policy();
        Period period = given.asOf();
        return answer(
                headers,
                given,
                knownAt,
                (snapshot, at) -> look.read(snapshot, new Lens(at, policy, period)));
    }

    /// A read of what is there now.
    Response answer(HttpHeaders headers, Parameters given, Function<Snapshot, Answer> read) {
        return answer(headers, given, new KnownAt.Now(), (snapshot, _) -> read.apply(snapshot));
    }

    /// A read of what was known at a moment; the `Timeline-Cursor` of its answer is that moment's.
    Response answer(HttpHeaders headers, Parameters given, KnownAt knownAt, ReadAt read) {
        return whenReady(
                headers,
                given,
                Function.identity(),
                (snapshot, positions) ->
                        inSnapshot(snapshot, positions, headers, given, knownAt, read));
    }

    /// A read by somebody who may, with parameters that are sound, after the positions in
    /// `Timeline-Position` are applied.
    ///
    /// @param refused what an answer becomes that tells why it cannot be read
    /// @param read is given the positions to look at in its snapshot
    <T> T whenReady(
            HttpHeaders headers,
            Parameters given,
            Function<Response, T> refused,
            BiFunction<Snapshot, List<Position>, T> read) {
        return whenReady(readModel, headers, given, refused, read);
    }

    /// The same, of a read model whose reads have a bound of their own.
    <T> T whenReady(
            ReadModel bounded,
            HttpHeaders headers,
            Parameters given,
            Function<Response, T> refused,
            BiFunction<Snapshot, List<Position>, T> read) {
        Optional<Problem> closed = gate.refusal();
        if (closed.isPresent()) {
            return refused.apply(closed.get().response());
        }
        if (!given.faults().isEmpty()) {
            return refused.apply(Problem.badParameters(given.faults()).response());
        }
        Optional<List<Position>> positions =
                PositionHeader.read(headers.getRequestHeaders().get(PositionHeader.NAME));
        if (positions.isEmpty()) {
            return refused.apply(
                    badPosition(
                            "Timeline-Position is partition:offset, or up to %d of them with commas, such as 3:1045."
                                    .formatted(PositionHeader.MOST_POSITIONS)));
        }
        Optional<Response> unmet = await(positions.get());
        if (unmet.isPresent()) {
            return refused.apply(unmet.get());
        }
        try {
            return bounded.inSnapshot(snapshot -> read.apply(snapshot, positions.get()));
        } catch (ReadModelUnavailable e) {
            LOG.debug("A read was answered 503", e);
            return refused.apply(unavailable(e));
        }
    }

    static Response unavailable(ReadModelUnavailable unavailable) {
        return Problem.later(String.valueOf(unavailable.getMessage()), SOON).response();
    }

    private Optional<Response> await(List<Position> positions) {
        if (positions.isEmpty()) {
            return Optional.empty();
        }
        try {
            return switch (progress.await(positions, waitAtMost)) {
                case REACHED -> Optional.empty();
                case NOT_IN_TIME -> Optional.of(notYet());
                case NO_SUCH_PARTITION -> Optional.of(noSuchPartition());
                case TOO_MANY_WAITING ->
                        Optional.of(
                                Problem.later("Too many reads wait for their writes.", SOON)
                                        .response());
            };
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.of(Problem.later("The service is stopping.", SOON).response());
        }
    }

    private Response inSnapshot(
            Snapshot snapshot,
            List<Position> positions,
            HttpHeaders headers,
            Parameters given,
            KnownAt knownAt,
            ReadAt read) {
        LogState log = snapshot.log();
        if (log.refolding()) {
            return refolding();
        }
        Optional<Response> unmet = unmet(snapshot, positions);
        if (unmet.isPresent()) {
            return unmet.get();
        }
        Optional<Refusal> noPoint = knownAt.refusal(log);
        if (noPoint.isPresent()) {
            return answered(new Answer.Refused(noPoint.get()), log.cursor(), headers, given);
        }
        Cursor at = knownAt.in(snapshot);
        return answered(read.read(snapshot, at), at, headers, given);
    }

    static Response refolding() {
        return Problem.later("Facts are being folded anew.", AFTER_REFOLD).response();
    }

    /// Why a snapshot does not show the writes at these positions; empty if it does.
    Optional<Response> unmet(Snapshot snapshot, List<Position> positions) {
        LogState log = snapshot.log();
        if (positions.stream().anyMatch(position -> position.partition() >= log.partitions())) {
            return Optional.of(noSuchPartition());
        }
        if (!positions.stream().allMatch(log.cursor()::includes)) {
            return Optional.of(notYet());
        }
        return positions.isEmpty()
                ? Optional.empty()
                : snapshot.rejection(positions)
                        .map(rejection -> refusals.rejected(rejection).response());
    }

    private Response answered(Answer answer, Cursor at, HttpHeaders headers, Parameters given) {
        return switch (answer) {
            case Answer.Found found -> found(found, at, headers);
            case Answer.Moved moved ->
                    Response.status(308)
                            .header(HttpHeaders.LOCATION, moved.location() + given.rawQuery())
                            .header(HttpHeaders.CACHE_CONTROL, "no-store")
                            .header(CURSOR, at)
                            .build();
            case Answer.Refused refused ->
                    refusals.problem(refused.refusal(), given).header(CURSOR, at).response();
        };
    }

    private Response found(Answer.Found found, Cursor cursor, HttpHeaders headers) {
        Response.ResponseBuilder response =
                holds(headers.getRequestHeaders().get(HttpHeaders.IF_NONE_MATCH), found.tag())
                        ? Response.notModified()
                        : Response.ok(found.body().get(), MediaType.APPLICATION_JSON_TYPE);
        return response.header(HttpHeaders.ETAG, found.tag())
                .header(HttpHeaders.VARY, gate.isOpen() ? "Accept" : "Accept, Authorization")
                .header(HttpHeaders.CACHE_CONTROL, gate.isOpen() ? "no-cache" : "private, no-cache")
                .header(CURSOR, cursor)
                .build();
    }

    /// Compared weakly, as RFC 9110 wants it for If-None-Match.
    private static boolean holds(@Nullable List<String> lines, EntityTag tag) {
        return lines != null
                && lines.stream()
                        .flatMap(line -> Arrays.stream(line.split(",", -1)))
                        .map(String::strip)
                        .map(text -> text.startsWith("W/") ? text.substring(2) : text)
                        .anyMatch(text -> text.equals("*") || text.equals(tag.toString()));
    }

    private static Response notYet() {
        return Problem.later("A position in Timeline-Position has not been applied yet.", SOON)
                .response();
    }

    private static Response noSuchPartition() {
        return badPosition("The log has no such partition as one in Timeline-Position.");
    }

    private static Response badPosition(String detail) {
        return Problem.badParameters(
                        List.of(new Fault("/" + PositionHeader.NAME, detail, List.of())))
                .response();
    }
}
