package org.companytimeline.ingest.http;

import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerRequest;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import org.companytimeline.ingest.IngestConfig;
import org.companytimeline.ingest.accept.Answer;
import org.companytimeline.ingest.accept.EventIntake;
import org.companytimeline.ingest.accept.InFlightBytes;
import org.companytimeline.ingest.accept.Posted;
import org.companytimeline.ingest.accept.RequestKey;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/// Reads the events of a request, hands each to the intake, and answers.
@ApplicationScoped
class PostedEvents {

    private static final Logger LOG = Logger.getLogger(PostedEvents.class);

    private final EventIntake intake;
    private final InFlightBytes inFlight;
    private final OpenStreams streams;
    private final IngestConfig.Ingest bounds;
    private final Answers answers;

    @Inject
    PostedEvents(
            EventIntake intake,
            InFlightBytes inFlight,
            OpenStreams streams,
            Answers answers,
            IngestConfig config) {
        this.intake = intake;
        this.inFlight = inFlight;
        this.streams = streams;
        this.answers = answers;
        this.bounds = config.ingest();
    }

    Uni<@Nullable Response> one(HttpServerRequest request, PostRequest.Accepted post) {
        return whole(
                request,
                "body",
                bounds.eventBytesMax().asLongValue(),
                body -> one(request, post, body).thenApply(answers::of));
    }

    private CompletableFuture<Answer> one(
            HttpServerRequest request, PostRequest.Accepted post, byte[] body) {
        return switch (post.media()) {
            case CLOUDEVENT_BINARY ->
                    accept(CloudEvents.binary(request.headers(), body), post, post.requestKey());
            case CLOUDEVENT_STRUCTURED ->
                    accept(CloudEvents.structured(body), post, post.requestKey())
                            .thenApply(CloudEvents::pointingIntoData);
            case SHORT_FORM, CLOUDEVENT_BATCH, NDJSON ->
                    accept(new Posted.ShortForm(body), post, post.requestKey());
        };
    }

    Uni<@Nullable Response> batch(HttpServerRequest request, PostRequest.Accepted post) {
        return whole(
                request,
                "batch",
                bounds.batchBytesMax().asLongValue(),
                body ->
                        switch (CloudEvents.batch(body)) {
                            case CloudEvents.ReadBatch.Refused refused ->
                                    CompletableFuture.completedFuture(answers.of(refused.answer()));
                            case CloudEvents.ReadBatch.Entries entries ->
                                    batch(post, entries.entries());
                        });
    }

    private CompletableFuture<Response> batch(
            PostRequest.Accepted post, List<CloudEvents.Read> entries) {
        List<CompletableFuture<Answer>> answered = new ArrayList<>(entries.size());
        for (CloudEvents.Read entry : entries) {
            answered.add(
                    accept(entry, post, post.requestKey(answered.size() + 1L))
                            .thenApply(CloudEvents::pointingIntoData));
        }
        return CompletableFuture.allOf(answered.toArray(CompletableFuture[]::new))
                .thenApply(all ->
                        answers.ofBatch(answered.stream().map(CompletableFuture::join).toList()));
    }

    Uni<@Nullable Response> stream(HttpServerRequest request, PostRequest.Accepted post) {
        String publisher = post.poster().publisher();
        if (!streams.tryOpen(publisher)) {
            return Uni.createFrom()
                    .item(
                            answers.of(
                                    Problem.of(
                                            429,
                                            "You have as many streams open as one publisher may: "
                                                    + bounds.streamsPerPublisherMax()
                                                    + ". Wait until one has ended.")));
        }
        CompletableFuture<Void> done =
                EventStream.answer(
                        request,
                        Objects.requireNonNull(
                                Vertx.currentContext(), "posts are taken on an event loop"),
                        new EventStream.Bounds(
                                bounds.eventBytesMax().asLongValue(),
                                bounds.streamLinesInFlightMax()),
                        inFlight,
                        (number, line) ->
                                accept(new Posted.ShortForm(line), post, post.requestKey(number)));
        return uni(
                done.handle((ended, fault) -> {
                    streams.close(publisher);
                    return null;
                }));
    }

    /// Reads the whole body and answers it; the bytes are in flight until the answer is known.
    private Uni<@Nullable Response> whole(
            HttpServerRequest request,
            String what,
            long bytesMax,
            Function<byte[], CompletableFuture<Response>> answer) {
        return uni(
                Body.read(request, bytesMax, inFlight)
                        .thenCompose(read ->
                                switch (read) {
                                    case Body.Read.Whole whole ->
                                            answer.apply(whole.bytes())
                                                    .whenComplete((ok, fault) ->
                                                            inFlight.release(whole.held()));
                                    case Body.Read.TooLarge() ->
                                            refused(Refusals.tooLarge(what, bytesMax));
                                    case Body.Read.NoRoom() -> refused(Refusals.BUSY);
                                    case Body.Read.Broken broken -> refused(Refusals.BROKEN);
                                }));
    }

    private CompletableFuture<Response> refused(Answer.Refused refused) {
        return CompletableFuture.completedFuture(answers.of(refused));
    }

    private CompletableFuture<Answer> accept(
            CloudEvents.Read read, PostRequest.Accepted post, @Nullable RequestKey key) {
        return switch (read) {
            case CloudEvents.Read.Refused refused ->
                    CompletableFuture.completedFuture(refused.answer());
            case CloudEvents.Read.Found found -> accept(found.form(), post, key);
        };
    }

    /// A fault while one event is taken is that event's answer: its neighbours go on.
    private CompletableFuture<Answer> accept(
            Posted.Form form, PostRequest.Accepted post, @Nullable RequestKey key) {
        CompletableFuture<Answer> answer;
        try {
            answer = intake.accept(new Posted(form, post.poster(), key, post.dryRun()));
        } catch (RuntimeException e) {
            answer = CompletableFuture.failedFuture(e);
        }
        return answer.isDone() && !answer.isCompletedExceptionally()
                ? answer
                : answer.exceptionally(PostedEvents::fault);
    }

    private static Answer fault(Throwable fault) {
        LOG.error("taking a posted event failed", fault);
        return Refusals.FAULT;
    }

    /// A client that goes away cancels what it would have been told, not what is being done.
    private static <T> Uni<@Nullable T> uni(CompletableFuture<T> future) {
        return Uni.createFrom()
                .emitter(emitter -> {
                    var _ =
                            future.whenComplete((item, fault) -> {
                                if (fault == null) {
                                    emitter.complete(item);
                                } else {
                                    emitter.fail(fault);
                                }
                            });
                });
    }
}
