import { html, LitElement, nothing } from 'lit';
import { get, isAborted } from '../api.js';
import { day, lang, t } from '../i18n.js';
import { wordsOf } from './faults.js';

const PAUSE_MS = 300;

/** What the `when` of an event is understood as, told while it is typed. */
class WhenMeaning extends LitElement {
    static properties = {
        when: { attribute: false, hasChanged: (now, before) => JSON.stringify(now) !== JSON.stringify(before) },
        meaning: { state: true },
        problem: { state: true },
    };

    #timer;

    createRenderRoot() {
        return this;
    }

    disconnectedCallback() {
        super.disconnectedCallback();
        clearTimeout(this.#timer);
    }

    willUpdate(changed) {
        if (changed.has('when')) {
            clearTimeout(this.#timer);
            this.meaning = undefined;
            this.problem = undefined;
            if (this.when) {
                this.#timer = setTimeout(() => this.#ask(this.when), PAUSE_MS);
            }
        }
    }

    async #ask(when) {
        try {
            const { body } = await get('when', '/dates', typeof when === 'string' ? { edtf: when } : when);
            this.meaning = body;
        } catch (failure) {
            if (!isAborted(failure)) {
                this.problem = failure;
            }
        }
    }

    render() {
        if (this.problem) {
            return wordsOf(this.problem.errors.length > 0 ? this.problem.errors : [this.problem]);
        }
        if (!this.meaning) {
            return nothing;
        }
        const { edtf, earliest, latest, words } = this.meaning;
        return html`${t('post.understood')} <strong>${words[lang]}</strong> <code>${edtf}</code>
            ${earliest && latest && earliest !== latest
                ? t('base.range', { from: day(earliest), to: day(latest) })
                : nothing}`;
    }
}

customElements.define('when-meaning', WhenMeaning);
