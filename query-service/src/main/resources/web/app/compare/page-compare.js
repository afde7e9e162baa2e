import { html, LitElement } from 'lit';
import { t } from '../i18n.js';

class PageCompare extends LitElement {
    createRenderRoot() {
        return this;
    }

    connectedCallback() {
        super.connectedCallback();
        document.title = `${t('compare.title')} · ${t('base.product')}`;
    }

    render() {
        return html`<h1><bdi>${t('compare.title')}</bdi></h1>`;
    }
}

customElements.define('page-compare', PageCompare);
