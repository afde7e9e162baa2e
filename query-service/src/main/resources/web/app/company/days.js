/** A day in milliseconds. */
export const DAY = 86_400_000;

/** The beginning of an ISO day, in milliseconds. */
export function beginningOf(day) {
    const [, sign, year, month, date] = /^([-+]?)(\d+)-(\d\d)-(\d\d)$/.exec(day);
    const moment = new Date(0);
    moment.setUTCFullYear(Number(sign + year), month - 1, date);
    return moment.getTime();
}

/** The ISO day in which a moment lies. */
export function dayOf(moment) {
    const date = new Date(moment);
    const year = date.getUTCFullYear();
    const digits = String(Math.abs(year)).padStart(4, '0');
    const rest = [date.getUTCMonth() + 1, date.getUTCDate()].map((part) => String(part).padStart(2, '0'));
    return `${year < 0 ? '-' : ''}${digits}-${rest.join('-')}`;
}

/** Whether a text is an ISO day. */
export function isDay(text) {
    return /^-?\d{4}-\d\d-\d\d$/.test(text ?? '');
}

/** The year under which a date is listed: of its first day, of its last where that is open; absent where it tells of none. */
export function yearOf(when) {
    const day = when.earliest ?? when.latest;
    return day && isTelling(when) ? Number(day.slice(0, -6)) : undefined;
}

const spans = new WeakMap();
const LONGEST_TELLING = 60 * 365.25 * DAY;

/** Whether a date says about when something was: one of any year of a century does not. */
function isTelling(when) {
    const { start, end } = spanOf(when);
    return start === undefined || end === undefined || end - start < LONGEST_TELLING;
}

/**
 * What a date covers on an axis: `start` and `end` in milliseconds, an open one absent, whether it is one `exact` day,
 * and whether it begins or ends `vaguely`, because somebody marked it as approximate or uncertain.
 */
export function spanOf(when) {
    let span = spans.get(when);
    if (!span) {
        const [first, last = first] = when.edtf.split('/');
        const start = when.earliest && beginningOf(when.earliest);
        const end = when.latest && beginningOf(when.latest) + DAY;
        const vague = (part) => /[~?%]/.test(part);
        span = {
            start,
            end,
            exact: start !== undefined && end === start + DAY && !vague(first),
            vaguely: { start: vague(first), end: vague(last) },
        };
        spans.set(when, span);
    }
    return span;
}

/**
 * From the first to the last moment that these dates name, and a little beyond; two years where they name none. A date that says
 * next to nothing, such as one of any year, counts only where there is no other.
 */
export function extentOf(whens) {
    const telling = whens.filter(isTelling);
    let from = Infinity;
    let to = -Infinity;
    for (const when of telling.length ? telling : whens) {
        const { start, end } = spanOf(when);
        from = Math.min(from, start ?? end ?? Infinity);
        to = Math.max(to, end ?? start ?? -Infinity);
    }
    if (from > to) {
        from = Date.now() - 365 * DAY;
        to = Date.now() + 365 * DAY;
    }
    const margin = Math.max((to - from) * 0.04, 60 * DAY);
    return { from: from - margin, to: to + margin };
}
