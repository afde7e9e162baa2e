package org.companytimeline.query.view;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import org.companytimeline.event.CompanyId;
import org.companytimeline.event.Position;
import org.companytimeline.model.TimelineKey;
import org.junit.jupiter.api.Test;

class KeysTest {

    @Test
    void keys_are_read_back_as_they_were_written() {
        EventKey event = new EventKey(1_700_000_000_123L, new Position(3, 1045));
        FactKey fact =
                new FactKey(new TimelineKey(-5, 7, UUID.randomUUID(), new CompanyId("mistral-ai")));
        NameKey name = new NameKey("été", new CompanyId("x"));
        RankKey rank =
                new RankKey(
                        Stage.SIMILAR, 0.777_777_8f, (short) 2, "mistral ai", new CompanyId("x"));

        assertThat(EventKey.read(event.parts())).contains(event);
        assertThat(FactKey.read(fact.parts())).contains(fact);
        assertThat(NameKey.read(name.parts())).contains(name);
        assertThat(RankKey.read(rank.parts())).contains(rank);
    }

    @Test
    void keys_that_a_stranger_made_up_are_none() {
        assertThat(EventKey.read(List.of("now", "3:1"))).isEmpty();
        assertThat(EventKey.read(List.of("1", "-3:1"))).isEmpty();
        assertThat(EventKey.read(List.of("1"))).isEmpty();
        assertThat(FactKey.read(List.of("1", "2", "no-uuid", "a"))).isEmpty();
        assertThat(FactKey.read(List.of("1", "99999999999", UUID.randomUUID().toString(), "a")))
                .isEmpty();
        assertThat(NameKey.read(List.of("a\0b", "x"))).isEmpty();
        assertThat(NameKey.read(List.of("a", "Not an id"))).isEmpty();
        assertThat(RankKey.read(List.of("1", "0.5", "a"))).isEmpty();
        assertThat(RankKey.read(List.of("BEST", "0", "0", "a", "x"))).isEmpty();
        assertThat(RankKey.read(List.of("SIMILAR", "-1", "0", "a", "x"))).isEmpty();
        assertThat(RankKey.read(List.of("SIMILAR", "0", "999", "a", "x"))).isEmpty();
        assertThat(RankKey.read(List.of("SIMILAR", "0", "0", "a", "Not an id"))).isEmpty();
    }
}
