import { money, t } from '../i18n.js';

const MOST = 32;

/** A fact in a word or two, to stand beside its mark; plain text. */
export function shortLabel(fact) {
    const text = words(fact.type, fact.details).trim();
    return text.length > MOST ? `${[...text.slice(0, MOST)].join('').trimEnd()}…` : text;
}

function words(type, details) {
    switch (type) {
        case 'founded':
            return t('time.founded');
        case 'funded':
            return [sum(details.money), round(details)].filter(Boolean).join(' ') || t('base.undisclosed');
        case 'valued':
            return sum(details.money) ?? '';
        case 'relocated':
            return `→ ${place(details.to)}`;
        case 'office-opened':
            return place(details.place);
        case 'office-closed':
            return `${place(details.place)} ✕`;
        case 'appointed':
            return details.person;
        case 'departed':
            return `${details.person} ✕`;
        case 'partnered':
            return names(details.partners);
        case 'contracted':
            return names(details.customers);
        case 'acquired':
            return t('time.acquired', { name: name(details.acquirer) });
        case 'merged':
            return t('time.merged', { name: name(details.with) });
        case 'launched':
            return details.product;
        case 'discontinued':
            return `${details.product} ✕`;
        case 'renamed':
            return details.name;
        case 'listed':
            return details.symbol ?? details.exchange ?? t('time.listed');
        case 'closed':
            return t('time.closed');
        case 'joined-programme':
            return details.programme;
        case 'identified':
            return details.value;
        default:
            return '';
    }
}

function round({ round: name }) {
    return name === 'undisclosed' ? undefined : t(`said.rounds.${name}`);
}

function sum(amount) {
    return amount && amount.disclosed !== false ? money(amount) : undefined;
}

function place({ city, region, country }) {
    return city ?? region ?? country;
}

function names(companies) {
    return companies.map(name).join(', ');
}

function name(company) {
    return company.name ?? company.company;
}
