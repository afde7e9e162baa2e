import { LitElement, html, nothing } from 'lit';
import { day, instant, t } from '../i18n.js';
import { beginningOf, DAY, dayOf, isDay } from './days.js';

const MOST_TICKS = 120;

/**
 * Two sliders: what is looked at as of a day in the world, and what was known at an instant. At the right end of both is now: nothing is left out.
 * Where they are moved to is told by `time-change` ({asOf} or {knownAt}, absent for now), while they move by `time-preview`.
 */
class TimeSliders extends LitElement {
    static properties = {
        extent: { attribute: false },
        days: { attribute: false },
        instants: { attribute: false },
        hasEarlier: { attribute: false },
        asOf: {},
        knownAt: {},
        known: { state: true },
        valid: { state: true },
    };

    constructor() {
        super();
        this.days = [];
        this.instants = [];
    }

    createRenderRoot() {
        return this;
    }

    willUpdate(changed) {
        if (changed.has('asOf')) {
            this.valid = undefined;
        }
        if (changed.has('knownAt')) {
            this.known = undefined;
        }
    }

    render() {
        return html`<div class="sliders">${this.#valid()} ${this.instants.length ? this.#known() : nothing}</div>`;
    }

    #valid() {
        const first = Math.floor(this.extent.from / DAY);
        const last = Math.floor(this.extent.to / DAY) + 1;
        const at = this.valid ?? (isDay(this.asOf) ? Math.min(beginningOf(this.asOf) / DAY, last) : last);
        const asOf = at < last ? dayOf(at * DAY) : this.valid === undefined && isDay(this.asOf) ? this.asOf : undefined;
        const words = asOf
            ? t('time.asOf', { day: day(asOf) })
            : this.asOf && !isDay(this.asOf)
              ? t('time.asOf', { day: this.asOf })
              : t('time.always');
        return this.#slider({
            name: 'as-of',
            label: t('time.valid'),
            means: t('time.validMeans'),
            words,
            isNow: !this.asOf && !asOf,
            first,
            last,
            at,
            ticks: sampled(this.days.map((each) => Math.floor(beginningOf(each) / DAY))),
            moved: (value) => {
                this.valid = value;
                this.#tell('time-preview', { asOf: value >= last ? undefined : dayOf(value * DAY) });
            },
            chosen: (value) => this.#tell('time-change', { asOf: value >= last ? undefined : dayOf(value * DAY) }),
        });
    }

    #known() {
        const { instants } = this;
        const last = instants.length;
        const at = this.known ?? (this.knownAt ? Math.max(lastUpTo(instants, this.knownAt), 0) : last);
        const knownAt = at >= last ? undefined : this.known === undefined ? this.knownAt : instants[at];
        return this.#slider({
            name: 'known-at',
            label: t('time.known'),
            means: t(this.hasEarlier ? 'time.knownMeansLast' : 'time.knownMeans', { count: last }),
            words: knownAt
                ? t('time.knownAt', { instant: isInstant(knownAt) ? instant(knownAt) : t('time.cursor') })
                : t('time.now'),
            isNow: !knownAt,
            first: 0,
            last,
            at,
            ticks: sampled(instants.map((_, index) => index)),
            moved: (value) => (this.known = value),
            chosen: (value) => this.#tell('time-change', { knownAt: value >= last ? undefined : instants[value] }),
        });
    }

    #slider({ name, label, means, words, isNow, first, last, at, ticks, moved, chosen }) {
        return html`<div class="slider ${isNow ? '' : 'past'}">
            <label for=${name}>${label}</label>
            <output for=${name}>${words}</output>
            <input
                type="range"
                id=${name}
                min=${first}
                max=${last}
                step="1"
                .value=${String(at)}
                list="${name}-ticks"
                aria-valuetext=${words}
                aria-describedby="${name}-means"
                @input=${(event) => moved(Number(event.target.value))}
                @change=${(event) => chosen(Number(event.target.value))}
            />
            <datalist id="${name}-ticks">${ticks.map((tick) => html`<option value=${tick}></option>`)}</datalist>
            <p class="faint">
                <span id="${name}-means">${means}</span>
                ${isNow ? nothing : html`<button type="button" class="quiet" @click=${() => chosen(last)}>${t('time.toNow')}</button>`}
            </p>
        </div>`;
    }

    #tell(name, detail) {
        this.dispatchEvent(new CustomEvent(name, { detail }));
    }
}

/** The last of these instants that is not after another one. */
function lastUpTo(instants, instant) {
    const moment = Date.parse(instant);
    return instants.findLastIndex((each) => Date.parse(each) <= moment);
}

function isInstant(text) {
    return !Number.isNaN(Date.parse(text));
}

/** Each of some numbers once, and of many only as many as can be told apart. */
function sampled(numbers) {
    const each = [...new Set(numbers)];
    const step = Math.ceil(each.length / MOST_TICKS);
    return each.filter((_, index) => index % step === 0);
}

customElements.define('time-sliders', TimeSliders);
