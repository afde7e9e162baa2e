import { html, LitElement } from 'lit';
import { t } from '../i18n.js';

class PagePost extends LitElement {
    createRenderRoot() {
        return this;
    }

    connectedCallback() {
        super.connectedCallback();
        document.title = `${t('post.title')} · ${t('base.product')}`;
    }

    render() {
        return html`<h1><bdi>${t('post.title')}</bdi></h1>`;
    }
}

customElements.define('page-post', PagePost);
