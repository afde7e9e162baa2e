import { html, LitElement, nothing } from 'lit';
import { changeAddress } from '../address.js';
import { getJson } from '../api.js';
import { country, lang, t } from '../i18n.js';
import en from '../messages/en.js';
import '../parts/company-search.js';
import { COUNTRIES } from './countries.js';
import { FILTERS } from './filters.js';

const LONGEST_NAME = 40;
const STATUSES = ['rumoured', 'planned', 'reported', 'confirmed', 'denied', 'cancelled'];
const TYPES = Object.keys(en.said.types);

/** The filters of the feed as a form; each change goes into the address at once. */
class FeedFilters extends LitElement {
    static properties = { filters: {}, names: { state: true } };

    constructor() {
        super();
        this.names = {};
    }

    createRenderRoot() {
        return this;
    }

    willUpdate(changed) {
        if (changed.has('filters')) {
            this.#names();
        }
    }

    async #names() {
        for (const id of this.filters.company ?? []) {
            if (!(id in this.names)) {
                this.names = { ...this.names, [id]: id };
                try {
                    const { body } = await getJson(`/companies/${encodeURIComponent(id)}`);
                    this.names = { ...this.names, [id]: body.name };
                } catch {
                    // It goes by its id.
                }
            }
        }
    }

    #add(name, value) {
        const values = this.filters[name] ?? [];
        if (value && !values.includes(value)) {
            changeAddress({ [name]: [...values, value] });
        }
    }

    #remove(name, value) {
        changeAddress({ [name]: (this.filters[name] ?? []).filter((each) => each !== value) });
    }

    #company(chosen) {
        chosen.preventDefault();
        this.names = { ...this.names, [chosen.detail.id]: chosen.detail.name };
        this.#add('company', chosen.detail.id);
    }

    /* The arrow keys change a closed list with each step: what is chosen by keys counts once one has done with it. */
    #choose(name, { target }) {
        if (!this.byKeys) {
            this.#add(name, target.value);
            target.value = '';
        }
    }

    #pressed(name, { key, target }) {
        this.byKeys = true;
        if (key === 'Enter') {
            this.#settle(name, { target });
        }
    }

    #settle(name, { target }) {
        this.byKeys = false;
        this.#choose(name, { target });
    }

    #toggle(name, value, { target }) {
        if (target.checked) {
            this.#add(name, value);
        } else {
            this.#remove(name, value);
        }
    }

    #amount({ target }) {
        changeAddress({ minimumAmount: target.value.replace(/[\s'’_]/g, '') });
    }

    #currency({ target }) {
        const currency = target.value.trim().toUpperCase();
        changeAddress(currency ? { currency } : { currency, minimumAmount: undefined });
    }

    #clear() {
        changeAddress(Object.fromEntries(FILTERS.map((name) => [name, undefined])));
    }

    render() {
        const isFiltered = Object.keys(this.filters).length > 0;
        return html`
            <form class="feed-filters" aria-label=${t('feed.filters')} @submit=${(e) => e.preventDefault()}>
                <div class="field feed-companies">
                    <company-search
                        label=${t('feed.company')}
                        @company-chosen=${this.#company}></company-search>
                </div>
                <div class="field">
                    <label for="feed-type">${t('feed.type')}</label>
                    <select
                        id="feed-type"
                        @change=${(e) => this.#choose('type', e)}
                        @pointerdown=${() => (this.byKeys = false)}
                        @keydown=${(e) => this.#pressed('type', e)}
                        @blur=${(e) => this.#settle('type', e)}>
                        <option value="">${t('feed.anyType')}</option>
                        ${TYPES.map((type) => html`<option value=${type}>${t(`said.types.${type}`)}</option>`)}
                    </select>
                </div>
                <div class="field">
                    <label for="feed-country">${t('feed.country')}</label>
                    <select
                        id="feed-country"
                        @change=${(e) => this.#choose('country', e)}
                        @pointerdown=${() => (this.byKeys = false)}
                        @keydown=${(e) => this.#pressed('country', e)}
                        @blur=${(e) => this.#settle('country', e)}>
                        <option value="">${t('feed.anyCountry')}</option>
                        ${countries().map(({ code, name }) => html`<option value=${code}>${name}</option>`)}
                    </select>
                </div>
                <div class="field">
                    <label for="feed-currency">${t('feed.currency')}</label>
                    <input
                        id="feed-currency"
                        list="feed-currencies"
                        maxlength="3"
                        autocomplete="off"
                        placeholder="EUR"
                        .value=${this.filters.currency ?? ''}
                        @change=${this.#currency} />
                    <datalist id="feed-currencies">
                        ${Intl.supportedValuesOf('currency').map((code) => html`<option value=${code}></option>`)}
                    </datalist>
                </div>
                <div class="field">
                    <label for="feed-amount">${t('feed.minimum')}</label>
                    <input
                        id="feed-amount"
                        inputmode="decimal"
                        autocomplete="off"
                        placeholder="10 000 000"
                        aria-describedby="feed-amount-hint"
                        ?disabled=${!this.filters.currency}
                        .value=${this.filters.minimumAmount ?? ''}
                        @change=${this.#amount} />
                    <small class="hint" id="feed-amount-hint">${t('feed.minimumHint')}</small>
                </div>
                <fieldset class="ticks">
                    <legend>${t('feed.status')}</legend>
                    ${STATUSES.map(
                        (status) => html`
                            <label>
                                <input
                                    type="checkbox"
                                    .checked=${this.filters.status?.includes(status) ?? false}
                                    @change=${(e) => this.#toggle('status', status, e)} />
                                ${t(`base.statuses.${status}`)}
                            </label>`)}
                </fieldset>
                ${isFiltered
                    ? html`
                          <ul class="feed-chips" aria-label=${t('feed.chosen')}>
                              ${this.#chips('company', (id) => shortened(this.names[id] ?? id))}
                              ${this.#chips('type', (type) => t(`said.types.${type}`))}
                              ${this.#chips('country', country)}
                              <li><button class="quiet" type="button" @click=${this.#clear}>${t('feed.clear')}</button></li>
                          </ul>`
                    : nothing}
            </form>`;
    }

    #chips(name, called) {
        return (this.filters[name] ?? []).map(
            (value) => html`
                <li>
                    <button
                        class="chip"
                        type="button"
                        aria-label=${t('feed.remove', { what: called(value) })}
                        @click=${() => this.#remove(name, value)}>
                        <bdi>${called(value)}</bdi> <span aria-hidden="true">×</span>
                    </button>
                </li>`);
    }
}

function shortened(name) {
    const letters = Array.from(name);
    return letters.length > LONGEST_NAME ? `${letters.slice(0, LONGEST_NAME).join('')}…` : name;
}

function countries() {
    return COUNTRIES.map((code) => ({ code, name: country(code) })).sort((a, b) => a.name.localeCompare(b.name, lang));
}

customElements.define('feed-filters', FeedFilters);
