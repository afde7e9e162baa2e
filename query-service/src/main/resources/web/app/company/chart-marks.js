import { tint } from './chart-colours.js';
import { spanOf } from './days.js';

/** The height of a mark and of a row, in pixels. */
export const HEIGHT = 14;
export const ROW = 22;

const FADE = { crisp: 0, range: 0.18, vague: 0.45, open: 1 };
/** How strongly a mark is filled: one that nobody reports as having happened is but an outline. */
const FILL = { confirmed: 1, reported: 1 };
const OUTLINE = 0.08;

/**
 * The shapes of one mark on a canvas. A date that is one day is crisp; others fade out at their ends, more so where somebody marked
 * them as approximate, and where one is open a line goes on to the edge.
 *
 * @param box {left, right, middle, edge: {left, right}} in pixels
 * @param look {colours, selected, label, disputed}
 */
export function shapesOf(mark, box, look) {
    if (mark.facts.length > 1) {
        return crowd(mark, box, look);
    }
    const [fact] = mark.facts;
    const span = spanOf(fact.when);
    return [
        reach(box),
        ...(look.selected ? [ring(box, look)] : []),
        span.exact ? day(fact, box, look) : bar(fact, span, mark, box, look),
        ...(isStruck(fact) ? [strike(box, look)] : []),
        ...(look.disputed ? [conflict(box, look)] : []),
        ...(look.label ? [label(box, look)] : []),
    ];
}

/** What a finger or a pointer can hit: more than what is seen. */
function reach({ left, right, middle }) {
    return {
        type: 'rect',
        shape: { x: left - 4, y: middle - ROW / 2, width: right - left + 8, height: ROW },
        style: { fill: 'transparent' },
    };
}

function isStruck({ status }) {
    return status === 'denied' || status === 'cancelled';
}

function colourOf({ status }, colours) {
    return colours[status] ?? colours.rumoured;
}

function dashOf({ status }) {
    return status === 'rumoured' ? [3, 3] : undefined;
}

function day(fact, { left, right, middle }, { colours }) {
    const across = (left + right) / 2;
    const half = HEIGHT / 2;
    return {
        type: 'polygon',
        shape: {
            points: [
                [across, middle - half],
                [across + half - 1, middle],
                [across, middle + half],
                [across - half + 1, middle],
            ],
        },
        style: {
            fill: tint(colourOf(fact, colours), FILL[fact.status] ?? OUTLINE),
            stroke: colourOf(fact, colours),
            lineWidth: 1.5,
            lineDash: dashOf(fact),
        },
    };
}

function bar(fact, span, mark, { left, right, middle }, { colours }) {
    const fade = (end) => FADE[mark.open[end] ? 'open' : span.vaguely[end] ? 'vague' : 'range'];
    const both = mark.open.start && mark.open.end;
    const fades = both ? [0.45, 0.45] : [fade('start'), fade('end')];
    const strength = FILL[fact.status];
    const colour = colourOf(fact, colours);
    return {
        type: 'rect',
        shape: { x: left, y: middle - HEIGHT / 2, width: right - left, height: HEIGHT, r: 3 },
        style: {
            fill: fading(colour, strength ?? OUTLINE, fades),
            stroke: strength ? 'none' : fading(colour, 1, fades),
            lineWidth: strength ? 0 : 1.5,
            lineDash: dashOf(fact),
        },
    };
}

/** A colour that comes out of nothing over the first part of a bar and goes over the last. */
function fading(colour, strength, [first, last]) {
    const scale = Math.min(1, 1 / (first + last || 1));
    const stops = [
        [0, first ? 0 : 1],
        [first * scale, 1],
        [1 - last * scale, 1],
        [1, last ? 0 : 1],
    ];
    return {
        type: 'linear',
        x: 0,
        y: 0,
        x2: 1,
        y2: 0,
        colorStops: stops.map(([offset, part]) => ({ offset, color: tint(colour, part * strength) })),
    };
}

/** Thin lines from the known end of an open date to the edges, to be drawn behind all marks. */
export function tailsOf({ facts: [fact], open }, { left, right, middle, edge }, colours) {
    const line = (from, to) => ({
        type: 'rect',
        shape: { x: Math.min(from, to), y: middle - 0.5, width: Math.abs(to - from), height: 1 },
        style: {
            fill: {
                type: 'linear',
                x: from < to ? 0 : 1,
                y: 0,
                x2: from < to ? 1 : 0,
                y2: 0,
                colorStops: [
                    { offset: 0, color: tint(colourOf(fact, colours), 0.7) },
                    { offset: 1, color: tint(colourOf(fact, colours), 0.08) },
                ],
            },
        },
    });
    return [
        ...(open.start && left > edge.left ? [line((left + right) / 2, edge.left)] : []),
        ...(open.end && right < edge.right ? [line((left + right) / 2, edge.right)] : []),
    ];
}

function ring({ left, right, middle }, { colours }) {
    const out = 4;
    return {
        type: 'rect',
        shape: {
            x: left - out,
            y: middle - HEIGHT / 2 - out,
            width: right - left + 2 * out,
            height: HEIGHT + 2 * out,
            r: 6,
        },
        style: { fill: tint(colours.ring, 0.14), stroke: colours.ring, lineWidth: 2 },
    };
}

function strike({ left, right, middle }, { colours }) {
    return {
        type: 'line',
        shape: { x1: left - 2, x2: right + 2, y1: middle, y2: middle },
        style: { stroke: colours.denied, lineWidth: 1.5 },
        silent: true,
    };
}

/** Sources disagree: a small flag at the upper right of the mark. */
function conflict({ right, middle }, { colours }) {
    const [x, y, size] = [right - 1, middle - HEIGHT / 2 - 3, 8];
    return {
        type: 'polygon',
        shape: {
            points: [
                [x - size / 2, y + size],
                [x, y],
                [x + size / 2, y + size],
            ],
        },
        style: { fill: colours.conflict, stroke: colours.ground, lineWidth: 1 },
    };
}

function label({ left, right, middle }, { colours, label: { text, side } }) {
    return {
        type: 'text',
        x: side === 'right' ? right + 6 : left - 6,
        y: middle,
        style: {
            text,
            fill: colours.text,
            font: colours.font,
            align: side === 'right' ? 'left' : 'right',
            verticalAlign: 'middle',
            stroke: colours.ground,
            lineWidth: 3,
        },
    };
}

function crowd(mark, { left, right, middle }, { colours, selected, disputed }) {
    return [
        {
            type: 'rect',
            shape: { x: left, y: middle - HEIGHT / 2 - 1, width: Math.max(right - left, 18), height: HEIGHT + 2, r: 8 },
            style: {
                fill: colours.crowd,
                stroke: selected ? colours.ring : disputed ? colours.conflict : colours.edge,
                lineWidth: selected ? 2 : 1,
            },
        },
        {
            type: 'text',
            x: (left + Math.max(right, left + 18)) / 2,
            y: middle,
            silent: true,
            style: {
                text: String(mark.facts.length),
                fill: colours.text,
                font: colours.font,
                align: 'center',
                verticalAlign: 'middle',
            },
        },
    ];
}
