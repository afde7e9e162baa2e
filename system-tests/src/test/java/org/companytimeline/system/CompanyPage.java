package org.companytimeline.system;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/// A company's page, or several companies compared, as a reader sees it.
final class CompanyPage implements AutoCloseable {

    /// Points from left to right at the lowest row of a lane, again and again, until the chart
    /// tells of a text somewhere, and gives from where to where it does.
    private static final String FIND_MARK =
            """
            async ({lane, text, tries}) => {
                const frame = () => new Promise(requestAnimationFrame);
                const canvas = document.querySelector('.chart-canvas canvas');
                for (let turn = 0; turn < tries; turn++) {
                    const box = canvas.getBoundingClientRect();
                    const row = [...document.querySelectorAll('.chart-lanes li')]
                        .find(each => each.textContent.includes(lane)).getBoundingClientRect();
                    const y = row.bottom - 20;
                    const hits = [];
                    for (let x = box.x; x < box.right; x += 2) {
                        canvas.dispatchEvent(new MouseEvent('mousemove', {clientX: x, clientY: y, bubbles: true}));
                        await document.querySelector('timeline-chart').updateComplete;
                        if (document.querySelector('.chart-tip')?.textContent.includes(text)) {
                            hits.push(x);
                        }
                    }
                    if (hits.length) {
                        return [hits[0], hits.at(-1), y];
                    }
                    await frame();
                }
                return [];
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

    private static final int STEPS = 10;
    private static final int TRIES = 300;

    private final Page page;

    private CompanyPage(Page page) {
        this.page = page;
    }

    /// Opens it and waits until all that it shows was read.
    static CompanyPage open(Chromium chromium, String address) {
        return open(chromium.newPage(), address);
    }

    static CompanyPage open(Page page, String address) {
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

    /// Where a mark is drawn in a lane that has one row, once it is. For a while after a touch the
    /// timeline takes no notice of pointers.
    Mark mark(String lane, String text) {
        page.locator(".chart-canvas").scrollIntoViewIfNeeded();
        List<?> found =
                (List<?>)
                        page.evaluate(
                                FIND_MARK, Map.of("lane", lane, "text", text, "tries", TRIES));
        if (found.isEmpty()) {
            throw new AssertionError("no mark in " + lane + " tells of " + text);
        }
        List<Double> places = found.stream().map(place -> ((Number) place).doubleValue()).toList();
        return new Mark(places.get(0), places.get(1), places.get(2));
    }

    /// Puts fingers on the window and moves each of them to another place.
    void touch(List<Point> from, List<Point> to) {
        CDPSession devices = page.context().newCDPSession(page);
        touch(devices, "touchStart", from);
        for (int step = 1; step <= STEPS; step++) {
            double part = (double) step / STEPS;
            touch(
                    devices,
                    "touchMove",
                    IntStream.range(0, from.size())
                            .mapToObj(finger -> from.get(finger).towards(to.get(finger), part))
                            .toList());
        }
        touch(devices, "touchEnd", List.of());
        devices.detach();
    }

    private static void touch(CDPSession devices, String type, List<Point> fingers) {
        JsonArray points = new JsonArray();
        for (Point finger : fingers) {
            JsonObject point = new JsonObject();
            point.addProperty("x", finger.x());
            point.addProperty("y", finger.y());
            point.addProperty("id", points.size());
            points.add(point);
        }
        JsonObject event = new JsonObject();
        event.addProperty("type", type);
        event.add("touchPoints", points);
        devices.send("Input.dispatchTouchEvent", event);
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
        page.context().close();
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

    /// A place of the window.
    record Point(double x, double y) {

        Point towards(Point other, double part) {
            return new Point(x + (other.x - x) * part, y + (other.y - y) * part);
        }
    }

    /// The red of a colour and how strong it is, each from 0 to 255.
    record Paint(int red, int strength) {}
}
