package org.companytimeline.ingest.http;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.companytimeline.ingest.IngestConfig;
import org.companytimeline.ingest.accept.Answer;

/// Makes HTTP responses of answers.
@ApplicationScoped
class Answers {

    static final String TIMELINE_POSITION = "Timeline-Position";

    private final String eventUrl;
    private final long retryAfterSeconds;

    @Inject
    Answers(IngestConfig config) {
        String queryUrl = config.queryUrl().toString();
        this.eventUrl = (queryUrl.endsWith("/") ? queryUrl : queryUrl + "/") + "events/";
        this.retryAfterSeconds = Math.max(1, config.ingest().retryAfter().toSeconds());
    }

    Response of(Answer answer) {
        return switch (answer) {
            case Answer.Recorded recorded ->
                    Response.status(Response.Status.CREATED)
                            .header(HttpHeaders.LOCATION, eventUrl + recorded.id())
                            .header(TIMELINE_POSITION, recorded.position().toString())
                            .type(PostedMedia.JSON)
                            .entity(AnswerJson.recorded(recorded))
                            .build();
            case Answer.Valid valid ->
                    Response.ok(AnswerJson.valid(valid), PostedMedia.JSON).build();
            case Answer.Refused refused -> of(Problem.of(refused));
        };
    }

    Response of(Problem problem) {
        Response.ResponseBuilder response =
                Response.status(problem.status())
                        .type(Problem.MEDIA_TYPE)
                        .entity(AnswerJson.problem(problem));
        return problem.canBeRetried()
                ? response.header(HttpHeaders.RETRY_AFTER, retryAfterSeconds).build()
                : response.build();
    }

    /// 200 with an entry per event, in their order.
    Response ofBatch(List<Answer> answers) {
        SortedMap<Integer, Long> offsets = new TreeMap<>();
        for (Answer answer : answers) {
            if (answer instanceof Answer.Recorded recorded) {
                offsets.merge(
                        recorded.position().partition(), recorded.position().offset(), Math::max);
            }
        }
        Response.ResponseBuilder response =
                Response.ok(
                        answers.stream()
                                .map(AnswerJson::entry)
                                .collect(Collectors.joining(",", "{\"items\":[", "]}")),
                        PostedMedia.JSON);
        return offsets.isEmpty()
                ? response.build()
                : response.header(TIMELINE_POSITION, AnswerJson.timelinePosition(offsets)).build();
    }
}
