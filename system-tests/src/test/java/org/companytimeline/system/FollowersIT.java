package org.companytimeline.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/// The clients that we give out, run as their users run them: what they keep is what was recorded.
@ExtendWith(SharedStack.class)
class FollowersIT {

    private static final Duration LIMIT = Duration.ofMinutes(1);

    private final RunningStack stack;
    private final RecordedSince recorded;

    @TempDir private Path folder;

    FollowersIT(RunningStack stack) {
        this.stack = stack;
        recorded = new RecordedSince(stack);
    }

    @Test
    void each_follower_keeps_every_event_once_though_it_and_the_service_are_killed() {
        try (KillableService service =
                        KillableService.secondQuery(stack, folder.resolve("query-service.log"));
                Follower watch = Follower.watch(service, recorded.begin(), folder);
                Follower python = Follower.python(service, recorded.begin(), folder);
                Follower java = Follower.java(service, recorded.begin(), folder)) {
            List<Follower> followers = List.of(watch, python, java);
            recorded.post();
            awaitAll(followers, recorded.events().size());

            service.kill();
            python.kill();
            java.kill();
            recorded.post();
            python.start();
            java.start();
            service.start();
            recorded.post();

            List<JsonNode> events = recorded.events();
            awaitAll(followers, events.size());
            for (Follower follower : followers) {
                assertThat(RecordedSince.byPartition(follower.events()))
                        .as(follower.toString())
                        .isEqualTo(RecordedSince.byPartition(events));
            }
        }
    }

    @Test
    void who_reads_the_topic_keeps_every_event_once_though_it_is_killed() {
        recorded.post();
        try (Follower topic = Follower.topic(stack, folder)) {
            awaitAll(List.of(topic), recorded.events().size());

            topic.kill();
            recorded.post();
            topic.start();

            // Once what was posted last is served, all is.
            awaitAll(List.of(topic), recorded.events().size());
            List<JsonNode> events = stack.all("/events?order=asc&limit=1000");
            awaitAll(List.of(topic), events.size());
            assertThat(topic.events())
                    .extracting(FollowersIT::told)
                    .containsExactlyInAnyOrderElementsOf(
                            events.stream().map(FollowersIT::told).toList());
        }
    }

    private static void awaitAll(List<Follower> followers, int count) {
        for (Follower follower : followers) {
            Awaitility.await("all events to come to " + follower)
                    .atMost(LIMIT)
                    .until(() -> follower.events().size() >= count);
        }
    }

    /// Where an event lies, its id and its company, as the service and the topic tell them.
    private static List<String> told(JsonNode event) {
        return List.of(
                event.get("position").asText(),
                event.get("id").asText(),
                event.at("/company/id").asText(event.path("company").asText()));
    }
}
