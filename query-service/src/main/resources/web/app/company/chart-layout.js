import { spanOf } from './days.js';

/** The least width of a mark, in pixels. */
export const MARK = 10;
/** What lies between two marks at least, in pixels. */
const GAP = 5;
/** How far an open end is drawn as strongly as the rest, in pixels. */
const OPEN = 72;
/** How much a mark that stands for many covers, in pixels. */
const CROWD = 40;
/**
 * How many rows the facts of a lane need where all of them are in view. Those that find no room in `most` rows are drawn together,
 * as crowds, in one more.
 */
export function roomFor(facts, extent, scale, most) {
    const ends = [];
    for (const mark of marksOf(facts, extent, scale)) {
        const free = ends.findIndex((end) => end + GAP <= mark.from);
        if (free < 0 && ends.length === most) {
            return { rows: most + 1, crowded: true };
        }
        ends[free < 0 ? ends.length : free] = mark.to;
    }
    return { rows: Math.max(1, ends.length), crowded: false };
}

/**
 * Puts the facts of a lane into rows, so that marks hide each other nowhere. It depends on the scale alone and not on what is in view,
 * so that nothing jumps while one pans.
 *
 * @param extent {from, to} of the axis, in milliseconds
 * @param scale milliseconds in a pixel
 * @param room what `roomFor` gave
 * @returns [{row, facts, start, end, open: {start, end}, free}] in milliseconds; `free` is how much room is behind it, in pixels
 */
export function layOut(facts, extent, scale, room) {
    const lines = Array.from({ length: room.crowded ? room.rows - 1 : room.rows }, () => undefined);
    const marks = [];
    let crowd;
    for (const mark of marksOf(facts, extent, scale)) {
        const row = freest(lines, mark.from);
        if (row >= 0) {
            follow(lines[row], mark);
            lines[row] = mark;
            marks.push({ row, mark });
        } else if (crowd && mark.from < crowd.from + CROWD) {
            crowd.facts.push(...mark.facts);
            crowd.to = Math.min(Math.max(crowd.to, mark.to), crowd.from + CROWD);
        } else {
            follow(crowd, mark);
            crowd = { ...mark, to: Math.min(mark.to, mark.from + CROWD) };
            marks.push({ row: lines.length, mark: crowd });
        }
    }
    return marks.map(({ row, mark }) => ({
        row,
        facts: mark.facts,
        start: mark.from * scale,
        end: mark.to * scale,
        open: mark.open,
        free: mark.free,
    }));
}

function follow(mark, next) {
    if (mark) {
        mark.free = next.from - mark.to - GAP;
    }
}

/** The row that has been free for longest, so that words have room beside their marks. */
function freest(lines, from) {
    let found = -1;
    lines.forEach((last, row) => {
        const end = last?.to ?? -Infinity;
        if (end + GAP <= from && (found < 0 || end < (lines[found]?.to ?? -Infinity))) {
            found = row;
        }
    });
    return found;
}

/** A mark for each fact, from left to right, in pixels. */
function marksOf(facts, extent, scale) {
    return facts.map((fact) => markOf(fact, extent, scale)).sort((one, other) => one.from - other.from);
}

function markOf(fact, extent, scale) {
    const { start, end } = spanOf(fact.when);
    const from = start ?? (end === undefined ? extent.from : end - OPEN * scale);
    const to = end ?? (start === undefined ? extent.to : start + OPEN * scale);
    const middle = (from + to) / 2 / scale;
    const half = Math.max((to - from) / scale, MARK) / 2;
    return {
        facts: [fact],
        from: middle - half,
        to: middle + half,
        open: { start: start === undefined, end: end === undefined },
        free: Infinity,
    };
}
