import { html, nothing } from 'lit';
import { t } from '../i18n.js';
import { valueAt } from './draft.js';
import { idOf } from './faults.js';
import { description, fault, hinted, invalid, mark } from './field-parts.js';
import { text } from './fields.js';
import './when-meaning.js';

const TYPED = '/when/typed';

/**
 * When it happened, as a date or in words: what is no date by its look is words, which may need to know when they
 * were written.
 */
export function whenFields(isRequired, form) {
    const when = whenOf(form.draft.when);
    const hint = t('post.whenHint');
    return html`
        <fieldset id=${idOf('/when')} tabindex="-1" class="wide">
            <legend>${t('post.when')}${mark(isRequired)}</legend>
            <div class="fields">
                <div class="field">
                    <label for=${idOf(TYPED)}>${t('post.whenTyped')}</label>
                    <input
                        id=${idOf(TYPED)}
                        autocomplete="off"
                        aria-invalid=${invalid(TYPED, form)}
                        aria-describedby="${description(TYPED, form, hint)} when-meaning"
                        .value=${valueAt(form.draft, TYPED) ?? ''}
                        @input=${(e) => form.change(TYPED, e.target.value)} />
                    ${hinted(TYPED, hint)} ${fault(TYPED, form)}
                </div>
                ${when?.text
                    ? text({ hint: t('post.anchorHint') }, '/when/anchor', t('post.anchor'), form)
                    : nothing}
            </div>
            <when-meaning id="when-meaning" role="status" .when=${when}></when-meaning>
        </fieldset>`;
}

/** The pointer of the field at which a fault of the event's date is shown. */
export function whenPointer(pointer) {
    return ['/when', '/when/edtf', '/when/text'].includes(pointer) ? TYPED : pointer;
}

/** The `when` of the event, from what was typed: EDTF has no letters but X. */
export function whenOf({ typed = '', anchor = '' } = {}) {
    const date = typed.trim();
    if (date === '') {
        return undefined;
    }
    const isDate = /\d/.test(date) && /^[-\dX?~%/.,[\]]+$/.test(date);
    return isDate ? date : { text: date, anchor: anchor.trim() };
}
