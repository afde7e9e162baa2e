import { html } from 'lit';
import { companyPath } from './address.js';
import { country, has, lang, money, number, parts, t } from './i18n.js';

const LONGEST = 160;
const LONGEST_NAME = 80;
const MOST_LISTED = 5;
const TO_COME = ['planned', 'cancelled'];
const joined = new Intl.ListFormat(lang, { type: 'conjunction' });

/**
 * What an event or a fact says of its company, as the end of a sentence that begins with the company's name. What is
 * planned, or was until it was cancelled, is told as something to come.
 */
export function sentence(type, details, status) {
    const say = Object.hasOwn(sayings, type) ? sayings[type] : undefined;
    return say ? say(details, TO_COME.includes(status) ? toCome : phrase) : unknown(type, details ?? {});
}

/** The name of a type of event; an unknown one as it is written. */
export function typeName(type) {
    return has(`said.types.${type}`) ? t(`said.types.${type}`) : type;
}

/** What a stranger wrote: as text, apart from what is written around it, and not endless. */
export function said(text, longest = LONGEST) {
    const whole = String(text);
    const letters = Array.from(whole);
    return letters.length > longest
        ? html`<bdi title=${letters.slice(0, 1_000).join('')}>${letters.slice(0, longest).join('')}…</bdi>`
        : html`<bdi>${whole}</bdi>`;
}

/** A company that is named: a link to its page where its id is known. */
export function companyLink({ company, name }) {
    return company
        ? html`<a href=${companyPath(company)}>${said(name ?? company, LONGEST_NAME)}</a>`
        : said(name ?? '', LONGEST_NAME);
}

/** A place in one line. */
export function placeName({ city, region, country: code } = {}) {
    const near = city ?? region;
    const texts = [near ? said(near) : '', code && code !== near ? country(code) : ''].filter(Boolean);
    return texts.length === 2 ? html`${texts[0]}, ${texts[1]}` : texts[0];
}

/** A list in words: all of a few, the first of many. */
export function inList(items) {
    const shown = items.slice(0, MOST_LISTED);
    if (items.length > MOST_LISTED) {
        shown.push(t('said.more', { count: items.length - MOST_LISTED }));
    }
    return joined
        .formatToParts(shown.map((_, index) => String(index)))
        .map((part) => (part.type === 'element' ? shown[Number(part.value)] : part.value));
}

const sayings = {
    founded: ({ place, founders }, verb) => [
        verb('founded'),
        place ? at(place) : null,
        optional('by', founders?.length && { who: inList(founders.map((each) => said(each))) }),
    ],
    funded: ({ money: raised, round, investors, postMoney, preMoney }, verb) => {
        const value = postMoney ?? preMoney;
        return [
            raised && raised.disclosed !== false
                ? verb('funded', { money: money(raised) })
                : verb('fundedUndisclosed'),
            kind('rounds', round),
            optional('from', investors?.length && { who: inList(investors.map(companyLink)) }),
            optional('atValuation', value && value.disclosed !== false && { money: money(value) }),
        ];
    },
    relocated: ({ from, to, kind: seat }, verb) => [
        verb(seat === 'registered-office' ? 'relocatedOffice' : 'relocated'),
        optional('fromPlace', from && { place: placeName(from) }),
        phrase('toPlace', { place: placeName(to) }),
    ],
    partnered: ({ partners = [], about, kind: sort }, verb) => [
        verb('partnered', { who: inList(partners.map(companyLink)) }),
        kind('partnerships', sort),
        optional('about', about && { what: said(about) }),
    ],
    valued: ({ money: worth, kind: sort }, verb) => [
        verb('valued', { money: money(worth) }),
        kind('valuations', sort),
    ],
    acquired: ({ acquirer, price }, verb) => [
        verb('acquired', { who: companyLink(acquirer ?? {}) }),
        optional('forPrice', price && price.disclosed !== false && { money: money(price) }),
    ],
    merged: ({ with: other, successor }, verb) => [
        verb('merged', { who: companyLink(other ?? {}) }),
        optional('into', successor && { who: companyLink(successor) }),
    ],
    listed: ({ exchange, symbol, money: raised }, verb) => [
        verb('listed'),
        optional('onExchange', exchange && { what: said(exchange) }),
        symbol ? ['(', said(symbol), ')'] : null,
        raised && raised.disclosed !== false ? verb('raising', { money: money(raised) }) : null,
    ],
    delisted: ({ exchange, symbol }, verb) => [
        verb('delisted'),
        optional('fromExchange', exchange && { what: said(exchange) }),
        symbol ? ['(', said(symbol), ')'] : null,
    ],
    closed: ({ kind: how }, verb) => [verb(has(`said.closures.${how}`) ? `closures.${how}` : 'closed')],
    renamed: ({ name, formerName }, verb) => [
        verb('renamed', { what: said(name) }),
        optional('formerly', formerName && { what: said(formerName) }),
    ],
    'office-opened': ({ place, kind: sort = 'office' }, verb) => [
        verb('officeOpened', { kind: t(`said.offices.${sort}`) }),
        at(place),
    ],
    'office-closed': ({ place, kind: sort = 'office' }, verb) => [
        verb('officeClosed', { kind: t(`said.officesOwn.${sort}`) }),
        at(place),
    ],
    appointed: ({ person, title, scope }, verb) => [
        verb('appointed', { who: said(person), what: said(title) }),
        scope ? ['(', said(scope), ')'] : null,
    ],
    departed: ({ person, title, scope }, verb) => [
        verb('departed', { who: said(person), what: said(title) }),
        scope ? ['(', said(scope), ')'] : null,
    ],
    contracted: ({ customers = [], money: worth, about }, verb) => [
        verb('contracted', { who: inList(customers.map(companyLink)) }),
        optional('worth', worth && worth.disclosed !== false && { money: money(worth) }),
        optional('about', about && { what: said(about) }),
    ],
    launched: ({ product, version }, verb) => [
        verb('launched', { what: said(product) }),
        version ? said(version) : null,
    ],
    discontinued: ({ product, version }, verb) => [
        verb('discontinued', { what: said(product) }),
        version ? said(version) : null,
    ],
    'joined-programme': ({ programme, batch }, verb) => [
        verb('joinedProgramme', { what: said(programme) }),
        batch ? ['(', said(batch), ')'] : null,
    ],
    'laid-off': ({ count, percent }, verb) => [
        count === undefined
            ? verb('laidOffShare', { share: percents(percent) })
            : verb('laidOff', { count }),
        count !== undefined && percent !== undefined ? `(${percents(percent)})` : null,
    ],
    'headcount-reported': ({ count, percent }, verb) => [
        count === undefined
            ? phrase('headcountChange', { share: percents(percent, { signDisplay: 'exceptZero' }) })
            : verb('headcount', { count }),
        count !== undefined && percent !== undefined
            ? `(${percents(percent, { signDisplay: 'exceptZero' })})`
            : null,
    ],
    identified: ({ scheme, value }) => [
        scheme === 'alias'
            ? phrase('alias', { what: said(value) })
            : phrase('identified', { scheme: t(`said.schemes.${scheme}`), what: said(value) }),
    ],
    'same-as': ({ company }) => [phrase('sameAs', { who: companyLink({ company }) })],
    corrected: (details) => annotation('corrected', details),
    retracted: (details) => annotation('retracted', details),
    confirmed: (details) => annotation('confirmed', details),
    disputed: (details) => annotation('disputed', details),
};

// Pieces of a sentence with spaces between them.
for (const [type, say] of Object.entries(sayings)) {
    sayings[type] = (details, verb) =>
        say(details, verb)
            .filter((piece) => piece)
            .map((piece, index) => (index === 0 ? piece : html` ${piece}`));
}

function phrase(name, values = {}) {
    return parts(`said.${name}`, values);
}

function toCome(name, values) {
    return has(`said.toCome.${name}`) ? phrase(`toCome.${name}`, values) : phrase(name, values);
}

function optional(name, values) {
    return values ? phrase(name, values) : null;
}

function at(place) {
    return phrase(place?.city || place?.region ? 'inPlace' : 'inCountry', { place: placeName(place) });
}

function kind(names, value) {
    return has(`said.${names}.${value}`) ? `(${t(`said.${names}.${value}`)})` : null;
}

function percents(value, options) {
    return number(Number(value) / 100, { style: 'percent', maximumFractionDigits: 2, ...options });
}

function annotation(name, { reason }) {
    return [phrase(name), reason ? html`(${said(reason)})` : null];
}

function unknown(type, details) {
    const pairs = Object.entries(details).slice(0, MOST_LISTED);
    return [
        typeName(type),
        ...pairs.map(([name, value], index) => html`${index ? '; ' : ' · '}${said(name)}: ${said(plain(value))}`),
    ];
}

function plain(value) {
    return typeof value === 'object' ? JSON.stringify(value) : value;
}
