import { DAY } from './days.js';

/** The shortest stretch of time that a chart shows. */
export const SHORTEST = 14 * DAY;

/** A stretch of time moved by a part of itself, within an extent. */
export function panned(window, part, extent) {
    return within({ from: window.from + part * lengthOf(window), to: window.to + part * lengthOf(window) }, extent);
}

/** A stretch of time made so many times as long around its middle, within an extent. */
export function zoomed(window, times, extent) {
    const half = (lengthOf(window) * times) / 2;
    const middle = (window.from + window.to) / 2;
    return within({ from: middle - half, to: middle + half }, extent);
}

/** The stretch of the same length at the beginning or the end of an extent. */
export function atEdge(window, edge, extent) {
    return edge === 'start'
        ? { from: extent.from, to: extent.from + lengthOf(window) }
        : { from: extent.to - lengthOf(window), to: extent.to };
}

/** The stretch of time that shows all of these marks, with room around them. */
export function around({ start, end }, extent) {
    const margin = Math.max((end - start) * 0.25, SHORTEST / 2);
    return within({ from: start - margin, to: end + margin }, extent);
}

/** Whether a stretch of time is all of an extent. */
export function isWhole(window, extent) {
    return lengthOf(window) >= lengthOf(extent) * 0.999;
}

/** A stretch of time moved and cut so that it lies in an extent. */
export function within({ from, to }, extent) {
    const length = Math.min(Math.max(to - from, SHORTEST), lengthOf(extent));
    const start = Math.min(Math.max((from + to - length) / 2, extent.from), extent.to - length);
    return { from: start, to: start + length };
}

function lengthOf({ from, to }) {
    return to - from;
}
