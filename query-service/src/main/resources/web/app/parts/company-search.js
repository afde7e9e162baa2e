import { html, LitElement, nothing } from 'lit';
import { companyPath } from '../address.js';
import { get, isAborted } from '../api.js';
import { country, t } from '../i18n.js';
import { said } from '../sentence.js';

const MOST_SHOWN = 8;
const PAUSE_MS = 120;

let count = 0;

/**
 * Finds a company as its name is typed: a combobox with a list. What is chosen is told by the event `company-chosen`
 * with `{id, name}`; whoever does not prevent its default goes to the company's page.
 */
class CompanySearch extends LitElement {
    static properties = {
        label: {},
        large: { type: Boolean },
        text: { state: true },
        items: { state: true },
        active: { state: true },
        open: { state: true },
        failed: { state: true },
    };

    constructor() {
        super();
        this.name = `search-${++count}`;
        this.forget();
    }

    createRenderRoot() {
        return this;
    }

    disconnectedCallback() {
        super.disconnectedCallback();
        clearTimeout(this.timer);
    }

    /** Begins anew. */
    forget() {
        this.text = '';
        this.items = null;
        this.itemsOf = '';
        this.active = -1;
        this.open = false;
        this.failed = false;
    }

    render() {
        const shown = this.open && this.items?.length > 0;
        return html`<div class="search" role=${this.label ? nothing : 'search'} @focusout=${this.left}>
            <label class=${this.label ? '' : 'only-read'} for=${this.name}>${this.label ?? t('base.search')}</label>
            <input
                id=${this.name}
                type="text"
                role="combobox"
                autocomplete="off"
                autocapitalize="none"
                spellcheck="false"
                enterkeyhint="search"
                maxlength="200"
                placeholder=${this.large ? t('base.searchHint') : t('base.search')}
                aria-autocomplete="list"
                aria-expanded=${shown ? 'true' : 'false'}
                aria-controls=${`${this.name}-list`}
                aria-activedescendant=${shown && this.active >= 0 ? this.optionName(this.active) : nothing}
                .value=${this.text}
                @input=${this.typed}
                @keydown=${this.pressed}
                @focus=${() => (this.open = this.text.trim() !== '')}
            />
            <ul id=${`${this.name}-list`} role="listbox" aria-label=${t('base.searchResults')} ?hidden=${!shown}>
                ${shown ? this.items.map((item, index) => this.option(item, index)) : nothing}
            </ul>
            <p class=${this.message() && !shown && this.open ? 'search-message' : 'only-read'} role="status">
                ${this.message()}
            </p>
        </div>`;
    }

    option(item, index) {
        return html`<li
            id=${this.optionName(index)}
            role="option"
            aria-selected=${index === this.active ? 'true' : 'false'}
            @mousedown=${(event) => event.preventDefault()}
            @click=${() => this.choose(item)}
        >
            <span class="found-name">${said(item.name)}</span>
            ${item.matched ? html`<span class="found-why">${this.why(item.matched)}</span>` : nothing}
            <span class="found-about">
                ${item.country ? html`<span>${country(item.country)}</span>` : nothing}
                <span>${t('base.events', { count: item.eventCount })}</span>
            </span>
        </li>`;
    }

    why({ kind, text, scheme }) {
        const key = `base.searchMatched.${kind}`;
        return html`<bdi>${t(key, { text: text.slice(0, 120), scheme: t(`said.schemes.${scheme}`) })}</bdi>`;
    }

    message() {
        if (this.failed) {
            return t('base.searchFailed');
        }
        if (!this.items) {
            return '';
        }
        return this.items.length === 0 ? t('base.searchNone') : t('base.searchCount', { count: this.items.length });
    }

    optionName(index) {
        return `${this.name}-${index}`;
    }

    typed(event) {
        this.text = event.target.value;
        this.active = -1;
        this.open = true;
        clearTimeout(this.timer);
        this.timer = setTimeout(() => this.find(), PAUSE_MS);
    }

    async find() {
        clearTimeout(this.timer);
        const text = this.text.trim();
        if (text === '') {
            this.forget();
            return;
        }
        if (text === this.itemsOf && !this.failed) {
            return;
        }
        try {
            const { body } = await get(this.name, '/companies', { q: text, limit: MOST_SHOWN });
            if (text !== this.text.trim()) {
                return;
            }
            this.items = body.items;
            this.itemsOf = text;
            this.failed = false;
        } catch (failure) {
            if (!isAborted(failure)) {
                this.items = null;
                this.itemsOf = '';
                this.failed = true;
            }
        }
    }

    pressed(event) {
        const last = (this.items?.length ?? 0) - 1;
        switch (event.key) {
            case 'ArrowDown':
                this.move(event, this.active >= last ? 0 : this.active + 1);
                break;
            case 'ArrowUp':
                this.move(event, this.active <= 0 ? last : this.active - 1);
                break;
            case 'Enter':
                event.preventDefault();
                this.enter();
                break;
            case 'Escape':
                if (this.open && this.items) {
                    this.open = false;
                    this.active = -1;
                } else {
                    this.forget();
                }
                break;
        }
    }

    move(event, to) {
        event.preventDefault();
        if (this.items?.length) {
            this.open = true;
            this.active = to;
        }
    }

    /** Takes the marked one, else the best: after what was typed last is found. */
    async enter() {
        if (this.open && this.active >= 0) {
            this.choose(this.items[this.active]);
            return;
        }
        const asked = this.text.trim();
        await this.find();
        if (asked && asked === this.itemsOf && this.items?.length) {
            this.choose(this.items[0]);
        }
    }

    choose({ id, name }) {
        this.forget();
        const chosen = new CustomEvent('company-chosen', {
            bubbles: true,
            cancelable: true,
            detail: { id, name },
        });
        if (this.dispatchEvent(chosen)) {
            location.assign(companyPath(id));
        }
    }

    left(event) {
        if (!this.contains(event.relatedTarget)) {
            this.open = false;
            this.active = -1;
        }
    }
}

customElements.define('company-search', CompanySearch);
