import { LitElement, html, nothing } from 'lit';
import { t } from '../i18n.js';
import './chart-tip.js';
import { DAY, dayOf } from './days.js';
import { TimelineCanvas } from './timeline-canvas.js';

const KEYS = {
    ArrowLeft: 'back',
    ArrowRight: 'on',
    '+': 'in',
    '=': 'in',
    '-': 'out',
    Home: 'start',
    End: 'end',
    0: 'all',
};

/**
 * Facts drawn on an axis of time: in each of `lanes` ({key, label, facts}) a mark for each fact. What is in view is told by
 * `window-change` ({from, to}, days, absent where all is), what was chosen by `fact-select` ({id}).
 */
class TimelineChart extends LitElement {
    static properties = {
        company: {},
        lanes: { attribute: false },
        from: {},
        to: {},
        selected: {},
        asOf: {},
        summary: {},
        boxes: { state: true },
        tip: { state: true },
    };

    constructor() {
        super();
        this.lanes = [];
        this.boxes = [];
    }

    createRenderRoot() {
        return this;
    }

    disconnectedCallback() {
        super.disconnectedCallback();
        this.canvas?.dispose();
        this.canvas = undefined;
    }

    updated(changed) {
        this.canvas ??= new TimelineCanvas(this.querySelector('.chart-canvas'), {
            onWindow: ({ from, to }) =>
                this.#tell('window-change', { from: from && dayOf(from), to: to && dayOf(to - DAY) }),
            onChoose: ({ id }) => this.#tell('fact-select', { id }),
            onHover: (tip) => (this.tip = tip),
            onBoxes: (boxes) => (this.boxes = boxes),
        });
        const { selected, asOf, from, to } = this;
        if (changed.has('selected') || changed.has('asOf')) {
            this.canvas.showLook({ selected, asOf });
        }
        if (changed.has('lanes')) {
            this.canvas.showLanes(this.lanes, { from, to });
        } else if (changed.has('from') || changed.has('to')) {
            this.canvas.showWindow({ from, to });
        }
    }

    /** Shows a part of the axis: `in` and `out` for shorter and longer ones, `back` and `on`, `start` and `end`, `all`. */
    move(where) {
        this.canvas.move(where);
    }

    /** Moves a fact into view, unless it is there already. */
    reveal(id) {
        const fact = this.lanes.flatMap((lane) => lane.facts).find((each) => each.id === id);
        if (fact) {
            this.canvas.reveal(fact.when);
        }
    }

    render() {
        return html`
            <div
                class="chart-frame"
                role="application"
                tabindex="0"
                aria-label=${t('time.chart')}
                aria-describedby="chart-keys"
                @keydown=${this.#key}
            >
                <ol class="chart-lanes" aria-hidden="true">
                    ${this.boxes.map(
                        ({ label, top, height }) =>
                            html`<li .style=${`top: ${top}px; height: ${height}px`}>
                                <span dir="auto">${label}</span>
                            </li>`,
                    )}
                </ol>
                <div class="chart-canvas" role="img" aria-label=${this.summary ?? ''}></div>
                ${this.tip ? html`<chart-tip .company=${this.company} .at=${this.tip}></chart-tip>` : nothing}
            </div>
            <p id="chart-keys" class="only-read">${t('time.keys')}</p>
        `;
    }

    #key(event) {
        const where = KEYS[event.key];
        if (where && !event.ctrlKey && !event.metaKey && !event.altKey) {
            event.preventDefault();
            this.move(where);
        }
    }

    #tell(name, detail) {
        this.dispatchEvent(new CustomEvent(name, { detail }));
    }
}

customElements.define('timeline-chart', TimelineChart);
