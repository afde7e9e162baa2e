package org.companytimeline.ingest;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(Log.class)
class StreamIT {

    private static final int LINES = 100_000;

    LogUnderTest log;
    Posts posts;

    @Test
    void a_line_is_answered_while_the_stream_is_still_open() throws IOException {
        try (OpenStream stream = OpenStream.open(posts.publisherToken())) {
            stream.send(Examples.event() + "\n");

            ObjectNode first = Json.object(stream.readLine());

            assertThat(first.get("status").intValue()).isEqualTo(201);
            stream.send(Examples.event().toString());
            stream.end();
            assertThat(Json.object(stream.readLine()).get("line").intValue()).isEqualTo(2);
            assertThat(Json.object(stream.readLine()).has("timelinePosition")).isTrue();
        }
    }

    @Test
    void a_line_over_its_bound_is_refused_and_the_next_one_taken() throws IOException {
        try (OpenStream stream = OpenStream.open(posts.publisherToken())) {
            stream.send(" ".repeat(2 * 1024 * 1024) + "\n");
            stream.send(Examples.event() + "\n");
            stream.end();

            List<ObjectNode> answers = stream.readAll();

            assertThat(answers).hasSize(3);
            assertThat(answers.get(0).get("status").intValue()).isEqualTo(413);
            assertThat(answers.get(1).get("status").intValue()).isEqualTo(201);
        }
    }

    @Test
    void a_client_that_does_not_read_its_answers_is_not_read_either() throws Exception {
        String company = Examples.company();
        byte[] line = (Examples.eventOf(company) + "\n").getBytes(UTF_8);
        try (OpenStream stream = OpenStream.open(posts.publisherToken())) {
            Thread sender =
                    Thread.ofPlatform()
                            .start(() -> {
                                for (int i = 0; i < LINES; i++) {
                                    stream.send(line);
                                }
                                stream.end();
                            });
            await().atMost(Duration.ofSeconds(60)).until(stream::standsStill);
            long sentUnread = stream.sentBytes();

            List<ObjectNode> answers = stream.readAll();

            sender.join();
            assertThat(sentUnread).isLessThan((long) LINES * line.length / 2);
            assertThat(answers).hasSize(LINES + 1);
            assertThat(answers.subList(0, LINES))
                    .allMatch(answer -> answer.get("status").intValue() == 201);
            assertThat(answers.subList(0, LINES))
                    .extracting(answer -> answer.get("line").intValue())
                    .isEqualTo(
                            IntStream.rangeClosed(1, LINES).boxed().collect(Collectors.toList()));
            assertThat(answers.getLast().get("timelinePosition"))
                    .isEqualTo(answers.get(LINES - 1).get("position"));
        }
        assertThat(log.recordsOf(company)).hasSize(LINES);
    }
}
