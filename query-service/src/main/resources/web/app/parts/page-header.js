import { html, LitElement } from 'lit';
import { chooseLanguage, lang, LANGUAGES, t } from '../i18n.js';
import { chooseTheme, theme, THEMES } from '../theme.js';
import './company-search.js';

const PAGES = ['feed', 'compare', 'post'];

/** What stands above every page: the way home, the search, the other pages, language and colours. */
class PageHeader extends LitElement {
    createRenderRoot() {
        return this;
    }

    render() {
        const page = document.body.dataset.page;
        return html`<header>
            <a class="brand" href="/" aria-current=${page === 'start' ? 'page' : 'false'}>
                <img src="/icon.svg" alt="" width="24" height="24" />${t('base.product')}
            </a>
            ${page === 'start' || page === 'unknown' ? html`<span></span>` : html`<company-search></company-search>`}
            <nav aria-label=${t('base.nav')}>
                ${PAGES.map(
                    (each) =>
                        html`<a href=${`/${each}`} aria-current=${each === page ? 'page' : 'false'}>${t(`base.${each}`)}</a>`,
                )}
            </nav>
            <div class="choices">
                ${LANGUAGES.filter((each) => each !== lang).map(
                    (each) =>
                        html`<button type="button" class="quiet" lang=${each} @click=${() => chooseLanguage(each)}>
                            ${t(`base.languages.${each}`)}
                        </button>`,
                )}
                <select aria-label=${t('base.theme')} @change=${(event) => chooseTheme(event.target.value)}>
                    ${THEMES.map(
                        (each) =>
                            html`<option value=${each} ?selected=${each === theme()}>${t(`base.themes.${each}`)}</option>`,
                    )}
                </select>
            </div>
        </header>`;
    }
}

customElements.define('page-header', PageHeader);
