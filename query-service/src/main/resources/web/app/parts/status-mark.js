import { html, LitElement } from 'lit';
import { has, t } from '../i18n.js';

/** How sure something is: a shape of its own and a word for each status. */
class StatusMark extends LitElement {
    static properties = { status: { reflect: true } };

    createRenderRoot() {
        return this;
    }

    render() {
        const key = `base.statuses.${this.status}`;
        return html`<span class="mark" aria-hidden="true"></span>${has(key) ? t(key) : this.status}`;
    }
}

customElements.define('status-mark', StatusMark);
