import { html, LitElement } from 'lit';
import { t } from '../i18n.js';

/** What stands below every page. */
class PageFooter extends LitElement {
    createRenderRoot() {
        return this;
    }

    render() {
        return html`<footer>
            <p>${t('base.footer')}</p>
            <p><a href="/q/swagger-ui">${t('base.api')}</a> <a href="/licences.txt">${t('base.licences')}</a></p>
        </footer>`;
    }
}

customElements.define('page-footer', PageFooter);
