package org.companytimeline.timeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.companytimeline.event.Event;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(RealParts.Resolver.class)
class ProjectionIT {

    @Test
    void a_missing_topic_is_made_and_its_events_become_facts(RealParts parts) {
        TestReadModel readModel = parts.readModel();
        try (TestLog log = parts.log();
                RunningProjection projection = RunningProjection.of(log, readModel)) {
            projection.awaitEnd();
            UUID id = UUID.randomUUID();

            log.publish(Claims.founded(id, "mistral-ai", "2023"));
            projection.awaitEnd();

            assertThat(readModel.query("select convert_from(body, 'UTF8') from fact"))
                    .singleElement()
                    .asString()
                    .startsWith("{\"id\":\"" + id + "\",\"type\":\"founded\"");
            assertThat(readModel.query("select country || ' ' || status from company"))
                    .containsExactly("FR active");
        }
    }

    @Test
    void events_recorded_twice_have_one_effect(RealParts parts) {
        TestReadModel once = parts.readModel();
        TestReadModel twice = parts.readModel();
        List<Event> events = events();
        try (TestLog single = parts.log().made();
                TestLog doubled = parts.log().made()) {
            single.publish(events);
            doubled.publish(events);
            doubled.publish(events);

            RunningProjection.once(single, once);
            RunningProjection.once(doubled, twice);
        }

        assertThat(facts(twice)).isEqualTo(facts(once));
        assertThat(twice.count("rejected_event")).isZero();
    }

    @Test
    void a_restart_goes_on_where_it_was(RealParts parts) {
        TestReadModel inOneGo = parts.readModel();
        TestReadModel restarted = parts.readModel();
        List<Event> events = events();
        try (TestLog log = parts.log().made()) {
            log.publish(events.subList(0, 70));
            RunningProjection.once(log, restarted);
            log.publish(events.subList(70, events.size()));

            RunningProjection.once(log, restarted);
            RunningProjection.once(log, inOneGo);
        }

        restarted.assertHolds(inOneGo.dump());
    }

    private static List<Event> events() {
        List<Event> events = new ArrayList<>();
        for (int i = 0; i < 50; i++) {
            String company = "company-" + i % 7;
            events.add(Claims.founded(UUID.randomUUID(), company, "20" + (10 + i % 3)));
            events.add(Claims.launched(company, "Product " + i % 5));
            events.add(Claims.partnered(UUID.randomUUID(), company, "ibm", "IBM " + i));
        }
        return events;
    }

    private static List<String> facts(TestReadModel readModel) {
        return readModel.query(
                """
                select (to_jsonb(t) - 'changed_offset' - 'body')::text
                    || (convert_from(body, 'UTF8')::jsonb -> 'when')::text
                from fact t order by 1\
                """);
    }
}
