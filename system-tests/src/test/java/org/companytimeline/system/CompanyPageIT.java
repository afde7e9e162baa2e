package org.companytimeline.system;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.companytimeline.system.CompanyPage.Point;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;

/// What a reader sees of a company, and what becomes of it when something is done or recorded.
@ExtendWith({SharedStack.class, SharedChromium.class})
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CompanyPageIT {

    private static final int MANY = 1_200;
    private static final String EVENTS =
            """
            {"type": "founded", "company": {"id": "page-acme", "name": "Page Acme"}, "when": "2015", "details": {"place": {"city": "Paris", "country": "FR"}}, "sources": [{"publisher": "Morning Post", "kind": "press"}]}
            {"type": "founded", "company": {"id": "page-acme"}, "when": "2014-03-04", "sources": [{"publisher": "Company register", "kind": "registry", "url": "https://register.example/1"}]}
            {"type": "launched", "company": {"id": "page-acme"}, "when": "2018-05-09", "status": "confirmed", "details": {"product": "Arm"}, "sources": [{"title": "A"}]}
            {"type": "appointed", "company": {"id": "page-acme"}, "when": "2016~/2019~", "details": {"person": "Ada Roe", "title": "CEO"}, "sources": [{"title": "B"}]}
            {"type": "relocated", "company": {"id": "page-acme"}, "when": "2020", "details": {"to": {"city": "Lyon", "country": "FR"}}, "sources": [{"title": "C"}]}
            {"type": "funded", "company": {"id": "page-acme"}, "when": "2016-04", "details": {"round": "seed", "money": {"amount": "1500000", "currency": "EUR"}}, "sources": [{"title": "D"}]}
            {"type": "funded", "company": {"id": "page-acme"}, "when": "2018-09", "details": {"round": "series-a", "money": {"amount": "9000000", "currency": "USD"}}, "sources": [{"title": "E"}]}
            {"type": "funded", "company": {"id": "page-acme"}, "when": "2021-01", "details": {"round": "series-b", "money": {"disclosed": false}}, "sources": [{"title": "F"}]}
            {"type": "partnered", "company": {"id": "page-acme"}, "when": "2022", "details": {"partners": [{"name": "<script>alert(1)</script>", "company": "microsoft"}]}, "sources": [{"title": "<img src=x onerror=alert(1)>", "url": "https://paper.example/1"}]}
            """;

    private final RunningStack stack;
    private final Chromium chromium;

    CompanyPageIT(RunningStack stack, Chromium chromium) {
        this.stack = stack;
        this.chromium = chromium;
    }

    @BeforeAll
    void postEvents() {
        String many =
                IntStream.range(0, MANY)
                        .mapToObj(i -> ("Product " + i + " ").repeat(1 + i % 12).strip())
                        .map(name -> Claims.launched("page-long", name).replace("\n", ""))
                        .collect(Collectors.joining("\n"));
        HttpResponse<String> answer = stack.postLines(EVENTS + many);
        awaitRead(
                "page-acme",
                Json.of(answer.body().lines().toList().getLast()).get("timelinePosition").asText());
    }

    @Test
    void a_day_is_drawn_crisp_and_a_vague_date_fades_out_at_its_ends() {
        try (CompanyPage page = open("/companies/page-acme")) {
            CompanyPage.Mark day = page.mark("Products", "Arm");
            CompanyPage.Mark vague = page.mark("People", "Ada Roe");

            assertThat(vague.width()).isGreaterThan(4 * day.width());
            assertThat(page.paint(day.middle(), day.across()).strength()).isGreaterThan(230);
            assertThat(page.paint(vague.middle(), vague.across()).strength()).isGreaterThan(230);
            double inside = vague.width() / 8;
            assertThat(page.paint(vague.left() + inside, vague.across()).strength())
                    .isBetween(1, 128);
            assertThat(page.paint(vague.right() - inside, vague.across()).strength())
                    .isBetween(1, 128);
        }
    }

    @Test
    void a_mark_leads_to_its_fact_in_the_list_and_a_fact_to_its_mark() {
        try (CompanyPage page = open("/companies/page-acme?from=2019-06-01&to=2022-12-31")) {
            CompanyPage.Mark place = page.mark("Places", "Lyon");

            page.page().mouse().click(place.middle(), place.across());
            assertThat(page.fact("Lyon")).hasClass(Pattern.compile("selected"));

            page.fact("Arm").locator(".fact-when").click();
            assertThat(page.fact("Arm")).hasClass(Pattern.compile("selected"));
            assertThat(page.fact("Lyon")).not().hasClass(Pattern.compile("selected"));
            assertThat(page.page()).hasURL(Pattern.compile("from=201[5-8]"));
            page.mark("Products", "Arm");
        }
    }

    @Test
    void keys_buttons_and_the_wheel_move_the_timeline_and_the_address_shows_the_same_part() {
        try (CompanyPage page = open("/companies/page-acme")) {
            Page browser = page.page();
            double before = page.mark("People", "Ada Roe").width();

            page.andWaitForAddress(() -> browser.press(".chart-frame", "+"));
            page.andWaitForAddress(() -> browser.press(".chart-frame", "ArrowLeft"));
            page.andWaitForAddress(() -> browser.locator("[aria-label='Zoom in']").click());
            CompanyPage.Mark moved = page.mark("People", "Ada Roe");
            browser.mouse().move(moved.middle(), moved.across());
            page.andWaitForAddress(() -> browser.mouse().wheel(0, -100));

            CompanyPage.Mark wider = page.mark("People", "Ada Roe");
            assertThat(wider.width()).isGreaterThan(before * 1.5);
            try (CompanyPage same = CompanyPage.open(chromium, browser.url())) {
                CompanyPage.Mark again = same.mark("People", "Ada Roe");
                assertThat(again.left()).isCloseTo(wider.left(), within(8.0));
                assertThat(again.right()).isCloseTo(wider.right(), within(8.0));
            }
        }
    }

    @Test
    void on_a_phone_two_fingers_zoom_one_moves_the_timeline_and_up_and_down_is_for_the_page() {
        Page phone =
                chromium.newPage(
                        new Browser.NewContextOptions()
                                .setViewportSize(390, 844)
                                .setHasTouch(true)
                                .setIsMobile(true));
        try (CompanyPage page = CompanyPage.open(phone, stack.query() + "/companies/page-acme")) {
            CompanyPage.Mark before = page.mark("People", "Ada Roe");
            double y = before.across();

            page.andWaitForAddress(() ->
                    page.touch(
                            List.of(new Point(180, y), new Point(220, y)),
                            List.of(new Point(100, y), new Point(300, y))));
            CompanyPage.Mark zoomed = page.mark("People", "Ada Roe");
            page.andWaitForAddress(
                    () -> page.touch(List.of(new Point(200, y)), List.of(new Point(240, y))));
            CompanyPage.Mark moved = page.mark("People", "Ada Roe");
            String address = phone.url();
            page.touch(List.of(new Point(200, 700)), List.of(new Point(200, 400)));

            assertThat(zoomed.width()).isGreaterThan(before.width() * 1.3);
            assertThat(moved.middle()).isGreaterThan(zoomed.middle() + 10);
            phone.waitForFunction("scrollY > 100");
            assertThat(phone.url()).isEqualTo(address);
        }
    }

    @Test
    void a_fact_says_who_claims_what_which_rule_chose_and_where_sources_differ() {
        try (CompanyPage page = open("/companies/page-acme?lang=fr")) {
            assertThat(page.find(".fact conflict-mark")).hasText(Pattern.compile("sources"));

            page.find(".fact")
                    .filter(new Locator.FilterOptions().setHas(page.find("conflict-mark")))
                    .locator(".fact-marks button")
                    .click();

            Locator why = page.find("dialog");
            assertThat(why.locator("tr"))
                    .containsText(new String[] {"Company register", "Morning Post"});
            assertThat(why.locator(".claim.leading")).containsText("4 mars 2014");
            assertThat(why).containsText("une meilleure sorte de source la soutient");
            assertThat(why.locator(".known li")).hasCount(2);
            page.page().keyboard().press("Escape");
            assertThat(why).not().isVisible();
            assertThat(page.page()).not().hasURL(Pattern.compile("fact="));
        }
    }

    @Test
    void the_sliders_show_another_day_and_what_was_known_at_another_time() {
        post("page-past", "launched", "2020", "\"product\": \"First\"");
        post("page-past", "launched", "2022", "\"product\": \"Second\"");
        try (CompanyPage page = open("/companies/page-past")) {

            page.andWaitForAddress(() -> page.page().press("#known-at", "Home"));

            assertThat(page.fact("First")).isVisible();
            assertThat(page.fact("Second")).hasCount(0);
            assertThat(page.find("live-state")).hasCount(0);
            page.andWaitForAddress(() -> page.page().press("#as-of", "Home"));
            assertThat(page.fact("First")).hasClass(Pattern.compile("later"));
            try (CompanyPage same = CompanyPage.open(chromium, page.page().url())) {
                assertThat(same.fact("First")).hasClass(Pattern.compile("later"));
                assertThat(same.fact("Second")).hasCount(0);
                assertThat(same.find(".slider.past")).hasCount(2);
            }
        }
    }

    @Test
    void what_is_recorded_slides_in_and_is_marked_as_new() {
        post("page-live", "launched", "2020", "\"product\": \"First\"");
        try (CompanyPage page = open("/companies/page-live")) {
            assertThat(page.find("live-state[state=live]")).isVisible();

            post("page-live", "launched", "2021", "\"product\": \"Second\"");

            assertThat(page.fact("Second")).hasClass(Pattern.compile("fresh"));
            assertThat(page.fact("First")).not().hasClass(Pattern.compile("fresh"));
            assertThat(page.find("company-state")).containsText("Second");
        }
    }

    @Test
    void paper_gets_the_colours_of_day_though_it_is_printed_at_night() {
        Page night =
                chromium.newPage(new Browser.NewContextOptions().setColorScheme(ColorScheme.DARK));
        try (CompanyPage page = CompanyPage.open(night, stack.query() + "/companies/page-acme")) {
            CompanyPage.Mark mark = page.mark("Products", "Arm");
            int atNight = page.paint(mark.middle(), mark.across()).red();

            page.page().evaluate("dispatchEvent(new Event('beforeprint'))");

            assertThat(page.paint(mark.middle(), mark.across()).red()).isLessThan(atNight / 2);
            page.page().evaluate("dispatchEvent(new Event('afterprint'))");
            assertThat(page.paint(mark.middle(), mark.across()).red()).isEqualTo(atNight);
        }
    }

    @Test
    void money_is_told_for_each_currency_and_what_is_undisclosed_is_not_nothing() {
        try (CompanyPage page = open("/companies/page-acme")) {

            page.find(".funding summary").click();

            assertThat(page.find(".funding tbody td:last-child"))
                    .hasText(new String[] {"€1.5M", "$9M", "undisclosed"});
            assertThat(page.find("company-state")).containsText("1 round of an undisclosed amount");
            assertThat(page.find("company-state strong")).hasText(new String[] {"€1.5M", "$9M"});
        }
    }

    @Test
    void what_strangers_wrote_is_text() {
        try (CompanyPage page = open("/companies/page-acme")) {
            page.page().onDialog(dialog -> page.page().evaluate("document.title = 'ran'"));

            page.fact("<script>alert(1)</script>").locator("source-list summary").click();
            CompanyPage.Mark mark = page.mark("Deals", "<script>alert(1)</script>");

            assertThat(page.fact("<script>").locator("source-list a"))
                    .hasText("<img src=x onerror=alert(1)>");
            assertThat(mark.width()).isPositive();
            assertThat(page.page()).hasTitle(Pattern.compile("Page Acme"));
        }
    }

    @Test
    void of_many_facts_only_those_near_to_what_is_in_view_take_room_in_the_document() {
        try (CompanyPage page = open("/companies/page-long")) {
            assertThat(page.find(".company-head")).containsText("1,200 facts");
            assertThat(page.find(".fact").count()).isBetween(1, 400);

            page.find("page-footer").scrollIntoViewIfNeeded();

            assertThat(page.find("fact-slice").last().locator(".fact").first()).isVisible();
            assertThat(page.find(".fact").count()).isLessThan(800);
        }
    }

    @Test
    void a_fact_far_down_a_long_list_comes_into_view_when_its_mark_is_chosen() {
        try (CompanyPage page = open("/companies/page-long")) {

            page.page()
                    .evaluate(
                            """
                            () => {
                                const {id} = document.querySelector('page-company').facts[700];
                                document.querySelector('timeline-chart')
                                    .dispatchEvent(new CustomEvent('fact-select', {detail: {id}}));
                            }
                            """);

            assertThat(page.find(".fact.selected")).isInViewport();
            assertThat(page.find(".fact").count()).isLessThan(800);
        }
    }

    @Test
    void companies_are_compared_on_one_axis_in_the_order_of_the_address() {
        try (CompanyPage page = open("/compare?company=page-acme")) {
            Locator search = page.find(".compare-head input");

            search.fill("Mistral");
            page.find(".compare-head [role=option]").filter(text("Mistral AI")).click();
            page.page().getByLabel("Move Mistral AI to the left").click();

            assertThat(page.find(".compare-table thead th a"))
                    .hasText(new String[] {"Mistral AI", "Page Acme"});
            assertThat(page.find(".chart-lanes li"))
                    .hasText(new String[] {"Mistral AI", "Page Acme"});
            assertThat(page.find(".compare-table")).containsText("about $14B");
            assertThat(page.page()).hasURL(Pattern.compile("company=mistral-ai&company=page-acme"));
            page.page().getByLabel("Remove Mistral AI").click();
            assertThat(page.find(".compare-table thead th a")).hasText(new String[] {"Page Acme"});
        }
    }

    private CompanyPage open(String address) {
        return CompanyPage.open(chromium, stack.query().resolve(address).toString());
    }

    private static Locator.FilterOptions text(String text) {
        return new Locator.FilterOptions().setHasText(text);
    }

    private void post(String company, String type, String when, String details) {
        HttpResponse<String> answer =
                stack.post(
                        """
                        {"type": "%s", "company": {"id": "%s"}, "when": "%s", "details": {%s}, "sources": [{"title": "A test"}]}
                        """
                                .formatted(type, company, when, details));
        awaitRead(company, Json.of(answer).get("position").asText());
    }

    /// Waits until what was written can be read.
    private void awaitRead(String company, String positions) {
        HttpResponse<String> answer =
                stack.get(
                        stack.query().resolve("/companies/" + company),
                        "Timeline-Position",
                        positions);
        assertThat(answer.statusCode()).isEqualTo(200);
    }
}
