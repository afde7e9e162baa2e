import { LitElement, html, nothing } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { companyPath } from '../address.js';
import { placeText } from '../company/value-text.js';
import { money, number, t } from '../i18n.js';
import { said } from '../sentence.js';
import '../words.js';

const ROWS = {
    status: ({ status }) => t(`company.status.${status}`),
    founded: ({ founded }) =>
        founded &&
        html`<date-words edtf=${founded.when.edtf}></date-words
            >${founded.place ? html`, <bdi>${placeText(founded.place)}</bdi>` : nothing}`,
    headquarters: ({ headquarters }) => headquarters && html`<bdi>${placeText(headquarters.place)}</bdi>`,
    runBy: ({ chiefExecutives }) => listed(chiefExecutives.map(({ person }) => said(person))),
    funding: ({ funding }) =>
        listed([
            ...funding.totals.map(
                (total) =>
                    html`${money(total)} <span class="faint">${t('company.inRounds', { count: total.rounds })}</span>`,
            ),
            ...(funding.undisclosedRounds
                ? [
                      html`<span class="faint"
                          >${t('company.undisclosedRounds', { count: funding.undisclosedRounds })}</span
                      >`,
                  ]
                : []),
        ]),
    valuation: ({ valuation }) =>
        valuation &&
        html`${money(valuation.money)}
            <span class="faint"><date-words edtf=${valuation.when.edtf}></date-words></span>`,
    headcount: ({ headcount }) => headcount?.count !== undefined && number(headcount.count),
    partners: ({ partners }) => partners.length > 0 && number(partners.length),
};

/** What companies are, a column for each. Tells `company-removed` (an id) and `company-moved` ({id, by}). */
class CompareTable extends LitElement {
    static properties = { companies: { attribute: false } };

    createRenderRoot() {
        return this;
    }

    render() {
        const { companies } = this;
        return html`<div class="compare-scroll" role="region" tabindex="0" aria-label=${t('compare.table')}>
            <table class="compare-table">
                <thead>
                    <tr>
                        <td></td>
                        ${repeat(
                            companies,
                            ({ id }) => id,
                            (company, index) => this.#head(company, index),
                        )}
                    </tr>
                </thead>
                <tbody>
                    ${Object.entries(ROWS).map(
                        ([name, value]) =>
                            html`<tr>
                                <th scope="row">${t(`compare.rows.${name}`)}</th>
                                ${companies.map(({ state }) => html`<td>${state ? value(state) || html`<span class="faint">${t('compare.unknown')}</span>` : nothing}</td>`)}
                            </tr>`,
                    )}
                    <tr>
                        <th scope="row">${t('compare.rows.facts')}</th>
                        ${companies.map(({ state, facts }) => html`<td>${state ? number(facts.length) : nothing}</td>`)}
                    </tr>
                </tbody>
            </table>
        </div>`;
    }

    /** The focus stays on the same button of the same company, or goes to the next one that there is. */
    async #tell(told, detail, label, id) {
        this.dispatchEvent(new CustomEvent(told, { detail }));
        await new Promise((drawn) => setTimeout(drawn));
        await this.updateComplete;
        const buttons = [...this.querySelectorAll(`th[data-company="${CSS.escape(id)}"] button`)];
        const same = buttons.find((button) => button.dataset.label === label) ?? buttons[0];
        (same ?? this.querySelector('th button') ?? document.querySelector('main input'))?.focus();
    }

    #head({ id, state }, index) {
        const name = state?.name ?? id;
        const button = (label, sign, told, detail) =>
            html`<button
                type="button"
                class="icon"
                data-label=${label}
                aria-label=${t(label, { name })}
                title=${t(label, { name })}
                @click=${() => this.#tell(told, detail, label, id)}
            >
                ${sign}
            </button>`;
        return html`<th scope="col" data-company=${id}>
            <a href=${companyPath(id)}>${said(name)}</a>
            <span class="compare-buttons">
                ${index > 0 ? button('compare.earlier', '←', 'company-moved', { id, by: -1 }) : nothing}
                ${index < this.companies.length - 1 ? button('compare.later', '→', 'company-moved', { id, by: 1 }) : nothing}
                ${button('compare.remove', '✕', 'company-removed', id)}
            </span>
        </th>`;
    }
}

function listed(items) {
    return (
        items.length > 0 &&
        html`<ul>
            ${items.map((item) => html`<li>${item}</li>`)}
        </ul>`
    );
}

customElements.define('compare-table', CompareTable);
