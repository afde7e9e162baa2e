import { html, LitElement } from 'lit';
import { t } from '../i18n.js';

class PageFeed extends LitElement {
    createRenderRoot() {
        return this;
    }

    connectedCallback() {
        super.connectedCallback();
        document.title = `${t('feed.title')} · ${t('base.product')}`;
    }

    render() {
        return html`<h1><bdi>${t('feed.title')}</bdi></h1>`;
    }
}

customElements.define('page-feed', PageFeed);
