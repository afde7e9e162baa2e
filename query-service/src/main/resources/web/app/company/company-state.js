import { LitElement, html, nothing } from 'lit';
import { companyPath } from '../address.js';
import { money, number, t } from '../i18n.js';
import { said, sentence } from '../sentence.js';
import '../words.js';
import { placeText } from './value-text.js';

const MOST = 8;
const PARTIES = ['partners', 'customers', 'suppliers', 'investments', 'acquisitions'];

/** What a company is, as the service folds it from its facts, each value with how certain it is and a way to the fact that it rests on. */
class CompanyState extends LitElement {
    static properties = { state: { attribute: false }, open: { state: true } };

    constructor() {
        super();
        this.open = new Set();
    }

    createRenderRoot() {
        return this;
    }

    render() {
        const { state } = this;
        if (!state) {
            return nothing;
        }
        return html`
            ${this.#ended(state)} ${this.#founded(state)} ${this.#seats('headquarters', state.headquarters)}
            ${this.#seats('registeredOffice', state.registeredOffice)} ${this.#funding(state)}
            ${this.#list('people', state.people, (each) => this.#person(each))}
            ${this.#list('offices', state.offices, (each) => this.#spell(each, placeText(each.place)))}
            ${PARTIES.map((name) => this.#list(name, state[name], (each) => this.#party(each)))}
            ${this.#list('products', state.products, (each) => this.#spell(each, [each.product, each.version].filter(Boolean).join(' ')))}
            ${this.#list('listings', state.listings, (each) => this.#spell(each, listing(each)))}
            ${this.#list('programmes', state.programmes, (each) => this.#dated(each, each.programme))}
            ${this.#headcount(state.headcount)} ${this.#list('names', otherNames(state), (each) => this.#name(each))}
            ${this.#list('identifiers', state.identifiers, (each) => this.#identifier(each))}
        `;
    }

    #ended({ ended, planned }) {
        if (ended) {
            return section(
                t(`company.status.${ended.type}`),
                html`<p>
                    ${ended.kind ? t(`said.closures.${ended.kind}`) : nothing}
                    <date-words edtf=${ended.when.edtf}></date-words>${this.#rest(ended)}
                </p>`,
            );
        }
        return planned
            ? section(
                  t('company.status.planned'),
                  html`<p><date-words edtf=${planned.when.edtf}></date-words>${this.#rest(planned)}</p>`,
              )
            : nothing;
    }

    #founded({ founded }) {
        return founded
            ? section(
                  t('company.titles.founded'),
                  html`<p>
                          <date-words edtf=${founded.when.edtf}></date-words
                          >${founded.place ? html`, <bdi>${placeText(founded.place)}</bdi>` : nothing}${this.#rest(founded)}
                      </p>
                      ${founded.founders?.length ? html`<p class="faint">${t('company.by')} ${founded.founders.map((name, index) => [index ? ', ' : '', said(name)])}</p>` : nothing}`,
              )
            : nothing;
    }

    #seats(name, seats) {
        return seats
            ? section(
                  t(`company.titles.${name}`),
                  html`<ol class="seats">
                      ${seats.history.map(
                          (seat, index) =>
                              html`<li class=${index === seats.history.length - 1 ? 'now' : ''}>
                                  <bdi>${placeText(seat.place)}</bdi>${this.#rest(seat)}
                                  <span class="faint">${between(seat)}</span>
                              </li>`,
                      )}
                  </ol>`,
              )
            : nothing;
    }

    #funding({ funding, valuation }) {
        if (!funding.rounds && !valuation) {
            return nothing;
        }
        return section(
            t('company.titles.funding'),
            html`<ul class="plain">
                ${funding.totals.map(
                    (total) =>
                        html`<li>
                            <strong>${money(total)}</strong>
                            <span class="faint">${t('company.inRounds', { count: total.rounds })}</span
                            >${this.#rest(total)}
                        </li>`,
                )}
                ${funding.undisclosedRounds ? html`<li>${t('company.undisclosedRounds', { count: funding.undisclosedRounds })}</li>` : nothing}
                ${
                    valuation
                        ? html`<li>
                              ${t('company.valuation')} <strong>${money(valuation.money)}</strong>
                              <span class="faint"
                                  >${valuation.kind ? `${t(`said.valuations.${valuation.kind}`)}, ` : ''}<date-words
                                      edtf=${valuation.when.edtf}
                                  ></date-words></span
                              >${this.#rest(valuation)}
                          </li>`
                        : nothing
                }
            </ul>`,
        );
    }

    #person(each) {
        return html`${said(each.person)}${this.#rest(each)}
            <span class="faint"
                >${said(each.title)}${each.scope ? [' (', said(each.scope), ')'] : nothing}${between(each, ' · ')}</span
            >`;
    }

    #spell(each, text) {
        return html`${said(text)}${this.#rest(each)} <span class="faint">${between(each)}</span>`;
    }

    #dated(each, text) {
        return html`${said(text)}${this.#rest(each)}
            <span class="faint"><date-words edtf=${each.when.edtf}></date-words></span>`;
    }

    #party(each) {
        const name = said(each.name ?? each.company);
        return html`${each.company ? html`<a href=${companyPath(each.company)}>${name}</a>` : name}${this.#rest(each)}`;
    }

    #name(each) {
        return html`${said(each.name)}${this.#rest(each)}
            <span class="faint">${t(`company.nameKinds.${each.kind}`)}${between(each, ' · ')}</span>`;
    }

    #identifier(each) {
        return html`<span class="faint">${t(`said.schemes.${each.scheme}`)}</span>
            ${said(each.value)}${this.#rest(each)}
            ${
                each.conflict
                    ? html`<span class="conflict-mark">${t('company.alsoHeldBy')}</span> ${each.conflict.companies.map(
                              ({ company }) => html`<a href=${companyPath(company)}>${company}</a> `,
                          )}`
                    : nothing
            }`;
    }

    #headcount(headcount) {
        return headcount
            ? section(
                  t('company.titles.headcount'),
                  html`<p>
                      ${headcount.count === undefined ? sentence('headcount-reported', { percent: headcount.percent }) : number(headcount.count)}
                      <span class="faint"><date-words edtf=${headcount.when.edtf}></date-words></span
                      >${this.#rest(headcount)}
                  </p>`,
              )
            : nothing;
    }

    #list(name, items, item) {
        if (!items.length) {
            return nothing;
        }
        const shown = this.open.has(name) ? items : items.slice(0, MOST);
        const more = items.length - shown.length;
        return section(
            t(`company.titles.${name}`),
            html`<ul class="plain">
                    ${shown.map((each) => html`<li class=${each.current === false ? 'past' : ''}>${item(each)}</li>`)}
                </ul>
                ${more ? html`<button type="button" class="quiet" @click=${() => this.#open(name)}>${t('company.more', { count: more })}</button>` : nothing}`,
        );
    }

    #open(name) {
        this.open = new Set([...this.open, name]);
    }

    /** How certain a value is, as a button that opens the fact on which it rests. */
    #rest({ certainty, facts }) {
        return certainty
            ? html` <button
                  type="button"
                  class="certainty ${certainty}"
                  title=${t(`company.certaintyMeans.${certainty}`)}
                  @click=${() => this.dispatchEvent(new CustomEvent('fact-why', { detail: { id: facts[0] }, bubbles: true }))}
              >
                  ${t(`company.certainty.${certainty}`)}
              </button>`
            : nothing;
    }
}

function section(title, content) {
    return html`<section class="state-part">
        <h3>${title}</h3>
        ${content}
    </section>`;
}

function between({ since, until }, before = '') {
    if (!since && !until) {
        return nothing;
    }
    const words = (when) => html`<date-words edtf=${when.edtf}></date-words>`;
    return html`${before}${since ? html`${t('company.since')} ${words(since)}` : nothing}
    ${until ? html`${t('company.until')} ${words(until)}` : nothing}`;
}

function otherNames({ names }) {
    return names.filter(({ kind }) => kind !== 'current');
}

function listing({ exchange, symbol }) {
    return [exchange, symbol].filter(Boolean).join(': ') || t('company.listedSomewhere');
}

customElements.define('company-state', CompanyState);
