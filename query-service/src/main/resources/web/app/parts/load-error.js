import { html, LitElement } from 'lit';
import { has, t } from '../i18n.js';

/** Why something could not be loaded, and a button that fires `again`. */
class LoadError extends LitElement {
    static properties = { failure: { attribute: false } };

    createRenderRoot() {
        return this;
    }

    render() {
        const { status, detail } = this.failure ?? {};
        const known = `base.failures.${status}`;
        return html`<div class="load-error" role="alert">
            <p>${t('base.failed')} ${has(known) ? t(known) : html`<span lang="en">${detail}</span>`}</p>
            <button type="button" @click=${() => this.dispatchEvent(new CustomEvent('again', { bubbles: true }))}>
                ${t('base.again')}
            </button>
        </div>`;
    }
}

customElements.define('load-error', LoadError);
