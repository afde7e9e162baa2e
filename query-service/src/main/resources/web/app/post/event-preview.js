import { html, LitElement, nothing } from 'lit';
import { t } from '../i18n.js';
import { curlLine } from './draft.js';
import { INGEST } from './ingest.js';

const SHOWN_FOR_MS = 2_000;

/** What the form is about to post, as JSON, and as a line for a shell without the token. */
class EventPreview extends LitElement {
    static properties = { event: { attribute: false }, copied: { state: true } };

    createRenderRoot() {
        return this;
    }

    async #copy(what, text) {
        await navigator.clipboard.writeText(text);
        this.copied = what;
        setTimeout(() => (this.copied = undefined), SHOWN_FOR_MS);
    }

    render() {
        return html`
            <details class="post-preview" ?open=${matchMedia('(width >= 72rem)').matches}>
                <summary>${t('post.preview')}</summary>
                <pre tabindex="0" aria-label=${t('post.preview')}><code>${JSON.stringify(this.event, null, 2)}</code></pre>
                ${navigator.clipboard
                    ? html`
                          ${this.#button('json', () => JSON.stringify(this.event, null, 2))}
                          ${this.#button('curl', () => curlLine(INGEST, this.event))}`
                    : nothing}
            </details>`;
    }

    #button(what, text) {
        return html`
            <button class="quiet" type="button" @click=${() => this.#copy(what, text())}>
                ${t(this.copied === what ? 'post.copied' : `post.copy.${what}`)}
            </button>`;
    }
}

customElements.define('event-preview', EventPreview);
