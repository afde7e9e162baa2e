import { html, LitElement, nothing } from 'lit';
import { changeAddress, onAddress, readAddress } from '../address.js';
import { getJson } from '../api.js';
import { has, t } from '../i18n.js';
import '../parts/load-error.js';
import { typeName } from '../sentence.js';
import { companyFields } from './company-fields.js';
import { eventOf, valueAt, withValue } from './draft.js';
import { EventCheck } from './event-check.js';
import './event-preview.js';
import { calledAt, idOf, pointerOf, wordsOf } from './faults.js';
import { choice, fieldAt, fields, longText, text } from './fields.js';
import { mark } from './field-parts.js';
import { eventTypes, post, schemaOf } from './ingest.js';
import { labelOf } from './labels.js';
import './posted-event.js';
import { randomId } from './random-id.js';
import { choicesOf, detailsOf, needs, sourcesOf, subjectOf } from './schema.js';
import { whenFields, whenOf } from './when-fields.js';

/** A form for an event of any type, made from its JSON Schema; what is typed is checked as it is typed. */
class PagePost extends LitElement {
    static properties = {
        types: { state: true },
        schema: { state: true },
        draft: { state: true },
        isPosting: { state: true },
        isAsked: { state: true },
        failure: { state: true },
        posted: { state: true },
    };

    #id = randomId();
    #check = new EventCheck(this);
    #touched = new Set();
    #ends = [];

    constructor() {
        super();
        this.types = [];
        this.#begin();
    }

    createRenderRoot() {
        return this;
    }

    connectedCallback() {
        super.connectedCallback();
        document.title = `${t('post.title')} · ${t('base.product')}`;
        this.#ends = [onAddress(() => this.#turn())];
        this.#open();
    }

    disconnectedCallback() {
        super.disconnectedCallback();
        this.#check.stop();
        this.#ends.forEach((end) => end());
    }

    async #open() {
        this.failure = undefined;
        try {
            this.types = await eventTypes();
            await this.#prefill(readAddress());
            await this.#turn();
        } catch (failure) {
            this.failure = failure;
        }
    }

    /** A link to this page may name the company, and the event that an annotation is about. */
    async #prefill(address) {
        const company = address.get('company');
        if (company) {
            this.draft = withValue(this.draft, '/company/id', company);
            try {
                const { body } = await getJson(`/companies/${encodeURIComponent(company)}`);
                this.draft = withValue(this.draft, '/company/name', body.name);
            } catch {
                // It is a new one.
            }
        }
        const target = address.get('target');
        if (target) {
            this.draft = withValue(this.draft, '/details/target', target);
        }
    }

    async #turn() {
        const type = readAddress().get('type') ?? '';
        if (!this.types.includes(type)) {
            this.schema = undefined;
            return;
        }
        if (type === this.schema?.title) {
            return;
        }
        try {
            const schema = await schemaOf(type);
            if (type === (readAddress().get('type') ?? '')) {
                this.#take(type, schema);
            }
        } catch (failure) {
            this.failure = failure;
        }
    }

    /** Details of another type are dropped; those of the link to this page stay. */
    #take(type, schema) {
        const details = this.schema ? {} : this.draft.details;
        this.schema = schema;
        this.draft = { ...this.draft, type, details };
        this.isAsked = false;
        this.#touched.clear();
        this.#check.forget();
        for (const field of detailsOf(schema)) {
            if (field.kind === 'list' && field.isRequired && !this.draft.details[field.name]) {
                const empty = field.entry.kind === 'text' ? '' : {};
                this.draft = withValue(this.draft, `/details/${field.name}`, [empty]);
            }
        }
        this.#check.later();
    }

    #begin() {
        this.draft = { company: {}, when: {}, details: {}, sources: [{}] };
        this.isPosting = false;
        this.isAsked = false;
        this.posted = undefined;
    }

    /** What the fields are drawn with. */
    get #form() {
        return {
            draft: this.draft,
            currencies: this.schema?.$defs.Currency?.enum ?? [],
            faultsAt: (pointer) => (this.#isShown(pointer) ? (this.#check.faults.get(pointer) ?? []) : []),
            change: (pointer, value) => this.#change(pointer, value),
            add: (pointer, entry) => this.#add(pointer, entry),
            remove: (pointer) => this.#remove(pointer),
        };
    }

    /** Nobody is told of faults in what he has not come to. */
    #isShown(pointer) {
        return this.isAsked || [...this.#touched].some((at) => at === pointer || at.startsWith(`${pointer}/`));
    }

    #change(pointer, value) {
        this.draft = withValue(this.draft, pointer, value);
        this.#check.later();
    }

    async #add(pointer, entry) {
        const entries = valueAt(this.draft, pointer) ?? [];
        this.#change(pointer, [...entries, entry]);
        await this.updateComplete;
        const added = this.querySelector(`#${idOf(`${pointer}/${entries.length}`)}`);
        (added?.matches('fieldset') ? added.querySelector('input, select') : added)?.focus();
    }

    async #remove(pointer) {
        const list = pointer.slice(0, pointer.lastIndexOf('/'));
        this.#check.forget();
        this.#change(pointer, undefined);
        await this.updateComplete;
        this.querySelector(`#${idOf(list)}-add`)?.focus();
    }

    /** The event as it stands in the form. */
    get event() {
        const { type, company, when, details, status, sources, ...others } = this.draft;
        const event = eventOf({ id: this.#id, type, company, when: whenOf(when), status, details, sources, ...others });
        return needs(this.schema, 'details') ? { ...event, details: event.details ?? {} } : event;
    }

    /** Who posts: kept in its field alone. */
    get token() {
        return this.querySelector('#post-token')?.value.trim() ?? '';
    }

    async #post(event) {
        event.preventDefault();
        if (this.isPosting) {
            return;
        }
        this.#check.stop();
        this.isAsked = true;
        this.isPosting = true;
        const posting = this.event;
        try {
            const { id, position, recordedAt } = await post(posting, this.token);
            this.posted = { id, position, recordedAt, company: posting.company };
        } catch (failure) {
            this.#check.refused(failure);
            await this.updateComplete;
            this.querySelector('.post-summary')?.focus();
        } finally {
            this.isPosting = false;
        }
    }

    /** The same form for another event of the same company; the token is still in its field. */
    async #another() {
        const { company } = this.draft;
        this.#id = randomId();
        this.#begin();
        this.draft = { ...this.draft, company };
        this.#take(this.schema.title, this.schema);
        await this.updateComplete;
        this.querySelector(`#${idOf('/type')}`).focus();
    }

    /** The form as it was filled in, as another event. */
    async #back() {
        this.#id = randomId();
        this.posted = undefined;
        await this.updateComplete;
        this.querySelector(`#${idOf('/type')}`).focus();
    }

    #left({ target }) {
        if (target.matches('input[id^="at-"], select[id^="at-"], textarea[id^="at-"]')) {
            this.#touched.add(pointerOf(target.id));
            this.requestUpdate();
        }
    }

    #chooseType({ target }) {
        changeAddress({ type: target.value });
    }

    render() {
        return html`
            <h1>${t('post.title')}</h1>
            <p class="lead">${t('post.lead')}</p>
            ${this.failure
                ? html`<load-error .failure=${this.failure} @again=${() => this.#open()}></load-error>`
                : nothing}
            ${this.posted
                ? html`<posted-event .posted=${this.posted} @another=${this.#another} @back=${this.#back}></posted-event>`
                : nothing}
            <div class="post-columns" ?hidden=${this.posted}>
                ${this.#drawn()}
                ${this.schema ? html`<event-preview .event=${this.event}></event-preview>` : nothing}
            </div>`;
    }

    #drawn() {
        const type = this.schema ? this.draft.type : '';
        return html`
            <form class="post-form" novalidate @submit=${this.#post} @focusout=${this.#left}>
                <div class="field post-type">
                    <label for=${idOf('/type')}>${t('post.type')}</label>
                    <select id=${idOf('/type')} @change=${this.#chooseType}>
                        <option value="" .selected=${type === ''}>${t('post.choose')}</option>
                        ${this.types.map(
                            (name) => html`<option value=${name} .selected=${name === type}>${typeName(name)}</option>`)}
                    </select>
                    ${has(`post.about.${type}`) ? html`<small class="hint">${t(`post.about.${type}`)}</small>` : nothing}
                </div>
                ${this.schema ? this.#parts() : nothing}
            </form>`;
    }

    #parts() {
        const { schema } = this;
        const form = this.#form;
        return html`
            ${this.isAsked && this.#check.problem ? this.#summary() : nothing}
            ${companyFields(subjectOf(schema), '/company', t('post.company'), form, fields)}
            ${whenFields(needs(schema, 'when'), form)}
            <fieldset id=${idOf('/details')} tabindex="-1" class="wide">
                <legend>${t('post.details')}${mark(needs(schema, 'details'))}</legend>
                <div class="fields">
                    ${fields(detailsOf(schema), '/details', schema.title, form)}
                    ${choice(
                        { values: choicesOf(schema, 'Status') },
                        '/status',
                        t('post.status'),
                        form,
                        (status) => t(`base.statuses.${status}`),
                        t('post.noStatus'))}
                </div>
            </fieldset>
            ${fieldAt(sourcesOf(schema), '/sources', t('post.sources'), form)}
            <details class="wide post-more">
                <summary>${t('post.more')}</summary>
                <div class="fields">
                    ${longText({}, '/note', labelOf('note'), form)}
                    ${text({ hint: t('post.threadHint') }, '/thread', labelOf('thread'), form)}
                    ${fieldAt({ kind: 'number', hint: t('post.confidenceHint') }, '/confidence', labelOf('confidence'), form)}
                    ${text({ hint: t('post.langHint') }, '/lang', labelOf('lang'), form)}
                </div>
            </details>
            <div class="field post-token">
                <label for="post-token">${t('post.token')}${mark(true)}</label>
                <input
                    id="post-token"
                    type="password"
                    autocomplete="off"
                    spellcheck="false"
                    aria-describedby="post-token-hint"
                    @input=${() => this.#check.later()} />
                <small class="hint" id="post-token-hint">${t('post.tokenHint')}</small>
            </div>
            <div class="post-end">
                <p
                    class="post-checked"
                    role="status"
                    data-checked=${this.#check.state}
                    aria-busy=${this.#check.isPending ? 'true' : 'false'}>
                    ${this.#verdict()}
                </p>
                <button class="primary" type="submit" ?disabled=${this.isPosting}>
                    ${t(this.isPosting ? 'post.posting' : 'post.post')}
                </button>
            </div>`;
    }

    #verdict() {
        const { state, problem } = this.#check;
        return problem ? answered(problem) : t(`post.checks.${state}`);
    }

    #summary() {
        const go = (event, pointer) => {
            event.preventDefault();
            this.querySelector(`#${CSS.escape(idOf(pointer))}`)?.focus();
        };
        return html`
            <div class="post-summary" tabindex="-1">
                <p>${answered(this.#check.problem)}</p>
                <ul>
                    ${[...this.#check.faults].map(
                        ([pointer, faults]) => html`
                            <li>
                                ${pointer === ''
                                    ? wordsOf(faults)
                                    : html`<a href="#${idOf(pointer)}" @click=${(e) => go(e, pointer)}
                                          >${calledAt(pointer, this)}: ${wordsOf(faults)}</a
                                      >`}
                            </li>`)}
                </ul>
            </div>`;
    }
}

/** What the service answered, in a sentence. */
function answered({ status, detail, errors }) {
    if (errors.length > 0) {
        return t('post.faults', { count: errors.length });
    }
    const key = `post.refusals.${status}`;
    return has(key) ? t(key) : html`<span lang="en">${detail}</span>`;
}

customElements.define('page-post', PagePost);
