import { lang } from '../i18n.js';
import { DAY } from './days.js';

const MONTH = 30.44 * DAY;
const YEAR = 365.25 * DAY;

/** An axis of time for ECharts: years, months or days, as they fit. */
export function axisOf(extent, window, width, colours) {
    const length = window.to - window.from;
    const unit = unitOf(length / Math.max(width / 90, 1));
    return {
        type: 'time',
        min: extent.from,
        max: extent.to,
        splitNumber: Math.max(Math.floor(width / 110), 2),
        axisLine: { lineStyle: { color: colours.line } },
        axisTick: { lineStyle: { color: colours.line } },
        axisLabel: {
            color: colours.faint,
            fontFamily: colours.family,
            fontSize: 12,
            hideOverlap: true,
            formatter: (moment) => labelOf(moment, unit),
        },
        splitLine: { show: true, lineStyle: { color: colours.line, opacity: 0.5 } },
    };
}

function unitOf(step) {
    return step >= YEAR * 0.8 ? 'year' : step >= MONTH * 0.8 ? 'month' : 'day';
}

const formats = Object.fromEntries(
    Object.entries({
        year: { year: 'numeric' },
        month: { month: 'short' },
        day: { day: 'numeric', month: 'short' },
    }).map(([unit, options]) => [unit, new Intl.DateTimeFormat(lang, { timeZone: 'UTC', ...options })]),
);

function labelOf(moment, unit) {
    const date = new Date(moment);
    const isNewYear = date.getUTCMonth() === 0 && date.getUTCDate() === 1;
    return formats[isNewYear ? 'year' : unit].format(date);
}
