package org.companytimeline.ingest.accept;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.companytimeline.event.CompanyId;
import org.companytimeline.event.Position;
import org.companytimeline.ingest.accept.RecentEvents.Claim;
import org.companytimeline.ingest.accept.RecentEvents.EventName;
import org.companytimeline.ingest.accept.RecentEvents.KeyName;
import org.companytimeline.ingest.accept.RecentEvents.Name;
import org.junit.jupiter.api.Test;

class RecentEventsTest {

    private static final Duration AGE_MAX = Duration.ofMinutes(1);
    private static final CompanyId COMPANY = new CompanyId("acme");

    private final AtomicLong clock = new AtomicLong();
    private final RecentEvents recent = new RecentEvents(4, AGE_MAX, clock::get);

    private final UUID id = UUID.randomUUID();
    private final Answer.Recorded answer =
            new Answer.Recorded(id, new Position(0, 7), Instant.EPOCH);

    @Test
    void the_first_post_of_an_event_is_to_be_written() {
        assertThat(recent.claim(names(id), content(id, 1))).isInstanceOf(Claim.Fresh.class);
    }

    @Test
    void while_it_is_in_flight_every_other_post_of_it_waits() {
        fresh(names(id), content(id, 1));

        assertThat(recent.claim(names(id), content(id, 1))).isEqualTo(new Claim.InFlight());
        assertThat(recent.claim(names(id), content(id, 2))).isEqualTo(new Claim.InFlight());
    }

    @Test
    void once_it_is_recorded_the_same_content_gets_the_same_answer() {
        recent.recorded(fresh(names(id), content(id, 1)), answer);

        Claim again = recent.claim(names(id), content(id, 1));

        assertThat(again).isEqualTo(new Claim.SameAsBefore(answer));
    }

    @Test
    void once_it_is_recorded_another_content_is_refused() {
        recent.recorded(fresh(names(id), content(id, 1)), answer);

        Claim other = recent.claim(names(id), content(id, 2));

        assertThat(other).isEqualTo(new Claim.OtherContent(names(id).getFirst()));
    }

    @Test
    void with_an_unknown_outcome_the_same_content_is_written_again_and_another_refused() {
        recent.unknown(fresh(names(id), content(id, 1)));

        assertThat(recent.claim(names(id), content(id, 2))).isInstanceOf(Claim.OtherContent.class);
        assertThat(recent.claim(names(id), content(id, 1))).isInstanceOf(Claim.Fresh.class);
    }

    @Test
    void what_was_certainly_not_written_leaves_no_trace() {
        recent.notWritten(fresh(names(id), content(id, 1)));

        assertThat(recent.claim(names(id), content(id, 2))).isInstanceOf(Claim.Fresh.class);
    }

    @Test
    void a_key_used_for_one_event_is_refused_for_another() {
        Name key = new KeyName(new RequestKey("urn:a", "k", null));
        UUID other = UUID.randomUUID();
        recent.recorded(fresh(List.of(key, names(id).getFirst()), content(id, 1)), answer);

        Claim claim = recent.claim(List.of(key, names(other).getFirst()), content(other, 1));

        assertThat(claim).isEqualTo(new Claim.OtherContent(key));
    }

    @Test
    void what_is_settled_is_forgotten_when_it_is_too_old() {
        recent.recorded(fresh(names(id), content(id, 1)), answer);

        clock.addAndGet(AGE_MAX.toNanos() + 1);

        assertThat(recent.claim(names(id), content(id, 1))).isInstanceOf(Claim.Fresh.class);
    }

    @Test
    void what_is_settled_is_forgotten_when_there_is_too_much_of_it() {
        recent.recorded(fresh(names(id), content(id, 1)), answer);

        for (int i = 0; i < 4; i++) {
            UUID next = UUID.randomUUID();
            recent.recorded(fresh(names(next), content(next, 1)), answer);
        }

        assertThat(recent.claim(names(id), content(id, 1))).isInstanceOf(Claim.Fresh.class);
    }

    @Test
    void what_is_in_flight_is_never_forgotten() {
        fresh(names(id), content(id, 1));

        for (int i = 0; i < 10; i++) {
            UUID next = UUID.randomUUID();
            recent.recorded(fresh(names(next), content(next, 1)), answer);
        }
        clock.addAndGet(AGE_MAX.toNanos() * 2);

        assertThat(recent.claim(names(id), content(id, 1))).isEqualTo(new Claim.InFlight());
    }

    private RecentEvents.Ticket fresh(List<Name> names, Fingerprint content) {
        return assertInstanceOf(Claim.Fresh.class, recent.claim(names, content)).ticket();
    }

    private static List<Name> names(UUID id) {
        return List.of(new EventName(COMPANY, id));
    }

    private static Fingerprint content(UUID id, int content) {
        return new Fingerprint(COMPANY, id, ByteBuffer.allocate(4).putInt(0, content));
    }
}
