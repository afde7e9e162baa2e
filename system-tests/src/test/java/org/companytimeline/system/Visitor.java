package org.companytimeline.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.ConsoleMessage;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// Somebody who looks at the pages of a stack in a browser. What must never happen there is
/// collected: an error or a warning on the console, to which reports of the Content-Security-Policy
/// belong, a script that fails, a dialog, a request to another host.
final class Visitor implements AutoCloseable {

    /// How somebody looks.
    record Eyes(int width, int height, String language, boolean dark) {

        static final Eyes DESKTOP = new Eyes(1280, 800, "en", false);
        static final Eyes PHONE = new Eyes(390, 844, "en", false);

        Eyes in(String other) {
            return new Eyes(width, height, other, dark);
        }

        Eyes atNight() {
            return new Eyes(width, height, language, true);
        }
    }

    private static final Path SCREENSHOTS = Path.of("target", "screenshots");

    private final Page page;
    private final URI query;
    private final Set<String> origins;
    private final List<String> faults = new ArrayList<>();

    Visitor(Chromium chromium, RunningStack stack, Eyes eyes) {
        this(chromium, stack.query(), stack.ingest(), eyes);
    }

    /// @param query where the pages are, which may call ingest-service besides
    Visitor(Chromium chromium, URI query, URI ingest, Eyes eyes) {
        this.query = query;
        origins = Set.of(origin(query), origin(ingest), "http://localhost:" + ingest.getPort());
        page =
                chromium.newPage(
                        new Browser.NewContextOptions()
                                .setViewportSize(eyes.width(), eyes.height())
                                .setLocale(eyes.language())
                                .setTimezoneId("Europe/Paris")
                                .setColorScheme(
                                        eyes.dark() ? ColorScheme.DARK : ColorScheme.LIGHT));
        page.onConsoleMessage(this::heard);
        page.onPageError(error -> faults.add("a script failed: " + error));
        page.onDialog(dialog -> {
            faults.add("a dialog: " + dialog.message());
            dialog.dismiss();
        });
        page.onRequest(request -> {
            if (!origins.contains(origin(URI.create(request.url())))) {
                faults.add("a request to " + request.url());
            }
        });
    }

    private void heard(ConsoleMessage message) {
        if (Set.of("error", "warning").contains(message.type())) {
            faults.add("%s on the console: %s".formatted(message.type(), message.text()));
        }
    }

    private static String origin(URI address) {
        return address.getScheme() + "://" + address.getAuthority();
    }

    /// Opens a path of query-service; gives the page.
    Page open(String path) {
        page.navigate(query + path);
        return page;
    }

    Page page() {
        return page;
    }

    /// Forgets what was expected to go wrong.
    void forgetFaults() {
        faults.clear();
    }

    void expectNoFaults() {
        assertThat(faults).as(page.url()).isEmpty();
    }

    /// That the page is not wider than its window.
    void expectNoScrollingSideways() {
        assertThat((Integer) page.evaluate("document.documentElement.scrollWidth"))
                .as("the width of " + page.url())
                .isLessThanOrEqualTo(page.viewportSize().width);
    }

    /// For people to look at.
    void screenshot(String name) {
        page.screenshot(new Page.ScreenshotOptions().setPath(SCREENSHOTS.resolve(name + ".png")));
    }

    @Override
    public void close() {
        page.context().close();
    }
}
