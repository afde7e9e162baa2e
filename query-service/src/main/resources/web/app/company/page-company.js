import { html, LitElement } from 'lit';
import { t } from '../i18n.js';

class PageCompany extends LitElement {
    createRenderRoot() {
        return this;
    }

    connectedCallback() {
        super.connectedCallback();
        document.title = `${decodeURIComponent(location.pathname.split('/').pop())} · ${t('base.product')}`;
    }

    render() {
        return html`<h1><bdi>${decodeURIComponent(location.pathname.split('/').pop())}</bdi></h1>`;
    }
}

customElements.define('page-company', PageCompany);
