package org.companytimeline.system;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.List;
import java.util.Map;

/// A company's page, or several companies compared, as a reader sees it.
final class CompanyPage implements AutoCloseable {

    /// Points from left to right at the middle of a lane, and gives from where to where the chart
    /// tells of a text.
    private static final String FIND_MARK =
            """
            async ({lane, text}) => {
                const canvas = document.querySelector('.chart-canvas canvas');
                const box = canvas.getBoundingClientRect();
                const row = [...document.querySelectorAll('.chart-lanes li')]
                    .find(each => each.textContent.includes(lane)).getBoundingClientRect();
                const y = row.y + row.height / 2;
                const hits = [];
                for (let x = box.x; x < box.right; x += 2) {
                    canvas.dispatchEvent(new MouseEvent('mousemove', {clientX: x, clientY: y, bubbles: true}));
                    await document.querySelector('timeline-chart').updateComplete;
                    if (document.querySelector('.chart-tip')?.textContent.includes(text)) {
                        hits.push(x);
                    }
                }
                return hits.length ? [hits[0], hits.at(-1), y] : [];
            }
            """;

    private static final String READ_PAINT =
            """
            ({x, y}) => {
                const canvas = document.querySelector('.chart-canvas canvas');
                const box = canvas.getBoundingClientRect();
                const scale = canvas.width / box.width;
                return [...canvas.getContext('2d').getImageData((x - box.x) * scale, (y - box.y) * scale, 1, 1).data];
            }
            """;

    private final Page page;

    private CompanyPage(Page page) {
        this.page = page;
    }

    /// Opens it and waits until all that it shows was read.
    static CompanyPage open(Chromium chromium, String address) {
        Page page = chromium.newPage();
        page.navigate(address);
        page.waitForSelector("page-company[whole], page-compare[whole]");
        return new CompanyPage(page);
    }

    Page page() {
        return page;
    }

    Locator find(String selector) {
        return page.locator(selector);
    }

    /// The row of a fact in the list.
    Locator fact(String text) {
        return page.locator(".fact").filter(new Locator.FilterOptions().setHasText(text));
    }

    /// Where a mark is drawn in a lane that has one row.
    Mark mark(String lane, String text) {
        page.locator(".chart-canvas").scrollIntoViewIfNeeded();
        List<?> found = (List<?>) page.evaluate(FIND_MARK, Map.of("lane", lane, "text", text));
        if (found.isEmpty()) {
            throw new AssertionError("no mark in " + lane + " tells of " + text);
        }
        List<Double> places = found.stream().map(place -> ((Number) place).doubleValue()).toList();
        return new Mark(places.get(0), places.get(1), places.get(2));
    }

    /// Does something that changes the address, and waits until it has changed.
    void andWaitForAddress(Runnable action) {
        String before = page.url();
        action.run();
        page.waitForURL(address -> !address.equals(before));
    }

    /// What the canvas is painted with at a place of the window.
    Paint paint(double x, double y) {
        List<?> paint = (List<?>) page.evaluate(READ_PAINT, Map.of("x", x, "y", y));
        return new Paint((Integer) paint.get(0), (Integer) paint.get(3));
    }

    @Override
    public void close() {
        page.close();
    }

    /// From where to where a mark can be pointed at, in pixels of the window.
    record Mark(double left, double right, double across) {

        double middle() {
            return (left + right) / 2;
        }

        double width() {
            return right - left;
        }
    }

    /// The red of a colour and how strong it is, each from 0 to 255.
    record Paint(int red, int strength) {}
}
