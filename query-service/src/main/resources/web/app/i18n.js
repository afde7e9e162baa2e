import en from './messages/en.js';
import fr from './messages/fr.js';
import { keep } from './theme.js';

/** The languages of the page. */
export const LANGUAGES = ['en', 'fr'];

/** The language of this page, which the server chose. */
export const lang = document.documentElement.lang;

const messages = lang === 'fr' ? fr : en;
const plurals = new Intl.PluralRules(lang);
const regions = new Intl.DisplayNames([lang], { type: 'region', fallback: 'code' });
const relative = new Intl.RelativeTimeFormat(lang, { numeric: 'auto', style: 'short' });
const UNITS = [
    ['year', 31_536_000],
    ['month', 2_628_000],
    ['day', 86_400],
    ['hour', 3_600],
    ['minute', 60],
];

/** A message by its path, such as `start.title`; `{name}` in it stands for a value, of forms by number `count` decides. */
export function t(key, values = {}) {
    const found = message(key);
    if (found === undefined) {
        return key;
    }
    const text = typeof found === 'string' ? found : (found[plurals.select(values.count)] ?? found.other);
    return text.replace(/\{(\w+)\}/g, (whole, name) =>
        name in values ? shown(values[name]) : whole);
}

/** Whether there is a message with this path. */
export function has(key) {
    return message(key) !== undefined;
}

/** A message in which elements stand for values: its parts, texts and values in turn. */
export function parts(key, values = {}) {
    return t(key, 'count' in values ? { count: values.count } : {})
        .split(/(\{\w+\})/)
        .filter((part) => part !== '')
        .map((part) => (part.startsWith('{') ? (values[part.slice(1, -1)] ?? '') : part));
}

/** A number as people write it here. */
export function number(value, options) {
    return new Intl.NumberFormat(lang, options).format(value);
}

/** Money in the short form: an amount or a range in a currency, or that it was not disclosed. */
export function money({ amount, min, max, currency, approximate, disclosed } = {}) {
    if (disclosed === false || !currency) {
        return t('base.undisclosed');
    }
    const value = sum({ amount, min, max, currency });
    return approximate ? t('base.about', { value }) : value;
}

function sum({ amount, min, max, currency }) {
    if (amount !== undefined) {
        return inCurrency(amount, currency);
    }
    if (min !== undefined && max !== undefined) {
        return t('base.range', { from: inCurrency(min, currency), to: inCurrency(max, currency) });
    }
    return min === undefined
        ? t('base.atMost', { value: inCurrency(max, currency) })
        : t('base.atLeast', { value: inCurrency(min, currency) });
}

/** An ISO day in words. */
export function day(iso, options = { dateStyle: 'long' }) {
    const date = new Date(`${iso}T00:00:00Z`);
    return Number.isNaN(date.valueOf())
        ? iso
        : new Intl.DateTimeFormat(lang, { ...options, timeZone: 'UTC' }).format(date);
}

/** An instant in full, in the time zone of the reader. */
export function instant(iso) {
    return new Intl.DateTimeFormat(lang, { dateStyle: 'medium', timeStyle: 'medium' }).format(new Date(iso));
}

/** How long ago an instant was. */
export function ago(iso, now = Date.now()) {
    const seconds = (new Date(iso).valueOf() - now) / 1_000;
    for (const [unit, length] of UNITS) {
        if (Math.abs(seconds) >= length) {
            return relative.format(Math.trunc(seconds / length), unit);
        }
    }
    return t('base.now');
}

/** A country by its code. */
export function country(code) {
    try {
        return regions.of(code);
    } catch {
        return code;
    }
}

/** Shows this page in another language, and keeps that choice. */
export function chooseLanguage(chosen) {
    keep('lang', chosen);
    const address = new URL(location.href);
    address.searchParams.delete('lang');
    if (address.href === location.href) {
        location.reload();
    } else {
        location.replace(address);
    }
}

/** An amount is a decimal number as text, and shown to its last digit: in short only where that says the same. */
function inCurrency(amount, currency) {
    const text = String(amount);
    const options = text.includes('.')
        ? { maximumFractionDigits: 6 }
        : isRound(text)
          ? { notation: 'compact', compactDisplay: 'long', minimumFractionDigits: 0, maximumFractionDigits: 2 }
          : { maximumFractionDigits: 0 };
    try {
        return number(text, { style: 'currency', currency, ...options });
    } catch {
        return `${amount} ${currency}`;
    }
}

/** Whether it is millions, billions or trillions with at most two decimals. */
function isRound(amount) {
    const digits = amount.replace(/^-?0*/, '');
    const scale = [12, 9, 6].find((zeros) => digits.length > zeros);
    return scale !== undefined && digits.endsWith('0'.repeat(scale - 2));
}

// Keys may hold words of strangers, such as a type: only a message's own names count.
function message(key) {
    return key
        .split('.')
        .reduce((part, name) => (part && Object.hasOwn(part, name) ? part[name] : undefined), messages);
}

function shown(value) {
    return typeof value === 'number' ? number(value) : String(value);
}
