package org.companytimeline.system;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.UUID;
import java.util.regex.Pattern;
import org.companytimeline.system.Visitor.Eyes;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// The start page in a browser: search, what is new, and who is in it.
@ExtendWith({SharedStack.class, SharedChromium.class})
class StartPageIT {

    private static final Pattern MISTRAL = Pattern.compile(".*/companies/mistral-ai$");

    private final RunningStack stack;
    private final Visitor visitor;
    private final String company = "start-" + UUID.randomUUID();

    StartPageIT(RunningStack stack, Chromium chromium) {
        this.stack = stack;
        visitor = new Visitor(chromium, stack, Eyes.DESKTOP);
    }

    @AfterEach
    void nothing_went_wrong() {
        visitor.expectNoFaults();
        visitor.close();
    }

    @Test
    void a_name_with_a_typo_is_found_and_reached_by_the_keyboard_alone() {
        Page page = visitor.open("/");

        search(page).pressSequentially("mistrall");
        assertThat(options(page)).hasCount(1);
        page.keyboard().press("ArrowDown");
        assertThat(search(page)).hasAttribute("aria-activedescendant", Pattern.compile(".+"));
        visitor.screenshot("start-search");
        page.keyboard().press("Enter");

        assertThat(page).hasURL(MISTRAL);
    }

    @Test
    void enter_goes_to_the_best_hit_though_none_is_marked() {
        Page page = visitor.open("/");

        search(page).fill("mistral ai");
        page.keyboard().press("Enter");

        assertThat(page).hasURL(MISTRAL);
    }

    @Test
    void escape_closes_the_list_and_then_empties_the_field() {
        Page page = visitor.open("/");
        search(page).fill("mistral");
        assertThat(options(page)).hasCount(1);

        page.keyboard().press("Escape");
        assertThat(options(page)).hasCount(0);
        assertThat(search(page)).hasAttribute("aria-expanded", "false");
        page.keyboard().press("Escape");

        assertThat(search(page)).hasValue("");
    }

    @Test
    void a_hit_by_another_name_or_an_identifier_says_why() {
        post(
                "renamed",
                "\"details\": {\"name\": \"Newname %1$s\", \"formerName\": \"Oldname %1$s\"}"
                        .formatted(company));
        Page page = visitor.open("/");

        search(page).fill("oldname " + company);

        assertThat(options(page)).containsText("formerly Oldname " + company);
    }

    @Test
    void where_nothing_is_found_the_page_says_so() {
        Page page = visitor.open("/");

        search(page).fill("qqqqzzzzxxxx0000");

        assertThat(page.getByRole(AriaRole.STATUS))
                .containsText("No company is called anything like this.");
    }

    @Test
    void what_is_posted_slides_in_once_and_makes_its_company_active() {
        Page page = visitor.open("/");
        awaitLive(page);

        post("launched", "\"details\": {\"product\": \"First thing\"}");
        assertThat(news(page)).hasCount(1);
        post("launched", "\"details\": {\"product\": \"Second thing\"}");

        assertThat(news(page)).hasCount(2);
        assertThat(news(page).first()).containsText("launched Second thing");
        assertThat(page.locator(".active li").first()).containsText(company);
        visitor.screenshot("start");
    }

    @Test
    void a_pause_holds_back_what_comes_and_tells_how_much() {
        Page page = visitor.open("/");
        awaitLive(page);

        page.getByRole(AriaRole.BUTTON, named("Pause")).click();
        post("launched", "\"details\": {\"product\": \"First thing\"}");
        Locator goOn = page.getByRole(AriaRole.BUTTON, named("Go on 1 new"));
        assertThat(goOn).isVisible();
        assertThat(news(page)).hasCount(0);
        goOn.click();

        assertThat(news(page)).hasCount(1);
    }

    @Test
    void sources_are_one_click_away_and_only_web_addresses_become_links() {
        Page page = visitor.open("/");
        awaitLive(page);
        post("launched", "\"details\": {\"product\": \"Thing\"}");

        news(page).getByText("1 source").click();

        Locator link = news(page).getByText("A source of " + company).locator("xpath=..");
        assertThat(link).hasAttribute("rel", "noopener noreferrer nofollow");
        assertThat(link).hasAttribute("href", "https://example.org/" + company);
    }

    @Test
    void a_stack_without_events_says_how_to_begin() {
        visitor.page()
                .route(
                        "**/events?order=desc*",
                        route -> {
                            var answer = route.fetch();
                            route.fulfill(
                                    new com.microsoft.playwright.Route.FulfillOptions()
                                            .setResponse(answer)
                                            .setBody("{\"items\": []}"));
                        });

        Page page = visitor.open("/");

        assertThat(page.getByRole(AriaRole.HEADING, named("Nothing is recorded yet"))).isVisible();
        assertThat(page.getByRole(AriaRole.LINK, named("Post a first event")))
                .hasAttribute("href", "/post");
        visitor.screenshot("start-empty");
    }

    @Test
    void a_service_that_is_away_is_told_and_can_be_asked_again() {
        visitor.page().route("**/events?order=desc*", route -> route.abort());
        Page page = visitor.open("/");
        assertThat(page.getByRole(AriaRole.ALERT)).containsText("cannot be reached");
        visitor.forgetFaults();
        page.unroute("**/events?order=desc*");

        page.getByRole(AriaRole.BUTTON, named("Try again")).click();

        awaitLive(page);
    }

    private void post(String type, String details) {
        stack.post(
                """
                {"type": "%1$s", "company": {"id": "%2$s", "name": "Name of %2$s"}, "when": "2024-05", %3$s,
                 "sources": [{"title": "A source of %2$s", "url": "https://example.org/%2$s"}]}\
                """
                        .formatted(type, company, details));
    }

    private static void awaitLive(Page page) {
        assertThat(page.locator("live-state")).hasText("Live");
    }

    private static Locator search(Page page) {
        return page.getByRole(AriaRole.COMBOBOX, named("Search for a company"));
    }

    private static Locator options(Page page) {
        return page.locator(".search [role=option]");
    }

    private Locator news(Page page) {
        return page.locator(".events > li", new Page.LocatorOptions().setHasText(company));
    }

    private static Page.GetByRoleOptions named(String name) {
        return new Page.GetByRoleOptions().setName(name);
    }
}
