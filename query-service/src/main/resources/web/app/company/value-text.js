import { html } from 'lit';
import { country, has, money, number, t } from '../i18n.js';
import { said } from '../sentence.js';
import '../words.js';

const MONEY = new Set(['money', 'price', 'preMoney', 'postMoney']);
const DATES = new Set(['when', 'until']);
const WORDS = {
    status: ['base.statuses'],
    round: ['said.rounds'],
    claim: ['facts.values'],
    kind: ['said.partnerships', 'said.valuations'],
};

/** A value of a field of facts, as it stands where sources differ. */
export function valueText(field, value) {
    if (value === null || value === undefined) {
        return '—';
    }
    if (DATES.has(field) && typeof value === 'string') {
        return html`<date-words edtf=${value}></date-words>`;
    }
    if (MONEY.has(field)) {
        return money(value);
    }
    const word = WORDS[field]?.map((area) => `${area}.${value}`).find(has);
    return word ? t(word) : said(plain(value));
}

/** A place in words: its city, region and country as far as they are told. */
export function placeText({ city, region, country: code }) {
    return [city, city ? undefined : region, code && country(code)].filter(Boolean).join(', ');
}

function plain(value) {
    if (Array.isArray(value)) {
        return value.map(plain).join(', ');
    }
    if (typeof value === 'number') {
        return number(value);
    }
    if (typeof value === 'boolean') {
        return t(value ? 'facts.yes' : 'facts.no');
    }
    if (typeof value === 'object') {
        return (value.city ?? value.country)
            ? placeText(value)
            : (value.name ?? value.company ?? JSON.stringify(value));
    }
    return value;
}
