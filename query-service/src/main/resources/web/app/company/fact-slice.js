import { LitElement, html, nothing } from 'lit';
import { classMap } from 'lit/directives/class-map.js';
import { repeat } from 'lit/directives/repeat.js';
import { t } from '../i18n.js';
import { companyLink, sentence } from '../sentence.js';
import '../parts/conflict-mark.js';
import '../parts/source-list.js';
import '../parts/status-mark.js';
import '../words.js';
import { beginningOf, isDay, spanOf } from './days.js';
import { sourcesOf } from './sources.js';

/** About how high a fact is, for the room that those take which are not shown yet, in pixels. */
const ROW = 62;

const nearing = new IntersectionObserver(
    (entries) => entries.filter((entry) => entry.isIntersecting).forEach((entry) => entry.target.fill()),
    { rootMargin: '1200px 0px' },
);

addEventListener('beforeprint', () => document.querySelectorAll('fact-slice').forEach((slice) => slice.fill()));

/** Some facts of a list; until it is filled it only takes their room. */
class FactSlice extends LitElement {
    static properties = {
        company: {},
        facts: { attribute: false },
        selected: {},
        fresh: { attribute: false },
        asOf: {},
        filled: { state: true },
    };

    createRenderRoot() {
        return this;
    }

    connectedCallback() {
        super.connectedCallback();
        if (!this.filled) {
            nearing.observe(this);
        }
    }

    disconnectedCallback() {
        super.disconnectedCallback();
        nearing.unobserve(this);
    }

    /** Shows its facts. */
    fill() {
        nearing.unobserve(this);
        this.filled = true;
        return this.updateComplete;
    }

    render() {
        if (!this.filled) {
            return html`<div .style=${`height: ${this.facts.length * ROW}px`}></div>`;
        }
        return html`<ul class="facts">
            ${repeat(
                this.facts,
                (fact) => fact.id,
                (fact) => this.#fact(fact),
            )}
        </ul>`;
    }

    #fact(fact) {
        const classes = {
            fact: true,
            selected: fact.id === this.selected,
            fresh: this.fresh.has(fact.id),
            later: isDay(this.asOf) && spanOf(fact.when).start > beginningOf(this.asOf),
        };
        return html`<li class=${classMap(classes)} data-fact=${fact.id} data-status=${fact.status}>
            <button
                type="button"
                class="fact-when"
                title=${t('facts.onChart')}
                @click=${() => this.#tell('fact-select', fact)}
            >
                <date-words edtf=${fact.when.edtf}></date-words>
            </button>
            <div class="fact-what">
                <p class="says" id="says-${fact.id}">
                    ${fact.company.id === this.company ? nothing : html`<strong>${companyLink({ company: fact.company.id, name: fact.company.name })}</strong>`}
                    ${sentence(fact.type, fact.details, fact.status)}
                </p>
                <div class="fact-marks">
                    <status-mark status=${fact.status}></status-mark>
                    ${fact.conflicts.length ? html`<conflict-mark></conflict-mark>` : nothing}
                    ${this.fresh.has(fact.id) ? html`<span class="fresh-mark">${t('facts.fresh')}</span>` : nothing}
                    <button
                        type="button"
                        class="quiet"
                        aria-describedby="says-${fact.id}"
                        @click=${() => this.#tell('fact-why', fact)}
                    >
                        ${t('facts.why')}
                    </button>
                    <source-list .sources=${sourcesOf(fact)}></source-list>
                </div>
            </div>
        </li>`;
    }

    #tell(name, { id }) {
        this.dispatchEvent(new CustomEvent(name, { detail: { id }, bubbles: true }));
    }
}

customElements.define('fact-slice', FactSlice);
