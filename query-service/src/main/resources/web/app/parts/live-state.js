import { html, LitElement } from 'lit';
import { t } from '../i18n.js';

/** Whether a list is live, in a word. */
class LiveState extends LitElement {
    static properties = { state: { reflect: true } };

    createRenderRoot() {
        return this;
    }

    render() {
        return html`<span class="dot" aria-hidden="true"></span>${t(`base.states.${this.state ?? 'connecting'}`)}`;
    }
}

customElements.define('live-state', LiveState);
