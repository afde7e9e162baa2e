import { LitElement, html, nothing } from 'lit';
import { changeAddress, onAddress, readAddress } from '../address.js';
import { get, getJson, isAborted } from '../api.js';
import { t } from '../i18n.js';
import { follow } from '../live.js';
import '../parts/live-state.js';
import '../parts/load-error.js';
import { said } from '../sentence.js';
import '../words.js';
import './chart-legend.js';
import './chart-tools.js';
import './company-state.js';
import { extentOf, isDay } from './days.js';
import './fact-list.js';
import './fact-why.js';
import './funding-chart.js';
import { KINDS, kindOf } from './kinds.js';
import './time-sliders.js';
import './timeline-chart.js';
import { readChanges, readTimeline, recordsOf } from './timeline.js';

const TOGETHER = 250;
const AGAIN = 2_000;
const OTHER_LOG = 410;
const FRESH = 20_000;
const MOST_INSTANTS = 1000;

/** A company: its timeline drawn and as a list, what it is, how that is known, all of it live. The query string holds what is looked at. */
class PageCompany extends LitElement {
    static properties = {
        facts: { state: true },
        whole: { type: Boolean, reflect: true },
        state: { state: true },
        instants: { state: true },
        asked: { state: true },
        selected: { state: true },
        fresh: { state: true },
        preview: { state: true },
        latestDay: { state: true },
        liveState: { state: true },
        failure: { state: true },
    };

    constructor() {
        super();
        this.company = decodeURIComponent(location.pathname.split('/').at(-1));
        this.name = this.company;
        this.facts = [];
        this.instants = [];
        this.fresh = new Set();
        this.asked = askedIn(readAddress());
        this.selected = this.asked.fact;
    }

    createRenderRoot() {
        return this;
    }

    connectedCallback() {
        super.connectedCallback();
        this.forgetAddress = onAddress((address) => this.#addressed(askedIn(address)));
        this.#load();
    }

    disconnectedCallback() {
        super.disconnectedCallback();
        this.forgetAddress();
        this.unfollow?.();
        this.reading.abort();
    }

    /** What facts are asked for by. */
    get #lens() {
        const { knownAt, policy } = this.asked;
        return { knownAt, policy };
    }

    #addressed(asked) {
        const before = this.asked;
        this.asked = asked;
        this.preview = undefined;
        if (asked.fact) {
            this.selected = asked.fact;
        }
        if (asked.knownAt !== before.knownAt || asked.policy !== before.policy) {
            this.#load();
        } else if (asked.asOf !== before.asOf) {
            this.#loadState();
        }
    }

    /** Reads all of it anew; what was being read before is given up. */
    async #load() {
        this.reading?.abort();
        this.unfollow?.();
        const { signal } = (this.reading = new AbortController());
        this.liveState = undefined;
        this.failure = undefined;
        this.whole = false;
        try {
            const [cursor] = await Promise.all([this.#loadFacts(signal), this.#loadState()]);
            signal.throwIfAborted();
            this.whole = true;
            this.cursor = cursor;
            this.#loadInstants();
            if (!this.asked.knownAt) {
                this.#follow(signal);
            }
        } catch (failure) {
            if (!signal.aborted && !isAborted(failure)) {
                this.failure = failure;
            }
        }
    }

    /** The facts, of which the first page is shown as soon as it is there, and the cursor at which they hold. */
    async #loadFacts(signal) {
        const facts = [];
        try {
            const cursor = await readTimeline(this.company, this.#lens, signal, (come) => {
                facts.push(...come);
                if (facts.length === come.length) {
                    this.facts = come;
                }
            });
            if (facts.length > this.facts.length) {
                this.facts = facts;
            }
            return cursor;
        } catch (failure) {
            if (failure.status === 404 && this.asked.knownAt) {
                this.facts = [];
                return undefined;
            }
            throw failure;
        }
    }

    /** The state, and the day that `asOf` ends with where it is another date than a day. */
    async #loadState() {
        const { asOf } = this.asked;
        const path = `/companies/${encodeURIComponent(this.company)}`;
        this.latestDay = isDay(asOf) ? asOf : undefined;
        try {
            const [{ body }, date] = await Promise.all([
                get('state', path, { ...this.#lens, asOf }),
                asOf && !isDay(asOf) ? getJson('/dates', { edtf: asOf }) : undefined,
            ]);
            if (asOf !== this.asked.asOf) {
                return;
            }
            this.state = body;
            this.name = body.name;
            this.latestDay = date ? (date.body.latest ?? date.body.items?.[0].latest) : this.latestDay;
            document.title = `${body.name} · ${t('base.product')}`;
            this.stateFailure = undefined;
        } catch (failure) {
            if (isAborted(failure)) {
                return;
            }
            this.state = undefined;
            this.stateFailure = failure;
            if (failure.status === 404) {
                return;
            }
            throw failure;
        }
    }

    /** The instants at which something of the company was recorded, for the slider of what was known. */
    async #loadInstants() {
        try {
            const { body } = await get('instants', '/events', {
                company: recordsOf(this.company, this.facts),
                order: 'desc',
                limit: MOST_INSTANTS,
            });
            this.instants = [...new Set(body.items.map(({ recordedAt }) => recordedAt))].sort();
            this.hasEarlier = body.next !== undefined;
        } catch (failure) {
            if (!isAborted(failure)) {
                this.instants = [];
            }
        }
    }

    #follow(signal) {
        this.unfollow = follow(
            { company: recordsOf(this.company, this.facts), from: this.cursor },
            {
                onEvent: ({ recordedAt }) => {
                    if (recordedAt > (this.instants.at(-1) ?? '')) {
                        this.instants = [...this.instants, recordedAt];
                    }
                    this.#refreshIn(TOGETHER, signal);
                },
                onState: (state, status) => {
                    if (!signal.aborted) {
                        this.liveState = state;
                        if (status === OTHER_LOG) {
                            this.#load();
                        }
                    }
                },
            },
        );
    }

    /** Reads what has changed once so much time has passed: one read at a time, and as often while events keep coming. */
    #refreshIn(wait, signal) {
        this.hasChanged = true;
        this.refreshing ??= setTimeout(async () => {
            this.hasChanged = false;
            const next = signal.aborted ? undefined : await this.#refresh(signal);
            this.refreshing = undefined;
            if (!signal.aborted && (next || this.hasChanged)) {
                this.#refreshIn(next ?? TOGETHER, signal);
            }
        }, wait);
    }

    /** Gives after how long to try again where it failed. */
    async #refresh(signal) {
        try {
            const [changes] = await Promise.all([
                readChanges(this.company, this.facts, { policy: this.asked.policy }, this.cursor),
                this.#loadState(),
            ]);
            if (signal.aborted) {
                return undefined;
            }
            if (!changes) {
                this.#load();
                return undefined;
            }
            this.facts = changes.facts;
            this.cursor = changes.cursor;
            this.fresh = new Set([...this.fresh, ...changes.changed]);
            setTimeout(
                () => (this.fresh = new Set([...this.fresh].filter((id) => !changes.changed.includes(id)))),
                FRESH,
            );
            return undefined;
        } catch (failure) {
            if (signal.aborted || isAborted(failure)) {
                return undefined;
            }
            if (failure.status >= 400 && failure.status < 500) {
                this.#load();
                return undefined;
            }
            return AGAIN;
        }
    }

    willUpdate(changed) {
        if (changed.has('facts')) {
            const kinds = new Map(KINDS.map((kind) => [kind, []]));
            for (const fact of this.facts) {
                kinds.get(kindOf(fact)).push(fact);
            }
            this.counts = kinds;
            this.lanes = [...kinds]
                .filter(([, facts]) => facts.length > 0)
                .map(([key, facts]) => ({ key, label: t(`time.kinds.${key}`), facts }));
            this.extent = extentOf(this.facts.map(({ when }) => when));
            this.days = this.facts
                .map(({ when }) => when.earliest ?? when.latest)
                .filter(Boolean)
                .sort();
            this.rounds = this.facts.filter(({ type, company }) => type === 'funded' && company.id === this.company);
        }
        if (changed.has('facts') || changed.has('asked')) {
            this.listed = this.asked.kind ? (this.counts.get(this.asked.kind) ?? []) : this.facts;
        }
    }

    render() {
        if (this.failure) {
            return html`<load-error .failure=${this.failure} @again=${this.#load}></load-error>`;
        }
        const { asOf, knownAt, from, to, fact } = this.asked;
        const until = this.preview ? this.preview.asOf : this.latestDay;
        return html`
            ${this.#header()}
            <section class="drawn" aria-label=${t('time.chart')}>
                <chart-tools
                    @chart-move=${(event) => this.querySelector('timeline-chart').move(event.detail)}
                ></chart-tools>
                <timeline-chart
                    .company=${this.company}
                    .lanes=${this.lanes}
                    .from=${from}
                    .to=${to}
                    .selected=${this.selected}
                    .asOf=${until}
                    .fresh=${this.fresh}
                    .summary=${this.#summary()}
                    @window-change=${this.#windowed}
                    @fact-select=${(event) => this.#select(event.detail.id)}
                ></timeline-chart>
                <chart-legend></chart-legend>
                <time-sliders
                    .extent=${this.extent}
                    .days=${this.days}
                    .instants=${this.instants}
                    .hasEarlier=${this.hasEarlier}
                    .asOf=${asOf}
                    .knownAt=${knownAt}
                    @time-preview=${(event) => (this.preview = event.detail)}
                    @time-change=${(event) => changeAddress(event.detail)}
                ></time-sliders>
            </section>
            <div class="told">
                <section class="told-facts" aria-labelledby="facts-title">
                    <header>
                        <h2 id="facts-title">${t('facts.title')}</h2>
                        ${this.liveState ? html`<live-state .state=${this.liveState}></live-state>` : nothing}
                    </header>
                    ${this.#kinds()}
                    <fact-list
                        .company=${this.company}
                        .facts=${this.listed}
                        .selected=${this.selected}
                        .fresh=${this.fresh}
                        .asOf=${until}
                        @fact-select=${(event) => this.#select(event.detail.id, { scroll: false })}
                        @fact-why=${(event) => changeAddress({ fact: event.detail.id })}
                    ></fact-list>
                    ${this.whole && !this.listed.length ? html`<p class="empty">${t(this.asked.knownAt ? 'facts.none' : 'facts.noneNow')}</p>` : nothing}
                </section>
                <aside
                    class="told-state"
                    aria-labelledby="state-title"
                    @fact-why=${(event) => changeAddress({ fact: event.detail.id })}
                >
                    <h2 id="state-title">${t('company.title')}</h2>
                    ${this.stateFailure ? html`<p class="empty" lang="en">${this.stateFailure.detail}</p>` : nothing}
                    <funding-chart .facts=${this.rounds}></funding-chart>
                    <company-state .state=${this.state}></company-state>
                </aside>
            </div>
            <fact-why
                .fact=${fact}
                .company=${this.company}
                .name=${this.name}
                .asked=${{ company: this.#subject(fact), ...this.#lens }}
                @why-close=${() => changeAddress({ fact: undefined })}
            ></fact-why>
        `;
    }

    #header() {
        const { state } = this;
        return html`<header class="company-head">
            <div>
                <h1>${said(this.name)}</h1>
                <p class="faint">
                    ${state ? html`<span class="company-status ${state.status}">${t(`company.status.${state.status}`)}</span>` : nothing}
                    <span>${t('facts.count', { count: this.facts.length })}${this.whole ? '' : ' …'}</span>
                </p>
            </div>
            <nav aria-label=${t('company.links')}>
                <a href="/compare?company=${encodeURIComponent(this.company)}">${t('company.compare')}</a>
                <a href="/feed?company=${encodeURIComponent(this.company)}">${t('company.feed')}</a>
            </nav>
        </header>`;
    }

    #kinds() {
        const kinds = [...this.counts].filter(([, facts]) => facts.length > 0);
        const { kind } = this.asked;
        const chip = (key, label, count) =>
            html`<button
                type="button"
                class="chip"
                aria-pressed=${kind === key}
                @click=${() => changeAddress({ kind: key }, { replace: true })}
            >
                ${label} <span class="faint">${count}</span>
            </button>`;
        return kinds.length > 1
            ? html`<div class="kinds" role="group" aria-label=${t('facts.kinds')}>
                  ${chip(undefined, t('facts.all'), this.facts.length)}
                  ${kinds.map(([key, facts]) => chip(key, t(`time.kinds.${key}`), facts.length))}
              </div>`
            : nothing;
    }

    #summary() {
        const parts = this.lanes.map(({ label, facts }) => `${label}: ${facts.length}`).join(', ');
        return this.days.length
            ? t('time.summary', {
                  count: this.facts.length,
                  from: this.days[0].slice(0, -6),
                  to: this.days.at(-1).slice(0, -6),
                  parts,
              })
            : t('time.summaryEmpty');
    }

    #windowed({ detail: { from, to } }) {
        clearTimeout(this.windowing);
        this.windowing = setTimeout(() => changeAddress({ from, to }, { replace: true }), TOGETHER);
    }

    #select(id, { scroll = true } = {}) {
        this.selected = id;
        const { kind } = this.asked;
        if (kind && !this.listed.some((fact) => fact.id === id)) {
            changeAddress({ kind: undefined }, { replace: true });
        }
        if (scroll) {
            this.updateComplete.then(() => this.querySelector('fact-list').reveal(id));
        } else {
            this.querySelector('timeline-chart').reveal(id);
        }
    }

    #subject(id) {
        return this.facts.find((fact) => fact.id === id)?.company.id;
    }
}

function askedIn(address) {
    const names = ['asOf', 'knownAt', 'fact', 'policy', 'from', 'to', 'kind'];
    return Object.fromEntries(names.map((name) => [name, address.get(name) ?? undefined]));
}

customElements.define('page-company', PageCompany);
