import { html, LitElement } from 'lit';
import { t } from '../i18n.js';

/** That sources disagree. */
class ConflictMark extends LitElement {
    createRenderRoot() {
        return this;
    }

    render() {
        return html`<span aria-hidden="true">≠</span> ${t('base.conflict')}`;
    }
}

customElements.define('conflict-mark', ConflictMark);
