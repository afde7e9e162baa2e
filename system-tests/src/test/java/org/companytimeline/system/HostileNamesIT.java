package org.companytimeline.system;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.microsoft.playwright.Page;
import java.util.List;
import java.util.UUID;
import org.companytimeline.system.Visitor.Eyes;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Names come from strangers: every page shows them as text, and none breaks.
@ExtendWith({SharedStack.class, SharedChromium.class})
class HostileNamesIT {

    private static final String ATTRIBUTE =
            "\"><img src=x onerror=alert(1)> ${alert(1)} {{alert(1)}} \u202Eturned round";

    /// What a company can be called.
    enum Name {
        SCRIPT("<script>alert(1)</script>", "<script>alert(1)</script>"),
        ENDLESS("\u0634".repeat(5_000), "\u0634".repeat(20));

        private final String text;
        private final String seen;

        Name(String text, String seen) {
            this.text = text;
            this.seen = seen;
        }
    }

    private final RunningStack stack;
    private final Chromium chromium;
    private final String company = "hostile-" + UUID.randomUUID();

    HostileNamesIT(RunningStack stack, Chromium chromium) {
        this.stack = stack;
        this.chromium = chromium;
    }

    @ParameterizedTest
    @EnumSource
    void every_page_shows_it_as_text(Name name) {
        post(name);

        try (Visitor visitor = new Visitor(chromium, stack, Eyes.PHONE)) {
            for (String path :
                    List.of(
                            "/",
                            "/companies/" + company,
                            "/feed?company=" + company,
                            "/compare?company=" + company + "&company=mistral-ai")) {
                Page page = visitor.open(path);
                assertThat(page.locator("main").getByText(name.seen).first()).isVisible();
                visitor.expectNoScrollingSideways();
                visitor.screenshot("hostile-" + name + path.replaceAll("\\W[-\\w]*$|\\W+", "-"));
            }
            visitor.expectNoFaults();
        }
    }

    @ParameterizedTest
    @EnumSource
    void the_search_shows_it_as_text(Name name) {
        post(name);
        try (Visitor visitor = new Visitor(chromium, stack, Eyes.PHONE)) {
            Page page = visitor.open("/");

            page.locator(".search input").fill(company);

            assertThat(page.locator(".search [role=option]").first()).containsText(name.seen);
            visitor.expectNoScrollingSideways();
            visitor.expectNoFaults();
        }
    }

    /// A partnership with another company of this name, said by a source of this name.
    private void post(Name name) {
        ObjectNode event = JsonNodeFactory.instance.objectNode();
        event.put("type", "partnered").put("when", "2024-05");
        event.putObject("company").put("id", company).put("name", name.text);
        ObjectNode details = event.putObject("details").put("about", ATTRIBUTE);
        details.putArray("partners")
                .addObject()
                .put("company", company + "-too")
                .put("name", name.text);
        event.putArray("sources").addObject().put("title", name.text).put("publisher", name.text);
        Posted.andServed(stack, event.toString());
    }
}
