package org.companytimeline.benchmarks;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The page in a real Chromium that has never seen it: its weight, its first paint, and a company
/// with many facts.
final class PageBenchmark {

    private static final int WARM_UPS = 1;
    private static final List<String> BROWSERS =
            List.of("chromium", "chromium-browser", "google-chrome");
    private static final List<String> BROWSER_OPTIONS =
            List.of(
                    "--no-sandbox",
                    "--disable-gpu",
                    "--disable-quic",
                    "--no-first-run",
                    "--disable-background-networking",
                    "--disable-component-update",
                    "--disable-sync");
    private static final String CHART = "timeline-chart canvas";
    private static final String FIRST_FACTS =
            "document.querySelector('page-company')?.facts?.length > 0";
    private static final String ALL_FACTS =
            "document.querySelector('page-company')?.whole"
                    + " && document.querySelector('timeline-chart canvas') !== null";

    private final Path dir;
    private final int rounds;
    private final int facts;
    private final Service.Options options;
    private final Map<String, List<Double>> values = new LinkedHashMap<>();

    /// @param options of query-service
    PageBenchmark(Path dir, int rounds, int facts, Service.Options options) {
        this.dir = dir;
        this.rounds = rounds;
        this.facts = facts;
        this.options = options;
    }

    void run() throws Exception {
        try (LiveStack stack = new LiveStack(dir, Map.of(), options);
                Playwright playwright =
                        Playwright.create(
                                new Playwright.CreateOptions()
                                        .setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
                Browser browser = launch(playwright)) {
            stack.publish(new OneCompany(facts).postings());
            stack.publish(new Workload("few", 200, 4_000).postings());
            analyze(stack.connection());
            URI service = URI.create("http://127.0.0.1:" + stack.query().port());
            for (int round = -WARM_UPS; round < rounds; round++) {
                Progress.say("Round %d of %d".formatted(round + WARM_UPS + 1, rounds + WARM_UPS));
                OtherLoad others = OtherLoad.from();
                look(browser, service);
                Progress.say("Others used %.1f cores".formatted(others.coresUsedByOthers()));
                if (round < 0) {
                    values.clear();
                }
            }
            Progress.result(table());
        }
    }

    /// As the database does by itself within a minute.
    private static void analyze(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("vacuum (analyze)");
        }
    }

    private void look(Browser browser, URI service) {
        visit(
                browser,
                service.resolve("/"),
                "start",
                "document.querySelector('event-row') !== null");
        visit(browser, service.resolve("/companies/few-0"), "company with 20 events", ALL_FACTS);
        try (PageVisit many =
                new PageVisit(browser, service.resolve("/companies/" + OneCompany.ID))) {
            String name = "company with %,d facts".formatted(facts);
            add(name + ": first facts drawn, ms", many.drawn(FIRST_FACTS));
            note(many, name, ALL_FACTS);
            List<Double> frames = many.pan(CHART).stream().sorted().toList();
            add(name + ": frame while panning, median, ms", at(frames, 0.5));
            add(name + ": frame while panning, p95, ms", at(frames, 0.95));
        }
    }

    private void visit(Browser browser, URI address, String name, String whole) {
        try (PageVisit visit = new PageVisit(browser, address)) {
            note(visit, name, whole);
        }
    }

    private void note(PageVisit visit, String name, String whole) {
        add(name + ": first paint, ms", visit.firstPaint());
        add(name + ": whole and drawn, ms", visit.drawn(whole));
        visit.weights()
                .forEach((kind, kilobytes) ->
                        add(
                                "%s: %s, kB".formatted(name, kind),
                                ((Number) kilobytes).doubleValue()));
    }

    private void add(String name, double value) {
        values.computeIfAbsent(name, _ -> new ArrayList<>()).add(value);
    }

    private static double at(List<Double> sorted, double share) {
        return sorted.get((int) Math.min(sorted.size() - 1L, Math.round(sorted.size() * share)));
    }

    private String table() {
        return values.entrySet().stream()
                .map(each -> Figures.of(each.getKey(), each.getValue()))
                .map(each ->
                        "| %s | %,.1f | %,.1f to %,.1f |%n"
                                .formatted(each.name(), each.median(), each.least(), each.most()))
                .collect(
                        Collectors.joining(
                                "",
                                "| page, seen for the first time | median | least to most |%n|---|---:|---:|%n"
                                        .formatted(),
                                ""));
    }

    private static Browser launch(Playwright playwright) {
        Stream<Path> named = Stream.ofNullable(System.getenv("CHROMIUM")).map(Path::of);
        Stream<Path> onPath =
                Stream.of(Objects.requireNonNullElse(System.getenv("PATH"), "").split(":"))
                        .flatMap(folder ->
                                BROWSERS.stream().map(browser -> Path.of(folder, browser)));
        Path program =
                Stream.concat(named, onPath)
                        .filter(Files::isExecutable)
                        .findFirst()
                        .orElseThrow(() ->
                                new IllegalStateException(
                                        "no Chromium: install it, or set CHROMIUM to its path"));
        return playwright
                .chromium()
                .launch(
                        new BrowserType.LaunchOptions()
                                .setExecutablePath(program)
                                .setHeadless(true)
                                .setArgs(BROWSER_OPTIONS));
    }
}
