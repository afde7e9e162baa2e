package org.companytimeline.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// A writer that sends the position of its write always reads it.
@ExtendWith(SharedStack.class)
class ReadYourWritesIT {

    private static final int PAIRS = 10_000;
    private static final int WRITERS = 16;
    private static final int COMES_AGAIN = 6;

    private final RunningStack stack;

    ReadYourWritesIT(RunningStack stack) {
        this.stack = stack;
    }

    @Test
    void ten_thousand_writers_read_what_they_wrote() throws Exception {
        List<Callable<Integer>> writers =
                IntStream.range(0, WRITERS)
                        .<Callable<Integer>>mapToObj(writer -> () -> staleReads(writer))
                        .toList();

        int stale = 0;
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Future<Integer> result : threads.invokeAll(writers)) {
                stale += resultOf(result);
            }
        }

        assertThat(stale).isZero();
    }

    private int staleReads(int writer) {
        int stale = 0;
        for (int pair = writer; pair < PAIRS; pair += WRITERS) {
            String company = "writer-" + (pair % 400);
            var posted = stack.post(Claims.launched(company, "Product " + pair));
            assertThat(posted.statusCode()).as(posted.body()).isEqualTo(201);
            String id = Json.of(posted).get("id").asText();
            String position = posted.headers().firstValue("Timeline-Position").orElseThrow();

            var read = readAfter(id, position);

            stale += read.statusCode() == 200 && read.body().contains("Product " + pair) ? 0 : 1;
        }
        return stale;
    }

    /// The fact, once the service answers: where a write is not applied within ten seconds, as on a
    /// machine that is busy with other things, it says so and when to come again.
    private HttpResponse<String> readAfter(String id, String position) {
        URI fact = stack.query().resolve("/facts/" + id);
        var read = stack.get(fact, "Timeline-Position", position);
        for (int again = 0; read.statusCode() == 503 && again < COMES_AGAIN; again++) {
            assertThat(read.headers().firstValue("Retry-After")).as(read.body()).isPresent();
            read = stack.get(fact, "Timeline-Position", position);
        }
        return read;
    }

    private static int resultOf(Future<Integer> result) throws InterruptedException {
        try {
            return result.get();
        } catch (ExecutionException failure) {
            throw new AssertionError("a writer failed", failure.getCause());
        }
    }
}
