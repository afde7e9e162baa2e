package org.companytimeline.ingest.accept;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.companytimeline.event.Event;
import org.companytimeline.event.EventType;
import org.companytimeline.event.Position;
import org.companytimeline.ingest.accept.EventLog.Appended;
import org.companytimeline.ingest.accept.EventLog.Availability;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class EventIntakeTest {

    private static final Poster POSTER = new Poster("urn:newsroom", false);

    private final LogInMemory log = new LogInMemory();
    private final EventIntake intake =
            new EventIntake(log, new RecentEvents(100, Duration.ofMinutes(1), () -> 0));
    private final ObjectNode event =
            EventType.named("relocated")
                    .orElseThrow()
                    .example()
                    .put("id", UUID.randomUUID().toString());

    @Test
    void an_append_that_fails_for_certain_lets_any_content_follow() {
        log.next = new Appended.NotWritten("the buffer is full");
        assertThat(refusal(post(event))).isEqualTo(Refusal.LOG_UNAVAILABLE);

        log.next = LogInMemory.WRITTEN;
        Answer answer = post(event.deepCopy().put("note", "another"));

        assertThat(answer).isInstanceOf(Answer.Recorded.class);
    }

    @Test
    void after_an_unknown_outcome_a_retry_is_sent_again_with_the_same_id() {
        log.next = new Appended.Unknown("it timed out");
        assertThat(refusal(post(event))).isEqualTo(Refusal.OUTCOME_UNKNOWN);

        log.next = LogInMemory.WRITTEN;
        Answer answer = post(event);

        assertThat(answer).isInstanceOf(Answer.Recorded.class);
        assertThat(log.appended).hasSize(2).extracting(Event::id).containsOnly(id());
    }

    @Test
    void after_an_unknown_outcome_another_content_is_refused() {
        log.next = new Appended.Unknown("it timed out");
        post(event);

        Answer answer = post(event.deepCopy().put("note", "another"));

        assertThat(refusal(answer)).isEqualTo(Refusal.REUSED);
        assertThat(log.appended).hasSize(1);
    }

    @Test
    void an_event_that_the_log_finds_too_large_is_refused_as_such() {
        log.next = new Appended.TooLarge("at most 1 byte");

        assertThat(refusal(post(event))).isEqualTo(Refusal.TOO_LARGE);
    }

    @Test
    void nothing_is_sent_while_the_log_is_unavailable() {
        log.availability = new Availability.Unavailable("no broker answers");

        assertThat(refusal(post(event))).isEqualTo(Refusal.LOG_UNAVAILABLE);
        assertThat(log.appended).isEmpty();
    }

    @Test
    void a_repeated_event_gets_its_answer_even_while_the_log_is_unavailable() {
        Answer first = post(event);
        log.availability = new Availability.Unavailable("no broker answers");

        assertThat(post(event)).isEqualTo(first);
    }

    @Test
    void whoever_gives_up_waiting_does_not_keep_the_event_in_flight() {
        CompletableFuture<Appended> pending = new CompletableFuture<>();
        log.pending = pending;
        CompletableFuture<Answer> waiting = intake.accept(posted(event));
        waiting.cancel(true);

        pending.complete(LogInMemory.WRITTEN);

        assertThat(post(event)).isInstanceOf(Answer.Recorded.class);
        assertThat(log.appended).hasSize(1);
    }

    private UUID id() {
        return UUID.fromString(event.get("id").textValue());
    }

    private Answer post(ObjectNode posted) {
        return intake.accept(posted(posted)).join();
    }

    private static Posted posted(ObjectNode posted) {
        return new Posted(
                new Posted.ShortForm(posted.toString().getBytes(UTF_8)), POSTER, null, false);
    }

    private static Refusal refusal(Answer answer) {
        return assertInstanceOf(Answer.Refused.class, answer).refusal();
    }

    private static final class LogInMemory implements EventLog {

        static final Appended WRITTEN = new Appended.Written(new Position(0, 0), Instant.EPOCH);

        final List<Event> appended = new ArrayList<>();
        Availability availability = new Availability.Available();
        Appended next = WRITTEN;
        @Nullable CompletableFuture<Appended> pending;

        @Override
        public Availability availability() {
            return availability;
        }

        @Override
        public CompletableFuture<Appended> append(Event event) {
            appended.add(event);
            return pending != null ? pending : CompletableFuture.completedFuture(next);
        }
    }
}
