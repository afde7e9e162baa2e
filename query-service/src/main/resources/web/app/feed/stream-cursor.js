import { html, LitElement } from 'lit';
import { addressOf } from '../api.js';
import { t } from '../i18n.js';

const SHOWN_FOR = 2_000;

/** Where a stream stands, to copy for a program that goes on from there. */
class StreamCursor extends LitElement {
    static properties = { cursor: {}, filters: {}, isCopied: { state: true } };

    createRenderRoot() {
        return this;
    }

    async #copy() {
        const { cursor } = this;
        await navigator.clipboard.writeText(cursor);
        this.isCopied = true;
        setTimeout(() => (this.isCopied = false), SHOWN_FOR);
    }

    render() {
        const address = addressOf(`${location.origin}/events`, { ...this.filters, from: this.cursor });
        return html`
            <details class="feed-cursor">
                <summary>${t('feed.cursor')}</summary>
                <p>${t('feed.cursorHint')}</p>
                <p class="feed-cursor-value">
                    <code>${this.cursor}</code>
                    ${navigator.clipboard
                        ? html`<button type="button" @click=${this.#copy}>
                              ${t(this.isCopied ? 'feed.copied' : 'feed.copy')}
                          </button>`
                        : ''}
                </p>
                <p><code class="feed-curl">curl -N -H 'Accept: application/x-ndjson' '${address}'</code></p>
            </details>`;
    }
}

customElements.define('stream-cursor', StreamCursor);
