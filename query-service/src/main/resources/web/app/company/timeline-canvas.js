import { CustomChart } from 'echarts/charts';
import { DataZoomInsideComponent, GridComponent } from 'echarts/components';
import { init, use } from 'echarts/core';
import { CanvasRenderer } from 'echarts/renderers';
import { t } from '../i18n.js';
import { onTheme } from '../theme.js';
import { axisOf } from './chart-axis.js';
import { chartColours } from './chart-colours.js';
import { labelled } from './chart-labels.js';
import { layOut, roomFor } from './chart-layout.js';
import { ROW, shapesOf, tailsOf } from './chart-marks.js';
import { around, atEdge, isWhole, panned, SHORTEST, within, zoomed } from './chart-window.js';
import { beginningOf, DAY, extentOf, isDay, spanOf } from './days.js';

use([CustomChart, GridComponent, DataZoomInsideComponent, CanvasRenderer]);

const PADDING = 9;
const HEADING = 20;
const AXIS = 30;
const NARROW = 640;
const GUTTER = 112;
const MARGIN = 16;
/** How much is drawn on either side of what is in view, as a part of it, so that it is there when it comes into view. */
const AROUND = 0.5;
/** How long after the last movement words find their places anew, in milliseconds. */
const SETTLED = 150;
/** In how many rows of a lane facts have marks of their own: in more where there are few lanes. */
const [ROWS, ROWS_OF_FEW, FEW] = [3, 6, 4];

/** Draws a timeline on a canvas with ECharts, which moves and zooms it by wheel, drag and pinch. */
export class TimelineCanvas {
    #laidOut = { scale: 0, lanes: [] };
    #rooms = [];
    #shown = [];
    #covered = { from: 0, to: 0 };
    #drawing;
    #settling;

    /**
     * @param element to draw in
     * @param told what happens: `onWindow({from, to})` in milliseconds, absent where all is in view, `onChoose(fact)`,
     *     `onHover({facts, left, top})` or nothing, `onBoxes([{label, top, height}])` where lanes lie
     */
    constructor(element, told) {
        this.element = element;
        this.told = told;
        this.chart = init(element, undefined, { renderer: 'canvas', width: element.clientWidth, height: AXIS });
        this.chart.on('datazoom', (event) => this.#moved(event.batch?.[0] ?? event));
        this.chart.on('click', (event) => event.seriesId === 'marks' && this.#choose(this.#shown[event.dataIndex]));
        this.chart.on('mouseover', (event) => event.seriesId === 'marks' && this.#hover(event));
        this.chart.on('mouseout', () => told.onHover());
        this.chart.on('globalout', () => told.onHover());
        element.addEventListener('wheel', (event) => this.#leaveToPage(event), { capture: true });
        this.resizing = new ResizeObserver(
            () => this.lanes && element.clientWidth !== this.chart.getWidth() && this.#measure(),
        );
        this.resizing.observe(element);
        this.forgetTheme = onTheme(() => this.#paint());
    }

    /** Ends it. */
    dispose() {
        this.resizing.disconnect();
        this.forgetTheme();
        cancelAnimationFrame(this.#drawing);
        clearTimeout(this.#settling);
        this.chart.dispose();
    }

    /** Draws other lanes, and what of them a reader asked for ({from, to}, days). */
    showLanes(lanes, asked) {
        this.lanes = lanes;
        this.asked = asked;
        this.#measure();
    }

    /** Goes to what a reader asked for, where that is not in view. */
    showWindow(asked) {
        this.asked = asked;
        const [next, now] = [this.#asked(), this.window];
        if (Math.abs(next.from - now.from) > DAY || Math.abs(next.to - now.to) > DAY) {
            this.#show(next);
        }
    }

    /** Draws with another fact selected, or as of another day. */
    showLook({ selected, asOf }) {
        Object.assign(this, { selected, asOf });
        if (this.lanes) {
            this.#draw();
        }
    }

    /** Shows a part of the axis: `in` and `out` for shorter and longer ones, `back` and `on`, `start` and `end`, `all`. */
    move(where) {
        const moves = {
            in: () => zoomed(this.window, 0.6, this.extent),
            out: () => zoomed(this.window, 1 / 0.6, this.extent),
            back: () => panned(this.window, -0.2, this.extent),
            on: () => panned(this.window, 0.2, this.extent),
            start: () => atEdge(this.window, 'start', this.extent),
            end: () => atEdge(this.window, 'end', this.extent),
            all: () => this.extent,
        };
        this.#show(moves[where]());
    }

    /** Moves a date into view, unless it is there already. */
    reveal(when) {
        const { start, end } = spanOf(when);
        const first = start ?? end;
        const last = end ?? start;
        if (first !== undefined && (last < this.window.from || first > this.window.to)) {
            const half = (this.window.to - this.window.from) / 2;
            const middle = (first + last) / 2;
            this.#show(within({ from: middle - half, to: middle + half }, this.extent));
        }
    }

    /** Where all is in view, scrolling on is for the page. */
    #leaveToPage(event) {
        if (event.deltaY > 0 && isWhole(this.window, this.extent)) {
            event.stopPropagation();
        }
    }

    #asked() {
        const { from, to } = this.asked;
        return within(
            {
                from: isDay(from) ? beginningOf(from) : this.extent.from,
                to: isDay(to) ? beginningOf(to) + DAY : this.extent.to,
            },
            this.extent,
        );
    }

    /** Finds out how much room everything takes, and draws it. */
    #measure() {
        const width = this.element.clientWidth;
        const narrow = width < NARROW;
        this.left = narrow ? MARGIN : GUTTER;
        this.plot = Math.max(width - this.left - MARGIN, 50);
        this.extent = extentOf(this.lanes.flatMap((lane) => lane.facts.map((fact) => fact.when)));
        this.window = this.#asked();
        const scale = (this.extent.to - this.extent.from) / this.plot;
        const rows = this.lanes.length > FEW ? ROWS : ROWS_OF_FEW;
        this.#rooms = this.lanes.map((lane) => roomFor(lane.facts, this.extent, scale, rows));
        this.#laidOut = { scale: 0, lanes: [] };
        const heading = narrow ? HEADING : 0;
        let top = 0;
        this.boxes = this.lanes.map((lane, index) => {
            const box = {
                label: lane.label,
                top,
                height: this.#rooms[index].rows * ROW + 2 * PADDING + heading,
                heading,
            };
            top += box.height;
            return box;
        });
        this.element.style.height = `${top + AXIS}px`;
        this.chart.resize({ width, height: top + AXIS, silent: true });
        this.told.onBoxes(this.boxes);
        this.#draw();
    }

    #show(window) {
        this.chart.dispatchAction({ type: 'dataZoom', startValue: window.from, endValue: window.to });
    }

    #moved({ start, end, startValue, endValue }) {
        const length = this.extent.to - this.extent.from;
        this.window = {
            from: startValue ?? this.extent.from + (start / 100) * length,
            to: endValue ?? this.extent.from + (end / 100) * length,
        };
        clearTimeout(this.#settling);
        if (this.#isCovered()) {
            this.#settling = setTimeout(() => this.#draw(), SETTLED);
        } else {
            this.#drawing ??= requestAnimationFrame(() => this.#draw());
        }
        this.told.onHover();
        this.told.onWindow(isWhole(this.window, this.extent) ? {} : this.window);
    }

    /** Whether all marks in view are drawn already, at this scale: then they only move. */
    #isCovered() {
        const { from, to } = this.window;
        return (
            Math.abs((this.#covered.to - this.#covered.from) / (to - from) / (1 + 2 * AROUND) - 1) < 1e-6 &&
            from >= this.#covered.from &&
            to <= this.#covered.to
        );
    }

    /** All marks at the scale of what is in view; those of the last scale are kept, so that panning lays out nothing. */
    #marks() {
        const scale = this.#scale();
        if (Math.abs(this.#laidOut.scale / scale - 1) > 1e-6) {
            const lanes = this.lanes.map((lane, index) => layOut(lane.facts, this.extent, scale, this.#rooms[index]));
            this.#laidOut = { scale, lanes };
        }
        return this.#laidOut.lanes;
    }

    /** Milliseconds in a pixel. */
    #scale() {
        return (this.window.to - this.window.from) / this.plot;
    }

    #inView() {
        const margin = (this.window.to - this.window.from) * AROUND;
        const from = this.window.from - margin;
        const to = this.window.to + margin;
        this.#covered = { from, to };
        const isNear = (mark) => (mark.end >= from || mark.open.end) && (mark.start <= to || mark.open.start);
        return this.#marks().flatMap((marks, lane) =>
            labelled(marks.filter(isNear), this.window, this.#scale()).map((mark) => this.#placed(mark, lane)),
        );
    }

    #placed(mark, lane) {
        const { top, heading } = this.boxes[lane];
        return { ...mark, lane, middle: top + heading + PADDING + (mark.row + 0.5) * ROW };
    }

    #draw() {
        this.#drawing = undefined;
        this.colours ??= chartColours();
        this.#shown = this.#inView();
        const tailed = this.#shown.filter((mark) => mark.facts.length === 1 && (mark.open.start || mark.open.end));
        this.chart.setOption({
            animation: false,
            useUTC: true,
            grid: { left: this.left, right: MARGIN, top: 0, bottom: AXIS },
            xAxis: axisOf(this.extent, this.window, this.plot, this.colours),
            yAxis: { show: false, min: 0, max: 1 },
            dataZoom: {
                type: 'inside',
                filterMode: 'none',
                startValue: this.window.from,
                endValue: this.window.to,
                minValueSpan: SHORTEST,
                zoomOnMouseWheel: true,
                moveOnMouseMove: true,
                preventDefaultMouseMove: false,
            },
            series: [
                {
                    id: 'tails',
                    type: 'custom',
                    clip: true,
                    silent: true,
                    z: 1,
                    data: tailed.map((mark) => this.#item(mark)),
                    encode: { x: 0, y: 1 },
                    renderItem: (params, api) => this.#tails(tailed[params.dataIndex], params.coordSys, api),
                },
                {
                    id: 'marks',
                    type: 'custom',
                    clip: true,
                    data: this.#shown.map((mark) => this.#item(mark)),
                    encode: { x: 0, y: 1 },
                    renderItem: (params, api) => this.#mark(this.#shown[params.dataIndex], params.coordSys, api),
                },
                {
                    id: 'moments',
                    type: 'custom',
                    clip: true,
                    silent: true,
                    z: 5,
                    data: [[0, 0]],
                    encode: { x: 0, y: 1 },
                    renderItem: (params, api) => this.#moments(params.coordSys, api),
                },
            ],
        });
    }

    /** A mark as an item of ECharts, which draws what had another id anew rather than change it. */
    #item({ facts, label, lane, start }) {
        const [{ id, status }] = facts;
        const looks = [facts.length, lane, label?.side, status, this.#isSelected(facts), isDisputed(facts)];
        return { id: [id, ...looks].join(), value: [start, 0] };
    }

    #isSelected(facts) {
        return facts.some(({ id }) => id === this.selected);
    }

    /** Draws it in the colours of another theme, at once: it may be for paper. */
    #paint() {
        this.colours = undefined;
        this.#draw();
        this.chart.getZr().flush();
    }

    #mark(mark, grid, api) {
        if (!mark) {
            return undefined;
        }
        return {
            type: 'group',
            children: shapesOf(mark, this.#box(mark, grid, api), {
                colours: this.colours,
                selected: this.#isSelected(mark.facts),
                disputed: isDisputed(mark.facts),
                label: mark.label,
            }),
        };
    }

    #tails(mark, grid, api) {
        return mark ? { type: 'group', children: tailsOf(mark, this.#box(mark, grid, api), this.colours) } : undefined;
    }

    /** Where a mark lies on the canvas. */
    #box(mark, grid, api) {
        return {
            left: api.coord([mark.start, 0])[0],
            right: api.coord([mark.end, 0])[0],
            middle: mark.middle,
            edge: { left: grid.x, right: grid.x + grid.width },
        };
    }

    /** A line at today, and a veil over what lies after `asOf`. */
    #moments(grid, api) {
        const across = (moment) => api.coord([moment, 0])[0];
        const [right, today] = [grid.x + grid.width, across(Date.now())];
        const lines = [
            line(today, grid, this.colours.edge, [2, 4]),
            {
                type: 'text',
                x: today + 4,
                y: grid.y + grid.height - 4,
                style: {
                    text: t('time.today'),
                    fill: this.colours.faint,
                    font: this.colours.font.replace('12px', '11px'),
                    textVerticalAlign: 'bottom',
                },
            },
        ];
        if (isDay(this.asOf)) {
            const at = Math.max(across(beginningOf(this.asOf) + DAY), grid.x);
            lines.push({
                type: 'rect',
                shape: { x: at, y: grid.y, width: Math.max(right - at, 0), height: grid.height },
                style: { fill: this.colours.ground, opacity: 0.78 },
            });
            lines.push(line(at, grid, this.colours.ring));
        }
        return { type: 'group', children: lines };
    }

    /** Of many facts in one place those are shown that lie there, until it is one. */
    #choose({ facts }) {
        this.told.onHover();
        const extent = facts.length > 1 ? extentWithin(facts) : undefined;
        const closer = extent && around(extent, this.extent);
        if (closer && closer.to - closer.from < (this.window.to - this.window.from) * 0.9) {
            this.#show(closer);
        } else {
            this.told.onChoose(facts[0]);
        }
    }

    #hover({ dataIndex, event }) {
        const mark = this.#shown[dataIndex];
        if (mark) {
            this.told.onHover({ facts: mark.facts, left: event.offsetX, top: event.offsetY });
        }
    }
}

function isDisputed(facts) {
    return facts.some(({ conflicts }) => conflicts.length > 0);
}

function line(at, grid, colour, dash) {
    return {
        type: 'line',
        shape: { x1: at, x2: at, y1: grid.y, y2: grid.y + grid.height },
        style: { stroke: colour, lineWidth: 1.5, lineDash: dash },
    };
}

/** From the first to the last of the days that facts name; absent where they name none. */
function extentWithin(facts) {
    const days = facts
        .flatMap(({ when }) => [when.earliest ?? when.latest, when.latest ?? when.earliest])
        .filter(Boolean);
    const moments = days.map(beginningOf);
    return moments.length ? { start: Math.min(...moments), end: Math.max(...moments) + DAY } : undefined;
}
