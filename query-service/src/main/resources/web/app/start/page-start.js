import { html, LitElement, nothing } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { ago, instant, t } from '../i18n.js';
import { companyLink, sentence } from '../sentence.js';
import '../parts/company-search.js';
import '../parts/event-row.js';
import '../parts/live-state.js';
import '../parts/load-error.js';
import { Latest } from './latest.js';

const CLOCK_MS = 20_000;
const COMMANDS = ['./timeline post EVENT.json', './timeline import EVENTS.ndjson'];

/** The start page: search, what is new, and who is in it. */
class PageStart extends LitElement {
    static properties = { now: { state: true } };

    latest = new Latest(this);

    createRenderRoot() {
        return this;
    }

    connectedCallback() {
        super.connectedCallback();
        document.title = t('base.product');
        this.clock = setInterval(() => (this.now = Date.now()), CLOCK_MS);
    }

    disconnectedCallback() {
        super.disconnectedCallback();
        clearInterval(this.clock);
    }

    render() {
        return html`<section class="hero">
                <h1>${t('start.title')}</h1>
                <p>${t('start.lead')}</p>
                <company-search large></company-search>
            </section>
            ${this.body()}`;
    }

    body() {
        const { loaded, failure, events } = this.latest;
        if (failure) {
            return html`<load-error .failure=${failure} @again=${() => this.latest.load()}></load-error>`;
        }
        if (!loaded) {
            return html`<p class="loading">${t('base.loading')}</p>`;
        }
        return events.length === 0 ? this.empty() : html`<div class="columns">${this.news()}${this.active()}</div>`;
    }

    news() {
        const { events, fresh, paused, waitingCount, state } = this.latest;
        return html`<section class="news" aria-labelledby="news">
            <div class="heading">
                <h2 id="news">${t('start.fresh')}</h2>
                <live-state state=${paused ? 'paused' : state}></live-state>
                <button type="button" aria-pressed=${paused ? 'true' : 'false'} @click=${() => this.latest.pause(!paused)}>
                    ${paused ? t('start.resume') : t('start.pause')}
                    ${waitingCount ? html`<span class="waiting">${t('start.waiting', { count: waitingCount })}</span>` : nothing}
                </button>
            </div>
            <ol class="events">
                ${repeat(
                    events,
                    (event) => event.position,
                    (event) =>
                        html`<li class=${fresh.has(event.position) ? 'fresh' : ''}>
                            <event-row .event=${event} .now=${this.now}></event-row>
                        </li>`,
                )}
            </ol>
            <p class="more"><a href="/feed">${t('start.more')}</a></p>
        </section>`;
    }

    active() {
        return html`<section class="active" aria-labelledby="active">
            <h2 id="active">${t('start.active')}</h2>
            <ul>
                ${repeat(
                    this.latest.companies,
                    (company) => company.id,
                    ({ id, name, last }) =>
                        html`<li>
                            <strong>${companyLink({ company: id, name })}</strong>
                            <span class="last">${sentence(last.type, last.details, last.status)}</span>
                            <time datetime=${last.recordedAt} title=${instant(last.recordedAt)}>
                                ${ago(last.recordedAt, this.now)}
                            </time>
                        </li>`,
                )}
            </ul>
        </section>`;
    }

    empty() {
        return html`<section class="empty">
            <h2>${t('start.emptyTitle')}</h2>
            <p>${t('start.emptyText')}</p>
            <p><a class="button" href="/post">${t('start.emptyPost')}</a></p>
            <p>${t('start.emptyCommands')}</p>
            <pre><code>${COMMANDS.join('\n')}</code></pre>
        </section>`;
    }
}

customElements.define('page-start', PageStart);
