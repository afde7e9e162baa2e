import { html, nothing } from 'lit';
import { t } from '../i18n.js';
import { idOf, wordsOf } from './faults.js';

/** The label of a field, which says so where it must be filled in. */
export function labelled(pointer, label, isRequired) {
    return html`<label for=${idOf(pointer)}>${label}${mark(isRequired)}</label>`;
}

/** What a field must say beside its name if it must be filled in. */
export function mark(isRequired) {
    return isRequired ? html` <span class="required">${t('post.required')}</span>` : nothing;
}

/** What is wrong with a field, for `aria-describedby`. */
export function fault(pointer, form) {
    const faults = form.faultsAt(pointer);
    return faults.length > 0
        ? html`<p class="fault" id="${idOf(pointer)}-fault"><span aria-hidden="true">▲ </span>${wordsOf(faults)}</p>`
        : nothing;
}

/** A hint below a field. */
export function hinted(pointer, hint) {
    return hint ? html`<small class="hint" id="${idOf(pointer)}-hint">${hint}</small>` : nothing;
}

/** What describes a field: the ids of its fault and its hint. */
export function description(pointer, form, hint) {
    const ids = [
        form.faultsAt(pointer).length > 0 && `${idOf(pointer)}-fault`,
        hint && `${idOf(pointer)}-hint`,
    ].filter(Boolean);
    return ids.length > 0 ? ids.join(' ') : nothing;
}

/** `aria-invalid` of a field. */
export function invalid(pointer, form) {
    return form.faultsAt(pointer).length > 0 ? 'true' : nothing;
}
