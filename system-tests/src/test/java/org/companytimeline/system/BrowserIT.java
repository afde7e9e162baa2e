package org.companytimeline.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Page;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/// A browser's own `EventSource` follows the events.
@ExtendWith(SharedStack.class)
class BrowserIT {

    private static final Duration LIMIT = Duration.ofMinutes(1);
    private static final String FOLLOW =
            """
            from => {
                window.seen = [];
                window.opened = 0;
                window.heartbeats = 0;
                window.gaveUp = false;
                const events = new EventSource('/events?from=' + from);
                events.onerror = () => window.gaveUp = events.readyState === EventSource.CLOSED;
                events.onopen = () => window.opened++;
                events.onmessage = message => window.seen.push(message.data);
                events.addEventListener('heartbeat', () => window.heartbeats++);
            }
            """;

    private final RunningStack stack;

    @TempDir private Path folder;

    BrowserIT(RunningStack stack) {
        this.stack = stack;
    }

    @Test
    void an_event_source_gets_every_event_once_though_the_service_is_killed() {
        RecordedSince recorded = new RecordedSince(stack);
        try (KillableService service =
                        KillableService.secondQuery(stack, folder.resolve("query-service.log"));
                Chromium chromium = new Chromium();
                Page page = chromium.newPage()) {
            page.navigate(service.address() + "/companies?limit=1");
            page.evaluate(FOLLOW, recorded.begin());
            recorded.post();
            awaitSeen(page, recorded.events().size());

            service.kill();
            recorded.post();
            service.start();
            recorded.post();

            List<JsonNode> events = recorded.events();
            awaitSeen(page, events.size());
            assertThat(RecordedSince.byPartition(seen(page)))
                    .isEqualTo(RecordedSince.byPartition(events));
            assertThat(number(page, "opened")).isEqualTo(2);
            assertThat(number(page, "heartbeats")).isGreaterThanOrEqualTo(2);
        }
    }

    private static void awaitSeen(Page page, int count) {
        Awaitility.await("all events to come to the page")
                .pollInSameThread()
                .atMost(LIMIT)
                .failFast("the page was refused", () -> (Boolean) page.evaluate("gaveUp"))
                .until(() -> number(page, "seen.length") >= count);
    }

    private static int number(Page page, String expression) {
        return (Integer) page.evaluate(expression);
    }

    private static List<JsonNode> seen(Page page) {
        return ((List<?>) page.evaluate("seen"))
                .stream().map(text -> Json.of((String) text)).toList();
    }
}
