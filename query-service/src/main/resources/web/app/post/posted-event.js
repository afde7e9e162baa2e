import { html, LitElement, nothing } from 'lit';
import { companyPath } from '../address.js';
import { addressOf, getJson } from '../api.js';
import { instant, t } from '../i18n.js';
import { said } from '../sentence.js';

const REJECTED = 409;

/** That an event is recorded, and a link to it on its company's page as soon as that shows it. */
class PostedEvent extends LitElement {
    static properties = { posted: { attribute: false }, fact: { state: true }, failure: { state: true } };

    createRenderRoot() {
        return this;
    }

    firstUpdated() {
        this.querySelector('h2').focus();
        this.#await();
    }

    async #await() {
        const { id, position, company } = this.posted;
        this.failure = undefined;
        try {
            await getJson(`/companies/${encodeURIComponent(company.id)}`, {}, { position });
            this.fact = await factOf(id, company.id);
        } catch (failure) {
            this.failure = failure;
        }
    }

    #rejected() {
        return html`
            <section class="posted">
                <h2 tabindex="-1">${t('post.rejected')}</h2>
                <p lang="en">${this.failure.detail}</p>
                <p>${t('post.rejectedHint')}</p>
                <button class="primary" type="button" @click=${() => this.dispatchEvent(new CustomEvent('back'))}>
                    ${t('post.back')}
                </button>
            </section>`;
    }

    render() {
        const { position, recordedAt, company } = this.posted;
        const page = addressOf(companyPath(company.id), { fact: this.fact });
        if (this.failure?.status === REJECTED) {
            return this.#rejected();
        }
        return html`
            <section class="posted">
                <h2 tabindex="-1">${t('post.recorded')}</h2>
                <p>${t('post.recordedAs', { position, when: instant(recordedAt) })}</p>
                <p role="status">
                    ${this.failure
                        ? html`${t('post.notYet')}
                              <button class="quiet" type="button" @click=${() => this.#await()}>${t('base.again')}</button>`
                        : nothing}
                    ${this.fact === undefined
                        ? html`${this.failure ? nothing : t('post.awaited')}`
                        : html`<a class="primary" href=${page}>${t('post.see')} ${said(company.name ?? company.id)}</a>`}
                </p>
                <button type="button" @click=${() => this.dispatchEvent(new CustomEvent('another'))}>
                    ${t('post.another')}
                </button>
            </section>`;
    }
}

/** The fact that an event became part of; nothing for one that is no claim. */
async function factOf(event, company) {
    try {
        return (await getJson(`/facts/${event}`, { company })).body.id;
    } catch {
        return '';
    }
}

customElements.define('posted-event', PostedEvent);
