import { html, LitElement } from 'lit';
import { parts, t } from '../i18n.js';
import { said } from '../sentence.js';
import '../parts/company-search.js';

/** The page of a company that nobody has mentioned: it says so, and searches. */
class PageUnknown extends LitElement {
    createRenderRoot() {
        return this;
    }

    connectedCallback() {
        super.connectedCallback();
        document.title = `${t('base.unknown')} · ${t('base.product')}`;
    }

    render() {
        const id = decodeURIComponent(location.pathname.split('/').pop());
        return html`<section class="hero">
            <h1>${t('base.unknown')}</h1>
            <p>${parts('base.unknownText', { id: said(id) })}</p>
            <company-search large></company-search>
        </section>`;
    }
}

customElements.define('page-unknown', PageUnknown);
