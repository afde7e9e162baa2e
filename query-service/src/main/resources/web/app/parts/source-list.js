import { html, LitElement, nothing } from 'lit';
import { has, t } from '../i18n.js';
import { said } from '../sentence.js';
import '../words.js';

/** Who says so, one click away, or `open` already. */
class SourceList extends LitElement {
    static properties = { sources: { attribute: false }, open: { type: Boolean } };

    createRenderRoot() {
        return this;
    }

    render() {
        const sources = Array.isArray(this.sources) ? this.sources : [];
        return sources.length === 0
            ? nothing
            : html`<details ?open=${this.open}>
                  <summary>${t('base.sources', { count: sources.length })}</summary>
                  <ul>
                      ${sources.map((source) => html`<li>${named(source)}</li>`)}
                  </ul>
              </details>`;
    }
}

function named({ title, publisher, url, published, kind }) {
    const name = said(title ?? publisher ?? url, 300);
    return html`${isWebAddress(url)
        ? html`<a href=${url} target="_blank" rel="noopener noreferrer nofollow">${name}</a>`
        : name}
    ${title && publisher ? html`<span>${said(publisher)}</span>` : nothing}
    ${published ? html`<date-words edtf=${published}></date-words>` : nothing}
    ${has(`base.sourceKinds.${kind}`) ? html`<span>${t(`base.sourceKinds.${kind}`)}</span>` : nothing}`;
}

/** Whether an address may become a link: others could run scripts. */
export function isWebAddress(url) {
    return /^https?:\/\//i.test(url ?? '');
}

customElements.define('source-list', SourceList);
