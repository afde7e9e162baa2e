import { html, LitElement, nothing } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { onAddress, readAddress } from '../address.js';
import { instant, t } from '../i18n.js';
import '../parts/event-row.js';
import '../parts/live-state.js';
import '../parts/load-error.js';
import { Feed } from './feed.js';
import './feed-filters.js';
import { filtersOf } from './filters.js';
import './stream-cursor.js';

const SCROLLED = 240;
const MINUTE = 60_000;

/** All companies' events as they are recorded, narrowed by the filters in the address. */
class PageFeed extends LitElement {
    static properties = { isPaused: { state: true }, isScrolled: { state: true }, now: { state: true } };

    #ends = [];
    #feed;
    #filters;

    createRenderRoot() {
        return this;
    }

    connectedCallback() {
        super.connectedCallback();
        this.isPaused = false;
        this.isScrolled = false;
        document.title = `${t('feed.title')} · ${t('base.product')}`;
        const scrolled = () => this.#scrolled();
        const clock = setInterval(() => (this.now = Date.now()), MINUTE);
        addEventListener('scroll', scrolled, { passive: true });
        this.#ends = [
            onAddress(() => this.#turn()),
            () => removeEventListener('scroll', scrolled),
            () => clearInterval(clock),
        ];
        this.#turn();
    }

    disconnectedCallback() {
        super.disconnectedCallback();
        this.#ends.forEach((end) => end());
        this.#feed.close();
    }

    /** However fast events come, they are drawn once a frame. */
    async scheduleUpdate() {
        await new Promise(requestAnimationFrame);
        super.scheduleUpdate();
    }

    #turn() {
        const filters = filtersOf(readAddress());
        if (JSON.stringify(filters) === JSON.stringify(this.#filters)) {
            return;
        }
        this.#filters = filters;
        this.#feed?.close();
        this.#feed = new Feed(filters, () => this.requestUpdate());
        this.#feed.hold(this.isPaused);
        this.#feed.open();
    }

    #scrolled() {
        this.isScrolled = scrollY > SCROLLED;
    }

    willUpdate() {
        this.#feed.hold(this.isPaused || (this.isScrolled && this.#feed.isRead));
    }

    #pause() {
        this.isPaused = !this.isPaused;
    }

    #showNew() {
        this.#feed.release();
        scrollTo({ top: 0 });
    }

    render() {
        const feed = this.#feed;
        return html`
            <h1>${t('feed.title')}</h1>
            <p class="lead">${t('feed.lead')}</p>
            <feed-filters .filters=${this.#filters}></feed-filters>
            ${feed.problem
                ? html`<load-error .failure=${feed.problem} @again=${() => feed.open()}></load-error>`
                : this.#bar(feed)}
            ${feed.waiting > 0
                ? html`<button class="feed-new" type="button" @click=${this.#showNew}>
                      ${t('feed.waiting', { count: feed.waiting })}
                  </button>`
                : nothing}
            ${this.#rows(feed)}`;
    }

    #bar(feed) {
        return html`
            <div class="feed-bar">
                <p role="status"><live-state state=${this.isPaused ? 'paused' : feed.state}></live-state></p>
                <button type="button" aria-pressed=${this.isPaused} @click=${this.#pause}>
                    ${t(this.isPaused ? 'feed.resume' : 'feed.pause')}
                </button>
                ${feed.cursor
                    ? html`<stream-cursor .cursor=${feed.cursor} .filters=${this.#filters}></stream-cursor>`
                    : nothing}
            </div>`;
    }

    #rows(feed) {
        if (feed.rows.length === 0) {
            return feed.isRead ? html`<p class="feed-none">${t('feed.none')}</p>${this.#since(feed)}` : nothing;
        }
        return html`
            <ol class="feed-rows" aria-label=${t('feed.title')}>
                ${repeat(
                    feed.rows,
                    (event) => event.position,
                    (event) => html`
                        <li class=${feed.isFresh(event) ? 'fresh' : ''} data-position=${event.position}>
                            <event-row .event=${event} .now=${this.now}></event-row>
                        </li>`)}
            </ol>
            ${this.#since(feed)}`;
    }

    #since(feed) {
        return feed.since
            ? html`<p class="feed-since">
                  ${t('feed.since')}
                  <time datetime=${feed.since}>${instant(feed.since)}</time>
              </p>`
            : nothing;
    }
}

customElements.define('page-feed', PageFeed);
