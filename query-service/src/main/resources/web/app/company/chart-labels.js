import { shortLabel } from './short-label.js';

/** How wide a letter is on average, and what lies between a mark and its words, in pixels. */
const LETTER = 6.4;
const GAP = 8;
/** Less room than this is for no words, in pixels. */
const LEAST = 24;

/**
 * Gives marks of one lane their words where there is room: behind the mark, else before it. What is out of view gets none.
 *
 * @param marks from left to right, as `layOut` gives them
 * @param view {from, to} in milliseconds, scale milliseconds in a pixel
 * @returns the marks, those with room with a `label` ({text, side})
 */
export function labelled(marks, view, scale) {
    const taken = new Map();
    return marks.map((mark) => {
        const label =
            mark.facts.length === 1 ? roomFor(mark, view, scale, taken.get(mark.row) ?? view.from) : undefined;
        taken.set(mark.row, mark.end + (label?.side === 'right' ? label.width * scale : 0));
        return label ? { ...mark, label } : mark;
    });
}

function roomFor(mark, view, scale, taken) {
    const right = Math.min(mark.free, (view.to - mark.end) / scale);
    const left = (mark.start - Math.max(taken, view.from)) / scale;
    if (Math.max(left, right) < LEAST || mark.end < view.from || mark.start > view.to) {
        return undefined;
    }
    const text = shortLabel(mark.facts[0]);
    const width = text.length * LETTER + GAP;
    const side = width < right ? 'right' : width < left ? 'left' : undefined;
    return text && side && { text, width, side };
}
