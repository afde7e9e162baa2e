import { LitElement, html, nothing } from 'lit';
import { t } from '../i18n.js';
import { said, sentence } from '../sentence.js';
import '../words.js';

/** What is under the pointer on a timeline `at` {facts, left, top}: one fact in a few words, or how many there are. */
class ChartTip extends LitElement {
    static properties = { company: {}, at: { attribute: false } };

    createRenderRoot() {
        return this;
    }

    render() {
        const { facts, left, top } = this.at;
        const side = left > this.parentElement.clientWidth / 2 ? 'before' : 'behind';
        return html`<div class="chart-tip ${side}" .style=${`left: ${left}px; top: ${top}px`}>
            ${facts.length > 1 ? t('time.crowd', { count: facts.length }) : this.#fact(facts[0])}
        </div>`;
    }

    #fact({ type, when, details, status, conflicts, company }) {
        return html`<date-words edtf=${when.edtf}></date-words>
            <span class="says"
                >${company.id === this.company ? nothing : html`<strong>${said(company.name ?? company.id)}</strong>`}
                ${sentence(type, details, status)}</span
            >
            <small>${t(`base.statuses.${status}`)}${conflicts.length ? ` · ${t('base.conflict')}` : ''}</small>`;
    }
}

customElements.define('chart-tip', ChartTip);
