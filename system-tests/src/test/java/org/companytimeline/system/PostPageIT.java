package org.companytimeline.system;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.companytimeline.event.EventType;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;

/// The form for events in a browser, with a real ingest-service on another origin behind it.
@ExtendWith(SharedStack.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PostPageIT {

    private final RunningStack stack;
    private final Chromium chromium = new Chromium();

    private String company = "";
    private Page page = chromium.newPage();

    PostPageIT(RunningStack stack) {
        this.stack = stack;
    }

    @BeforeEach
    void open() {
        company = "form-" + UUID.randomUUID();
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
    void an_event_that_is_filled_in_is_recorded_and_can_be_read() {
        fillIn("Lumen <b>Robotics</b>");
        token(stack.publisherToken());
        assertThat(page.locator("when-meaning")).containsText("around late 2024");
        assertThat(page.locator(".post-checked")).containsText("this can be posted");

        button("Post").click();

        Locator link = page.getByRole(AriaRole.LINK, named("See it on the page of"));
        assertThat(link).containsText("Lumen <b>Robotics</b>");
        JsonNode event = onlyEvent();
        assertThat(event.at("/when/edtf").asText()).isEqualTo("2024-11~/2024-12~");
        assertThat(event.at("/details/investors/0/lead").asBoolean()).isTrue();
        assertThat(event.at("/details/money/amount").asText()).isEqualTo("12500000");
        assertThat(link)
                .hasAttribute(
                        "href", "/companies/" + company + "?fact=" + event.get("id").asText());
    }

    @Test
    void posting_twice_is_one_event() {
        fillIn("Lumen");
        token(stack.publisherToken());

        button("Post").dblclick();

        assertThat(page.getByRole(AriaRole.LINK, named("See it on the page of"))).isVisible();
        onlyEvent();
    }

    @Test
    void another_event_needs_no_other_token() {
        fillIn("Lumen");
        token(stack.publisherToken());
        button("Post").click();

        button("Post another one").click();
        field("when-typed").fill("2025");
        field("details-round").selectOption("seed");
        field("sources-0-title").fill("A second test");
        button("Post").click();

        assertThat(page.getByRole(AriaRole.LINK, named("See it on the page of"))).isVisible();
        assertThat(events())
                .extracting(event -> event.at("/details/round").asText())
                .containsExactly("series-a", "seed");
    }

    @Test
    void what_is_wrong_is_told_where_it_is_wrong() {
        open("funded");
        field("company-id").fill("No Id");
        token(stack.publisherToken());

        button("Post").click();

        assertThat(field("company-id")).hasAttribute("aria-invalid", "true");
        assertThat(field("company-id")).hasAccessibleDescription(Pattern.compile("a-z"));
        assertThat(field("details-round")).hasAttribute("aria-invalid", "true");
        assertThat(field("when-typed")).hasAttribute("aria-invalid", "true");
        Locator summary = page.locator(".post-summary");
        assertThat(summary).isFocused();
        assertThat(summary.getByRole(AriaRole.LINK)).hasCount(4);
        summary.getByRole(AriaRole.LINK).first().click();
        assertThat(page.locator("[id^='at-']:focus")).hasCount(1);
    }

    @Test
    void nobody_is_told_of_faults_in_what_he_has_not_come_to() {
        open("funded");
        token(stack.publisherToken());

        field("company-id").fill("No Id");
        field("company-id").blur();

        assertThat(field("company-id")).hasAttribute("aria-invalid", "true");
        assertThat(page.locator("[aria-invalid]")).hasCount(1);
    }

    @Test
    void a_token_that_is_refused_is_told_and_none_is_kept() {
        fillIn("Lumen");
        token("no-token-at-all");

        button("Post").click();

        assertThat(page.locator(".post-summary")).containsText("expired, or of another issuer");
        assertThat((String) page.evaluate("JSON.stringify([localStorage, sessionStorage])"))
                .isEqualTo("[{},{}]");
        assertThat(page.content()).doesNotContain("no-token-at-all");
        assertThat(page.context().cookies())
                .noneMatch(cookie -> cookie.value.contains("no-token-at-all"));
    }

    @Test
    void text_from_strangers_is_posted_as_it_is() {
        String name = "<script>alert(1)</script>" + "ش".repeat(5_000);
        fillIn(name);
        token(stack.publisherToken());

        button("Post").click();

        assertThat(page.getByRole(AriaRole.LINK, named("See it on the page of"))).isVisible();
        assertThat(onlyEvent().at("/company/name").asText()).isEqualTo(name);
    }

    @Test
    void every_type_has_a_form_with_all_its_fields() {
        open("funded");

        for (EventType type : EventType.all()) {
            page.locator("#at-type").selectOption(type.name());

            List<String> fields =
                    type
                            .schema()
                            .at("/$defs/" + definition(type) + "/properties")
                            .properties()
                            .stream()
                            .map(property -> "#at-details-" + property.getKey())
                            .toList();
            fields.forEach(field -> assertThat(page.locator(field)).hasCount(1));
        }
    }

    private static String definition(EventType type) {
        String reference = type.schema().at("/properties/details/$ref").asText();
        return reference.substring(reference.lastIndexOf('/') + 1);
    }

    private void open(String type) {
        page.navigate(stack.query() + "/post?type=" + type);
    }

    private void fillIn(String name) {
        open("funded");
        field("company-name").fill(name);
        field("company-id").fill(company);
        field("when-typed").fill("at the end of last year");
        field("when-anchor").fill("2025~");
        field("details-round").selectOption("series-a");
        field("details-money-amount").fill("12500000");
        field("details-money-currency").selectOption("EUR");
        button("Add: Investor").click();
        field("details-investors-0-name").fill("Rhône Ventures");
        field("details-investors-0-lead").check();
        field("sources-0-title").fill("A test");
    }

    private void token(String token) {
        page.locator("#post-token").fill(token);
    }

    private Locator field(String id) {
        return page.locator("#at-" + id);
    }

    private Locator button(String name) {
        return page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    private static Page.GetByRoleOptions named(String name) {
        return new Page.GetByRoleOptions().setName(name);
    }

    private JsonNode onlyEvent() {
        assertThat(events()).hasSize(1);
        return events().getFirst();
    }

    private List<JsonNode> events() {
        return stack.all("/events?limit=10&company=" + company);
    }
}
