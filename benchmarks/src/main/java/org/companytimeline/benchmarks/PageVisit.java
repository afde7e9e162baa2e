package org.companytimeline.benchmarks;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Mouse;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.BoundingBox;
import java.net.URI;
import java.util.List;
import java.util.Map;

/// One look at a page by somebody who has never been there: what it weighs and how long it takes,
/// as the browser itself tells.
final class PageVisit implements AutoCloseable {

    /// Kilobytes as they came over the network, by kind; what is no page, script, style or image is
    /// data.
    private static final String WEIGHTS =
            """
            () => {
                const sums = { HTML: 0, scripts: 0, styles: 0, images: 0, data: 0 };
                const entries = performance.getEntriesByType('resource');
                sums.HTML = performance.getEntriesByType('navigation')[0].encodedBodySize / 1000;
                for (const { initiatorType, name, encodedBodySize } of entries) {
                    const path = new URL(name).pathname;
                    const kind = path.endsWith('.js') ? 'scripts' : path.endsWith('.css') ? 'styles'
                        : /[.](svg|png|ico)$/.test(path) ? 'images' : 'data';
                    sums[kind] += encodedBodySize / 1000;
                }
                return sums;
            }
            """;

    private static final String FIRST_PAINT =
            "performance.getEntriesByName('first-contentful-paint')[0]?.startTime";

    /// The value of an expression once it has one, looked at in each frame. Evaluated by the
    /// debugger: the page's own policy lets no text become a script.
    private static final String AWAITED =
            """
            () => new Promise(done => {
                const look = () => {
                    const value = %s;
                    if (value) {
                        done(value);
                    } else {
                        requestAnimationFrame(look);
                    }
                };
                look();
            })
            """;

    /// Two frames later: what was asked for has been drawn.
    private static final String DRAWN =
            """
            () => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(
                () => done(performance.now()))))
            """;

    private static final String COUNT_FRAMES =
            """
            () => {
                window.frames_ = [];
                const next = now => { window.frames_.push(now); requestAnimationFrame(next); };
                requestAnimationFrame(next);
            }
            """;

    private static final String FRAMES =
            "() => window.frames_.slice(1).map((now, i) => now - window.frames_[i])";

    private static final int PANS = 4;
    private static final int STEPS = 40;

    private final BrowserContext context;
    private final Page page;

    /// @param address of the page
    PageVisit(Browser browser, URI address) {
        context = browser.newContext(new Browser.NewContextOptions().setViewportSize(1280, 800));
        page = context.newPage();
        page.navigate(address.toString());
    }

    /// Milliseconds from the start until something of the page was seen.
    double firstPaint() {
        return number(page.evaluate(AWAITED.formatted(FIRST_PAINT)));
    }

    /// Milliseconds from the start until a condition held and was drawn.
    ///
    /// @param condition in JavaScript
    double drawn(String condition) {
        page.evaluate(AWAITED.formatted(condition));
        return number(page.evaluate(DRAWN));
    }

    /// Kilobytes by kind.
    Map<?, ?> weights() {
        return (Map<?, ?>) page.evaluate(WEIGHTS);
    }

    /// Milliseconds between frames while what a selector finds is drawn to and fro.
    List<Double> pan(String selector) {
        page.locator(selector).scrollIntoViewIfNeeded();
        BoundingBox box = page.locator(selector).boundingBox();
        double y = box.y + box.height / 2;
        double left = box.x + box.width * 0.2;
        double right = box.x + box.width * 0.8;
        page.evaluate(COUNT_FRAMES);
        for (int pan = 0; pan < PANS; pan++) {
            page.mouse().move(pan % 2 == 0 ? left : right, y);
            page.mouse().down();
            page.mouse()
                    .move(pan % 2 == 0 ? right : left, y, new Mouse.MoveOptions().setSteps(STEPS));
            page.mouse().up();
        }
        return ((List<?>) page.evaluate(FRAMES)).stream().map(PageVisit::number).toList();
    }

    private static double number(Object value) {
        return ((Number) value).doubleValue();
    }

    @Override
    public void close() {
        context.close();
    }
}
