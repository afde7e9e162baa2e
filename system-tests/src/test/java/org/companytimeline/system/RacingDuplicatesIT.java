package org.companytimeline.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// One POST sent a thousand times at once is one event.
@ExtendWith(SharedStack.class)
class RacingDuplicatesIT {

    private static final int COPIES = 1_000;
    private static final String EVENT = Claims.launched("raced", "Raced");

    private final RunningStack stack;

    RacingDuplicatesIT(RunningStack stack) {
        this.stack = stack;
    }

    @Test
    void a_thousand_racing_copies_are_one_event() throws Exception {
        List<Callable<HttpResponse<String>>> copies =
                IntStream.range(0, COPIES)
                        .<Callable<HttpResponse<String>>>mapToObj(
                                copy -> () -> stack.post(EVENT, "Idempotency-Key", "raced-once"))
                        .toList();

        List<HttpResponse<String>> answers;
        try (var threads = Executors.newFixedThreadPool(64)) {
            answers = threads.invokeAll(copies).stream().map(Future::resultNow).toList();
        }

        var taken = answers.stream().filter(answer -> answer.statusCode() == 201).toList();
        // Which of the others wait for the first, and which come after it, is up to the race.
        assertThat(answers).extracting(HttpResponse::statusCode).isSubsetOf(201, 409);
        assertThat(taken.stream().map(HttpResponse::body).collect(Collectors.toSet())).hasSize(1);
        String position = taken.getFirst().headers().firstValue("Timeline-Position").orElseThrow();
        var events =
                stack.get(
                        stack.query().resolve("/events?company=raced"),
                        "Timeline-Position",
                        position);
        assertThat(Json.items(events)).hasSize(1);
    }
}
