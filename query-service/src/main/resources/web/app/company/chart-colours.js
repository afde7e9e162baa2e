import { colour } from '../theme.js';

const NAMES = {
    confirmed: '--confirmed',
    reported: '--reported',
    planned: '--planned',
    rumoured: '--rumoured',
    denied: '--refuted',
    cancelled: '--refuted',
    ring: '--accent',
    crowd: '--accent-ground',
    conflict: '--warn',
    text: '--ink',
    faint: '--ink-soft',
    line: '--line',
    edge: '--line-strong',
    ground: '--surface',
};

/** The colours of charts as the style sheet has them now, as `rgb(…)`, and the font of their texts. */
export function chartColours() {
    const family = getComputedStyle(document.body).fontFamily;
    const colours = Object.entries(NAMES).map(([name, property]) => [name, colour(property)]);
    return { ...Object.fromEntries(colours), family, font: `12px ${family}` };
}

/** A colour of these at a part of its strength. */
export function tint(colour, part) {
    const [red, green, blue] = colour.match(/[\d.]+/g);
    return `rgba(${red}, ${green}, ${blue}, ${part})`;
}
