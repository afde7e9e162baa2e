package org.companytimeline.system;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/// The browser of this machine: the one that `CHROMIUM` names, else the first on `PATH`.
final class Chromium implements AutoCloseable {

    private static final List<String> NAMES =
            List.of("chromium", "chromium-browser", "google-chrome");
    private static final List<String> OPTIONS =
            List.of(
                    "--no-sandbox",
                    "--disable-gpu",
                    "--disable-quic",
                    "--no-first-run",
                    "--disable-background-networking",
                    "--disable-component-update",
                    "--disable-sync");

    private final Playwright playwright;
    private final Browser browser;

    Chromium() {
        Path program =
                program()
                        .orElseThrow(() ->
                                new AssertionError(
                                        "no Chromium: install it (apt-get install chromium), or"
                                                + " set CHROMIUM to its path"));
        playwright =
                Playwright.create(
                        new Playwright.CreateOptions()
                                .setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        browser =
                playwright
                        .chromium()
                        .launch(
                                new BrowserType.LaunchOptions()
                                        .setExecutablePath(program)
                                        .setHeadless(true)
                                        .setArgs(OPTIONS));
    }

    private static Optional<Path> program() {
        Stream<Path> named = Stream.ofNullable(System.getenv("CHROMIUM")).map(Path::of);
        Stream<Path> onPath =
                Stream.of(Objects.requireNonNullElse(System.getenv("PATH"), "").split(":"))
                        .flatMap(folder -> NAMES.stream().map(name -> Path.of(folder, name)));
        return Stream.concat(named, onPath).filter(Files::isExecutable).findFirst();
    }

    Page newPage() {
        return browser.newPage();
    }

    /// A page of a visitor of its own, with its own cookies.
    Page newPage(Browser.NewContextOptions options) {
        return browser.newContext(options).newPage();
    }

    @Override
    public void close() {
        browser.close();
        playwright.close();
    }
}
