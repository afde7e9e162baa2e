import { LitElement, html, nothing } from 'lit';
import { changeAddress, companyPath, onAddress, readAddress } from '../address.js';
import { getJson, isAborted } from '../api.js';
import '../company/chart-legend.js';
import '../company/chart-tools.js';
import '../company/timeline-chart.js';
import { readTimeline } from '../company/timeline.js';
import { t } from '../i18n.js';
import '../parts/company-search.js';
import '../parts/load-error.js';
import './compare-table.js';

const TOGETHER = 250;

/* Each is held whole, and has to be told from the others. */
const MOST = 8;

/** Companies beside each other: their timelines on one axis, and what they are in a table. The query string holds which and in what order. */
class PageCompare extends LitElement {
    static properties = {
        ids: { state: true },
        companies: { state: true },
        view: { state: true },
        whole: { type: Boolean, reflect: true },
    };

    constructor() {
        super();
        this.companies = new Map();
        this.#addressed(readAddress());
    }

    createRenderRoot() {
        return this;
    }

    connectedCallback() {
        super.connectedCallback();
        document.title = `${t('compare.title')} · ${t('base.product')}`;
        this.forgetAddress = onAddress((address) => this.#addressed(address));
    }

    disconnectedCallback() {
        super.disconnectedCallback();
        this.forgetAddress();
    }

    #addressed(address) {
        this.ids = [...new Set(address.getAll('company'))].slice(0, MOST);
        this.view = { from: address.get('from') ?? undefined, to: address.get('to') ?? undefined };
        this.ids.filter((id) => !this.companies.has(id)).forEach((id) => this.#load(id));
    }

    async #load(id) {
        this.#learn(id, { id, facts: [] });
        const facts = [];
        try {
            const [{ body }] = await Promise.all([
                getJson(companyPath(id)),
                readTimeline(id, {}, undefined, (come) => facts.push(...come)),
            ]);
            this.#learn(id, { id, facts, state: body, whole: true });
        } catch (failure) {
            if (!isAborted(failure)) {
                this.#learn(id, { id, facts: [], failure, whole: true });
            }
        }
    }

    #learn(id, company) {
        this.companies = new Map(this.companies).set(id, company);
    }

    willUpdate(changed) {
        if (changed.has('ids') || changed.has('companies')) {
            this.whole = this.ids.every((id) => this.companies.get(id)?.whole);
            this.compared = this.ids.map((id) => this.companies.get(id));
            this.lanes = this.compared.map(({ id, state, facts }) => ({ key: id, label: state?.name ?? id, facts }));
        }
    }

    render() {
        return html`
            <header class="compare-head">
                <h1>${t('compare.title')}</h1>
                ${
                    this.ids.length < MOST
                        ? html`<company-search
                              label=${t('compare.add')}
                              @company-chosen=${this.#added}
                          ></company-search>`
                        : html`<p class="faint">${t('compare.most', { count: MOST })}</p>`
                }
            </header>
            ${this.ids.length ? this.#compared() : html`<p class="empty">${t('compare.none')}</p>`}
        `;
    }

    #compared() {
        return html`
            ${this.compared.map(({ id, failure }) =>
                failure ? html`<load-error .failure=${failure} @again=${() => this.#load(id)}></load-error>` : nothing,
            )}
            <section class="drawn" aria-label=${t('time.chart')}>
                <chart-tools
                    @chart-move=${(event) => this.querySelector('timeline-chart').move(event.detail)}
                ></chart-tools>
                <timeline-chart
                    .lanes=${this.lanes}
                    .from=${this.view.from}
                    .to=${this.view.to}
                    .summary=${this.#summary()}
                    @window-change=${this.#windowed}
                    @fact-select=${(event) => this.#open(event.detail.id)}
                ></timeline-chart>
                <chart-legend></chart-legend>
            </section>
            <compare-table
                .companies=${this.compared}
                @company-removed=${(event) => this.#put(this.ids.filter((id) => id !== event.detail))}
                @company-moved=${(event) => this.#moved(event.detail)}
            ></compare-table>
        `;
    }

    #summary() {
        return t('compare.summary', {
            companies: this.lanes.map(({ label, facts }) => `${label}: ${facts.length}`).join(', '),
        });
    }

    #added(event) {
        event.preventDefault();
        this.#put([...this.ids, event.detail.id]);
    }

    #moved({ id, by }) {
        const ids = this.ids.filter((each) => each !== id);
        ids.splice(this.ids.indexOf(id) + by, 0, id);
        this.#put(ids);
    }

    #put(ids) {
        changeAddress({ company: ids });
    }

    #windowed({ detail: { from, to } }) {
        clearTimeout(this.windowing);
        this.windowing = setTimeout(() => changeAddress({ from, to }, { replace: true }), TOGETHER);
    }

    #open(id) {
        const company = this.compared.find(({ facts }) => facts.some((fact) => fact.id === id));
        location.assign(`${companyPath(company.id)}?fact=${encodeURIComponent(id)}`);
    }
}

customElements.define('page-compare', PageCompare);
