package org.companytimeline.query.view;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.companytimeline.event.CompanyId;
import org.companytimeline.event.Position;
import org.junit.jupiter.api.Test;

class LogWalkTest {

    private static final LogIdentity LOG = new LogIdentity(1);
    private static final LogWalk.Bounds ONE = new LogWalk.Bounds(1, Long.MAX_VALUE);
    private static final LogWalk.Bounds TWO = new LogWalk.Bounds(2, Long.MAX_VALUE);

    /// Partition 1 was recorded before partition 0.
    private static final List<StreamedEvent> EVENTS =
            List.of(
                    event(1, 0, 100),
                    event(1, 2, 110),
                    event(0, 0, 200),
                    event(0, 1, 200),
                    event(1, 3, 300));

    @Test
    void it_gives_everything_up_to_the_head_chunk_by_chunk() {
        List<StreamedEvent> given = new ArrayList<>();
        LogWalk walk = LogWalk.from(cursor(0, 0));

        LogWalk.Step.Given step = step(walk, cursor(5, 6));
        while (!step.isLegOver()) {
            given.addAll(step.events());
            step = step(step.rest(), cursor(5, 6));
        }
        given.addAll(step.events());

        assertThat(given).isEqualTo(EVENTS);
        assertThat(step.rest()).isEqualTo(LogWalk.from(cursor(5, 6)));
    }

    @Test
    void a_leg_ends_where_the_head_was_when_it_began() {
        LogWalk.Step.Given first = step(LogWalk.from(cursor(0, 0)), cursor(1, 3));

        LogWalk.Step.Given second = step(first.rest(), cursor(5, 6));

        assertThat(second.events()).isEqualTo(EVENTS.subList(2, 3));
        assertThat(second.isLegOver()).isTrue();
        assertThat(second.rest()).isEqualTo(LogWalk.from(cursor(1, 3)));
    }

    @Test
    void between_two_points_it_ends_at_the_later_one_whatever_lies_behind() {
        LogWalk.Step.Given first = step(LogWalk.between(cursor(0, 0), cursor(1, 3)), cursor(5, 6));

        LogWalk.Step.Given second = step(first.rest(), cursor(5, 6));

        assertThat(second.events()).isEqualTo(EVENTS.subList(2, 3));
        assertThat(second.isLegOver()).isTrue();
    }

    @Test
    void what_a_projection_made_anew_does_not_hold_yet_is_not_passed() {
        LogWalk.Step.Given first = step(LogWalk.from(cursor(0, 0)), cursor(5, 6));

        LogWalk.Step.Given second = step(first.rest(), cursor(1, 0));

        assertThat(second.events()).isEqualTo(EVENTS.subList(2, 3));
        assertThat(second.rest()).isEqualTo(LogWalk.from(cursor(1, 3)));
    }

    @Test
    void what_vanished_on_a_leg_is_given_when_it_is_back_whatever_was_given_meanwhile() {
        List<Cursor> heads =
                List.of(cursor(2, 4), cursor(0, 4), cursor(0, 4), cursor(2, 4), cursor(2, 4));
        List<StreamedEvent> given = new ArrayList<>();

        LogWalk walk = LogWalk.from(cursor(0, 0));
        for (Cursor head : heads) {
            LogWalk.Step.Given step = step(walk, head, ONE);
            given.addAll(step.events());
            walk = step.rest();
        }

        assertThat(given).containsExactlyInAnyOrderElementsOf(EVENTS);
    }

    @Test
    void it_goes_on_by_offset_after_an_event_that_a_step_gave_of_a_leg_with_holes() {
        LogWalk walk = LogWalk.between(cursor(0, 0), cursor(2, 4));
        LogWalk.Step.Given first = step(walk, cursor(0, 4));

        LogWalk again = walk.after(cursor(0, 1), first.events().getFirst().key(), first.head());

        assertThat(again.after()).isEmpty();
    }

    @Test
    void what_lies_ahead_of_the_head_is_not_taken_back() {
        LogWalk.Step.Given step = step(LogWalk.from(cursor(5, 3)), cursor(1, 4));

        assertThat(step.events()).isEqualTo(EVENTS.subList(4, 5));
        assertThat(step.rest()).isEqualTo(LogWalk.from(cursor(5, 4)));
    }

    @Test
    void it_goes_on_after_any_event_that_a_step_gave() {
        LogWalk walk = LogWalk.from(cursor(0, 0));
        LogWalk.Step.Given first = step(walk, cursor(5, 6));

        LogWalk again = walk.after(cursor(0, 1), first.events().getFirst().key(), first.head());

        assertThat(step(again, cursor(9, 9)).events()).isEqualTo(EVENTS.subList(1, 3));
        assertThat(again.to()).hasValue(cursor(5, 6));
        assertThat(again.after()).hasValue(EVENTS.getFirst().key());
    }

    @Test
    void another_log_is_told() {
        Cursor other = new Cursor(new LogIdentity(2), List.of(9L, 9L));

        LogWalk.Step step = LogWalk.from(cursor(0, 0)).step(holding(other), EventFilter.ALL, TWO);

        assertThat(step).isInstanceOf(LogWalk.Step.AnotherLog.class);
    }

    private static LogWalk.Step.Given step(LogWalk walk, Cursor head) {
        return step(walk, head, TWO);
    }

    private static LogWalk.Step.Given step(LogWalk walk, Cursor head, LogWalk.Bounds bounds) {
        return (LogWalk.Step.Given) walk.step(holding(head), EventFilter.ALL, bounds);
    }

    /// A snapshot of the events before this point.
    private static Snapshot holding(Cursor head) {
        return (Snapshot)
                Proxy.newProxyInstance(
                        Snapshot.class.getClassLoader(),
                        new Class<?>[] {Snapshot.class},
                        (proxy, method, arguments) ->
                                switch (method.getName()) {
                                    case "log" -> new LogState(head, 1, false);
                                    case "between" ->
                                            between(
                                                    head,
                                                    (Cursor) arguments[0],
                                                    (Cursor) arguments[1],
                                                    (Optional<?>) arguments[2],
                                                    (LogWalk.Bounds) arguments[4]);
                                    default ->
                                            throw new UnsupportedOperationException(
                                                    method.getName());
                                });
    }

    private static StreamChunk between(
            Cursor head, Cursor from, Cursor to, Optional<?> after, LogWalk.Bounds bounds) {
        List<StreamedEvent> all =
                EVENTS.stream()
                        .filter(event -> head.includes(event.key().position()))
                        .filter(event -> to.includes(event.key().position()))
                        .filter(event -> !from.includes(event.key().position()))
                        .filter(event ->
                                after.isEmpty() || event.key().isAfter((EventKey) after.get()))
                        .sorted(
                                Comparator.comparing(
                                        StreamedEvent::key,
                                        (one, other) ->
                                                one.equals(other)
                                                        ? 0
                                                        : one.isAfter(other) ? 1 : -1))
                        .toList();
        return new StreamChunk(
                all.subList(0, Math.min(bounds.events(), all.size())),
                all.size() < bounds.events());
    }

    private static StreamedEvent event(int partition, long offset, long recordedAt) {
        return new StreamedEvent(
                new EventKey(recordedAt, new Position(partition, offset)),
                new UUID(partition, offset),
                new CompanyId("c"),
                "founded",
                true,
                new byte[0]);
    }

    private static Cursor cursor(long first, long second) {
        return new Cursor(LOG, List.of(first, second));
    }
}
