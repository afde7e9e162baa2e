package org.companytimeline.system;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.Media;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.companytimeline.system.Visitor.Eyes;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// What holds for all pages: they can be used by everybody, on every screen, on paper, in both
/// languages, by day and by night.
@ExtendWith({SharedStack.class, SharedChromium.class})
class EveryPageIT {

    private static final List<String> PATHS =
            List.of(
                    "/",
                    "/companies/mistral-ai",
                    "/compare?company=mistral-ai&company=openai",
                    "/feed",
                    "/post",
                    "/companies/nobody-at-all");
    private static final List<String> WCAG =
            List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa");
    private static final Set<String> SERIOUS = Set.of("serious", "critical");
    private static final Path MESSAGES =
            Path.of("../query-service/src/main/resources/web/app/messages");

    /// Imports a module from its text and lists the paths of its messages; forms by number are one.
    private static final String PATHS_OF_MESSAGES =
            """
            async source => {
                const {default: messages} = await import('data:text/javascript,' + encodeURIComponent(source));
                const paths = (part, path) => typeof part === 'string' || 'other' in part
                    ? [path]
                    : Object.entries(part).flatMap(([name, each]) => paths(each, path + '.' + name));
                return paths(messages, '');
            }
            """;

    private final RunningStack stack;
    private final Chromium chromium;

    EveryPageIT(RunningStack stack, Chromium chromium) {
        this.stack = stack;
        this.chromium = chromium;
    }

    static Stream<String> paths() {
        return PATHS.stream();
    }

    @ParameterizedTest
    @MethodSource("paths")
    void nothing_goes_wrong_and_nobody_is_kept_out(String path) {
        try (Visitor visitor = visitor(Eyes.DESKTOP, path)) {
            visitor.screenshot("day" + name(path));

            visitor.expectNoFaults();
            expectAccessible(visitor.page());
        }
    }

    @ParameterizedTest
    @MethodSource("paths")
    void at_night_everything_is_dark_but_paper_is_white_and_has_nothing_to_click(String path) {
        try (Visitor visitor = visitor(Eyes.DESKTOP.atNight(), path)) {
            visitor.screenshot("night" + name(path));

            assertThat(visitor.page().locator("html"))
                    .hasCSS("background-color", "rgb(20, 23, 26)");
            expectAccessible(visitor.page());

            Page page = visitor.page();
            page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
            visitor.screenshot("paper" + name(path));

            assertThat(page.locator("html")).hasCSS("background-color", "rgb(255, 255, 255)");
            assertThat(page.getByRole(AriaRole.HEADING, level(1))).isVisible();
            assertThat(page.getByRole(AriaRole.NAVIGATION)).hasCount(0);
        }
    }

    @ParameterizedTest
    @MethodSource("paths")
    void a_french_phone_shows_it_in_french_without_scrolling_sideways(String path) {
        try (Visitor visitor = visitor(Eyes.PHONE.in("fr"), path)) {
            visitor.screenshot("phone" + name(path));

            visitor.expectNoScrollingSideways();
            assertThat(visitor.page().getByRole(AriaRole.NAVIGATION).first())
                    .containsText("Publier un événement");
            assertThat((String) visitor.page().evaluate("document.body.innerText"))
                    .as("messages that are missing show their paths")
                    .doesNotContainPattern(
                            "\\b(base|said|start|company|facts|time|compare|feed|post)\\.[a-z]+[A-Z.]");
            expectAccessible(visitor.page());
        }
    }

    @Test
    void dates_are_told_in_the_words_of_the_language() {
        Posted.andServed(
                stack,
                """
                {"type": "launched", "company": {"id": "dated"}, "when": "2024-11~/2024-12~",
                 "details": {"product": "A product"}, "sources": [{"title": "A test"}]}\
                """);

        try (Visitor english = visitor(Eyes.DESKTOP, "/");
                Visitor french = visitor(Eyes.DESKTOP.in("fr"), "/")) {
            assertThat(english.page().locator(".news date-words").first())
                    .hasText("around late 2024");
            assertThat(french.page().locator(".news date-words").first()).hasText("vers fin 2024");
        }
    }

    @Test
    void language_and_colours_can_be_chosen_and_stay() {
        try (Visitor visitor = visitor(Eyes.DESKTOP, "/?lang=en")) {
            Page page = visitor.page();

            page.getByLabel("Colours").selectOption("dark");
            assertThat(page.locator("html")).hasCSS("color-scheme", "dark");
            page.getByText("Français").click();

            assertThat(page.getByLabel("Couleurs")).hasValue("dark");
            page.navigate(stack.query() + "/feed");
            assertThat(page.locator("html")).hasAttribute("lang", "fr");
            assertThat(page.locator("html")).hasAttribute("data-theme", "dark");
            visitor.expectNoFaults();
        }
    }

    @Test
    void the_keyboard_reaches_everything_in_the_order_in_which_it_is_read() {
        try (Visitor visitor = visitor(Eyes.DESKTOP, "/")) {
            List<String> reached = Stream.generate(() -> next(visitor.page())).limit(9).toList();

            assertThat(reached)
                    .containsExactly(
                            "Skip to content",
                            "Company Timeline",
                            "Feed",
                            "Compare",
                            "Post an event",
                            "Français",
                            "Colours",
                            "Search for a company",
                            "Pause");
        }
    }

    @Test
    void what_stands_above_every_page_can_be_skipped() {
        try (Visitor visitor = visitor(Eyes.DESKTOP, "/")) {
            Page page = visitor.page();

            page.keyboard().press("Tab");
            page.keyboard().press("Enter");

            assertThat(next(page)).isEqualTo("Search for a company");
        }
    }

    @Test
    void both_languages_have_the_same_messages() throws IOException {
        try (Visitor visitor = new Visitor(chromium, stack, Eyes.DESKTOP)) {
            assertThat(messages(visitor.page(), "fr")).isEqualTo(messages(visitor.page(), "en"));
        }
    }

    private static void expectAccessible(Page page) {
        assertThat(new AxeBuilder(page).withTags(WCAG).analyze().getViolations())
                .filteredOn(rule -> SERIOUS.contains(rule.getImpact()))
                .extracting(rule -> rule.getId() + " " + rule.getNodes())
                .as(page.url())
                .isEmpty();
    }

    private static Set<Object> messages(Page page, String language) throws IOException {
        String source = Files.readString(MESSAGES.resolve(language + ".js"));
        return new TreeSet<>((List<?>) page.evaluate(PATHS_OF_MESSAGES, source));
    }

    /// What has the focus after the next press of Tab: its label, else its text.
    private static String next(Page page) {
        page.keyboard().press("Tab");
        return (String)
                page.evaluate(
                        """
                        () => {
                            const focused = document.activeElement;
                            return focused.ariaLabel ?? focused.labels?.[0]?.innerText.trim() ?? focused.innerText.trim();
                        }
                        """);
    }

    /// Somebody on a page that has come to rest.
    private Visitor visitor(Eyes eyes, String path) {
        Visitor visitor = new Visitor(chromium, stack, eyes);
        Page page = visitor.open(path);
        if (path.contains("nobody")) {
            visitor.forgetFaults();
        }
        assertThat(page.getByRole(AriaRole.HEADING, level(1))).isVisible();
        assertThat(page.locator("main :is(.loading, .awaited, [aria-busy=true]):visible"))
                .hasCount(0);
        return visitor;
    }

    private static Page.GetByRoleOptions level(int level) {
        return new Page.GetByRoleOptions().setLevel(level);
    }

    private static String name(String path) {
        return path.replaceAll("\\W+", "-");
    }
}
