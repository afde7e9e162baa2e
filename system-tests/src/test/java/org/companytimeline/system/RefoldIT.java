package org.companytimeline.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// Facts that are folded anew, because another version folded them, while streams are read.
@ExtendWith(SharedStack.class)
class RefoldIT {

    private static final int NEW_EVENTS = 200;

    @Test
    void an_open_stream_and_one_that_resumes_meanwhile_repeat_and_miss_nothing(RunningStack stack)
            throws Exception {
        HttpClient http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
        try {
            Subscriber open = Subscriber.of(http, stack, "from=beginning");
            Subscriber before = Subscriber.of(http, stack, "from=beginning&follow=false");
            before.readToEnd();
            open.read(before.ids().size());

            int filled = stack.rows("select from projection_partition where next_offset > 0");
            foldAnew(stack);
            assertThat(open(http, stack, "from=beginning").statusCode()).isEqualTo(503);
            Subscriber resumed = Subscriber.of(http, stack, "from=" + before.cursors().getLast());
            Set<String> posted = post(stack);

            open.read(NEW_EVENTS);
            resumed.read(NEW_EVENTS);
            Subscriber anew = Subscriber.of(http, stack, "from=beginning&follow=false");
            anew.readToEnd();
            assertThat(Set.copyOf(resumed.ids())).isEqualTo(posted);
            assertThat(open.ids())
                    .hasSameSizeAs(anew.ids())
                    .hasSameElementsAs(anew.ids())
                    .doesNotHaveDuplicates();
            assertThat(resumed.cursors().getLast()).isEqualTo(anew.cursors().getLast());
            assertThat(stack.rows("select from projection_partition where serve_from > 0"))
                    .isEqualTo(filled);
        } finally {
            http.shutdownNow();
        }
    }

    /// Says of all facts that another version folded them, and takes the partitions away from their
    /// projector, so that it takes them over as after an update.
    private static void foldAnew(RunningStack stack) throws SQLException {
        stack.sql("update projection_partition set fold_version = 0, epoch = epoch + 1");
    }

    /// Posts to so many companies that every partition gets some.
    private static Set<String> post(RunningStack stack) {
        String lines =
                IntStream.range(0, NEW_EVENTS)
                        .mapToObj(
                                i -> Claims.launched("refolded-" + i, "Rocket").replace("\n", " "))
                        .collect(Collectors.joining("\n"));
        return stack.postLines(lines)
                .body()
                .lines()
                .map(Json::of)
                .filter(line -> line.has("id"))
                .map(line -> line.get("id").asText())
                .collect(Collectors.toSet());
    }

    private static HttpResponse<Stream<String>> open(
            HttpClient http, RunningStack stack, String query)
            throws IOException, InterruptedException {
        return http.send(
                HttpRequest.newBuilder(stack.query().resolve("/events?" + query))
                        .header("Accept", "application/x-ndjson")
                        .build(),
                HttpResponse.BodyHandlers.ofLines());
    }

    /// The lines of one stream.
    private record Subscriber(Iterator<String> lines, List<String> ids, List<String> cursors) {

        static Subscriber of(HttpClient http, RunningStack stack, String query)
                throws IOException, InterruptedException {
            HttpResponse<Stream<String>> answer = RefoldIT.open(http, stack, query);
            assertThat(answer.statusCode()).isEqualTo(200);
            return new Subscriber(answer.body().iterator(), new ArrayList<>(), new ArrayList<>());
        }

        /// Reads so many events more.
        void read(int events) {
            int most = ids.size() + events;
            while (ids.size() < most) {
                readLine();
            }
        }

        void readToEnd() {
            while (lines.hasNext()) {
                readLine();
            }
        }

        private void readLine() {
            JsonNode line = Json.of(lines.next());
            cursors.add(line.get("cursor").asText());
            if (line.has("event")) {
                ids.add(line.at("/event/id").asText());
            }
        }
    }
}
