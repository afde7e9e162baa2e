import { LitElement, html } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { t } from '../i18n.js';
import { yearOf } from './days.js';
import './fact-slice.js';

const SLICE = 40;
const MOST_TURNS = 8;
/** How high a year is that stays above its facts, in pixels. */
const HEADING = 40;

/**
 * Facts as a list, year by year in the order given. It is made of slices which fill themselves when they come near to what is in view,
 * so that ten thousand facts open as fast as ten. A fact that is chosen is told by `fact-select` ({id}), one to be explained by `fact-why` ({id}).
 */
export class FactList extends LitElement {
    static properties = {
        company: {},
        facts: { attribute: false },
        selected: {},
        fresh: { attribute: false },
        asOf: {},
    };

    constructor() {
        super();
        this.facts = [];
        this.fresh = new Set();
    }

    createRenderRoot() {
        return this;
    }

    willUpdate(changed) {
        if (changed.has('facts')) {
            this.years = yearsOf(this.facts);
        }
    }

    /** Brings a fact into view: once more as long as slices that fill themselves on the way push it out again. */
    async reveal(id) {
        await this.updateComplete;
        const slices = [...this.querySelectorAll('fact-slice')];
        const slice = slices.find((each) => each.facts.some((fact) => fact.id === id));
        await slice?.fill();
        const row = slice?.querySelector(`[data-fact="${CSS.escape(id)}"]`);
        for (let turn = 0; row && turn < MOST_TURNS && !isInView(row); turn++) {
            row.scrollIntoView({ block: 'center', behavior: 'instant' });
            await nextFrame();
            await nextFrame();
        }
    }

    render() {
        return repeat(
            this.years,
            ({ year }) => year,
            ({ year, slices }) => html`
                <section class="fact-year">
                    <h3>${year === undefined ? t('facts.undated') : String(year)}</h3>
                    ${repeat(
                        slices,
                        (_, index) => index,
                        (slice) =>
                            html`<fact-slice
                                .company=${this.company}
                                .facts=${slice}
                                .selected=${this.selected}
                                .fresh=${this.fresh}
                                .asOf=${this.asOf}
                            ></fact-slice>`,
                    )}
                </section>
            `,
        );
    }
}

function isInView(row) {
    const { top, bottom } = row.getBoundingClientRect();
    return top >= HEADING && bottom <= innerHeight;
}

function nextFrame() {
    return new Promise(requestAnimationFrame);
}

function yearsOf(facts) {
    const years = [];
    for (const fact of facts) {
        const year = yearOf(fact.when);
        let last = years.at(-1);
        if (last?.year !== year) {
            last = { year, slices: [] };
            years.push(last);
        }
        if (last.slices.at(-1)?.length < SLICE) {
            last.slices.at(-1).push(fact);
        } else {
            last.slices.push([fact]);
        }
    }
    return years;
}

customElements.define('fact-list', FactList);
