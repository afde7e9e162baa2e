package org.companytimeline.system;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/// The feed in a browser: what comes on the stream, and nothing else.
@ExtendWith(SharedStack.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FeedPageIT {

    private static final Duration LIMIT = Duration.ofMinutes(1);
    private static final String POSITIONS =
            "[...document.querySelectorAll('[data-position]')].map(row => row.dataset.position)";

    private final RunningStack stack;
    private final Chromium chromium = new Chromium();
    private final String company = "feed-" + UUID.randomUUID();

    private Page page = chromium.newPage();

    FeedPageIT(RunningStack stack) {
        this.stack = stack;
    }

    @BeforeEach
    void open() {
        page = chromium.newPage();
    }

    @AfterEach
    void close() {
        page.close();
    }

    @AfterAll
    void end() {
        chromium.close();
    }

    @Test
    void what_is_recorded_slides_in_by_itself() {
        page.navigate(stack.query() + "/feed");
        awaitLive();

        post("Glider");

        assertThat(rows().first()).containsText("launched Glider");
        assertThat(rows().first().getByRole(AriaRole.LINK).first())
                .hasAttribute("href", "/companies/" + company);
    }

    @Test
    void the_filters_stand_in_the_address_and_narrow_what_comes() {
        page.navigate(stack.query() + "/feed?country=FR&status=planned&company=" + company);
        awaitLive();

        post("Not this one");
        stack.post(relocated("reported", "FR"));
        stack.post(relocated("planned", "DE"));
        stack.post(relocated("planned", "FR"));

        assertThat(rows()).hasCount(1);
        assertThat(rows().first()).containsText("France");
    }

    @Test
    void a_filter_that_is_chosen_goes_into_the_address() {
        page.navigate(stack.query() + "/feed");
        awaitLive();

        page.getByLabel("What happened").selectOption("funded");
        page.getByLabel("planned").check();

        assertThat(page).hasURL(Pattern.compile("type=funded&status=planned$"));
        assertThat(page.getByRole(AriaRole.BUTTON, named("Remove Funded"))).isVisible();
    }

    @Test
    void while_it_is_paused_what_comes_waits() {
        page.navigate(stack.query() + "/feed?company=" + company);
        awaitLive();
        int before = rows().count();

        page.getByRole(AriaRole.BUTTON, named("Pause")).click();
        post("First");
        post("Second");

        Locator waiting = page.getByRole(AriaRole.BUTTON, named("Show 2 new"));
        assertThat(waiting).isVisible();
        assertThat(rows()).hasCount(before);
        waiting.click();
        assertThat(rows()).hasCount(before + 2);
        assertThat(rows().first()).containsText("Second");
    }

    @Test
    void a_filter_that_is_none_is_told() {
        page.navigate(stack.query() + "/feed?minimumAmount=much&currency=EUR");

        assertThat(page.getByRole(AriaRole.ALERT)).containsText("is no amount");
    }

    @Test
    void text_from_strangers_is_text() {
        page.navigate(stack.query() + "/feed?company=" + company);
        awaitLive();

        post("<img src=x onerror=document.title='broken'><script>alert(1)</script>");

        assertThat(rows().first()).containsText("<script>alert(1)</script>");
        assertThat(page).not().hasTitle("broken");
    }

    @Test
    void every_event_is_there_once_though_the_service_is_killed(@TempDir Path folder) {
        RecordedSince recorded = new RecordedSince(stack);
        try (KillableService service =
                KillableService.secondQuery(stack, folder.resolve("query-service.log"))) {
            page.navigate(service.address() + "/feed");
            awaitLive();
            recorded.post();
            awaitRows(recorded.events());

            service.kill();
            recorded.post();
            service.start();
            recorded.post();

            awaitRows(recorded.events());
        }
    }

    /// Waits until they are all shown, and holds each against having come twice.
    private void awaitRows(List<JsonNode> events) {
        List<String> positions =
                events.stream().map(event -> event.get("position").asText()).toList();
        Awaitility.await("all events to come to the page")
                .pollInSameThread()
                .atMost(LIMIT)
                .until(() -> shown().containsAll(positions));
        assertThat(shown()).doesNotHaveDuplicates();
    }

    private List<String> shown() {
        return ((List<?>) page.evaluate(POSITIONS)).stream().map(String.class::cast).toList();
    }

    private Locator rows() {
        return page.locator("[data-position]");
    }

    private void awaitLive() {
        assertThat(page.locator("main live-state")).hasAttribute("state", "live");
    }

    private static Page.GetByRoleOptions named(String name) {
        return new Page.GetByRoleOptions().setName(name);
    }

    private void post(String product) {
        assertThat(stack.post(Claims.launched(company, product)).statusCode()).isEqualTo(201);
    }

    private String relocated(String status, String country) {
        return """
        {"type": "relocated", "company": {"id": "%s"}, "when": "2025", "status": "%s",
         "details": {"to": {"country": "%s"}}, "sources": [{"title": "A test"}]}\
        """
                .formatted(company, status, country);
    }
}
