import { html, nothing } from 'lit';
import { country, lang, t } from '../i18n.js';
import { companyFields } from './company-fields.js';
import { steps, TypedJson, TypedNumber, valueAt } from './draft.js';
import { idOf } from './faults.js';
import { description, fault, hinted, invalid, labelled, mark } from './field-parts.js';
import { choiceLabel, entryLabel, labelOf } from './labels.js';

const currencies = new Intl.DisplayNames([lang], { type: 'currency', fallback: 'code' });

/**
 * The fields of an object of the draft.
 *
 * @param pointer of the object
 * @param owner what it is, such as an event type: names may mean more than one thing
 * @param form the draft, what is wrong with it, and how it changes
 */
export function fields(described, pointer, owner, form) {
    return described.map((field) => fieldAt(field, `${pointer}/${field.name}`, labelOf(field.name, owner), form));
}

/** One field, whatever it is. */
export function fieldAt(field, pointer, label, form) {
    switch (field.kind) {
        case 'choice':
            return choice(field, pointer, label, form, choiceLabel);
        case 'country':
            return choice(field, pointer, label, form, country);
        case 'currency':
            return choice(field, pointer, label, form, (code) => `${code} · ${currencies.of(code)}`);
        case 'flag':
            return flag(pointer, label, form, true);
        case 'number':
            return text(field, pointer, label, form, { mode: 'decimal', typed: (value) => new TypedNumber(value) });
        case 'json':
            return json(field, pointer, label, form);
        case 'money':
            return money(field, pointer, label, form);
        case 'company':
            return companyFields(field, pointer, label, form, fields);
        case 'group':
            return group(field, pointer, label, form, fields(field.fields, pointer, '', form));
        case 'list':
            return list(field, pointer, label, form);
        case 'date':
            return text({ ...field, hint: t('post.dateHint') }, pointer, label, form);
        default:
            return text(field, pointer, label, form);
    }
}

/** A line of text. */
export function text(field, pointer, label, form, { mode = 'text', typed = (value) => value, type = 'text' } = {}) {
    return html`
        <div class="field">
            ${labelled(pointer, label, field.isRequired)}
            <input
                id=${idOf(pointer)}
                type=${type}
                inputmode=${mode}
                autocomplete="off"
                dir="auto"
                aria-invalid=${invalid(pointer, form)}
                aria-describedby=${description(pointer, form, field.hint)}
                .value=${String(valueAt(form.draft, pointer) ?? '')}
                @input=${(e) => form.change(pointer, typed(e.target.value))} />
            ${hinted(pointer, field.hint)} ${fault(pointer, form)}
        </div>`;
}

/** A box of several lines. */
export function longText(field, pointer, label, form, typed = (value) => value) {
    return html`
        <div class="field wide">
            ${labelled(pointer, label, field.isRequired)}
            <textarea
                id=${idOf(pointer)}
                rows="3"
                dir="auto"
                aria-invalid=${invalid(pointer, form)}
                aria-describedby=${description(pointer, form, field.hint)}
                .value=${String(valueAt(form.draft, pointer) ?? '')}
                @input=${(e) => form.change(pointer, typed(e.target.value))}></textarea>
            ${hinted(pointer, field.hint)} ${fault(pointer, form)}
        </div>`;
}

/** One of several values. */
export function choice(field, pointer, label, form, called, none = t(field.isRequired ? 'post.choose' : 'post.noChoice')) {
    const chosen = valueAt(form.draft, pointer) ?? '';
    return html`
        <div class="field">
            ${labelled(pointer, label, field.isRequired)}
            <select
                id=${idOf(pointer)}
                aria-invalid=${invalid(pointer, form)}
                aria-describedby=${description(pointer, form)}
                @change=${(e) => form.change(pointer, e.target.value)}>
                <option value="" .selected=${chosen === ''}>${none}</option>
                ${field.values.map(
                    (value) => html`<option value=${value} .selected=${value === chosen}>${called(value)}</option>`)}
            </select>
            ${fault(pointer, form)}
        </div>`;
}

/** A box to tick, which leaves the member out while it is not. */
export function flag(pointer, label, form, ticked) {
    return html`
        <div class="field tick">
            <input
                id=${idOf(pointer)}
                type="checkbox"
                .checked=${valueAt(form.draft, pointer) === ticked}
                @change=${(e) => form.change(pointer, e.target.checked ? ticked : undefined)} />
            <label for=${idOf(pointer)}>${label}</label>
            ${fault(pointer, form)}
        </div>`;
}

/** Fields that belong together. */
export function group(field, pointer, label, form, content) {
    return html`
        <fieldset id=${idOf(pointer)} tabindex="-1" class="wide" aria-describedby=${description(pointer, form)}>
            <legend>${label}${mark(field.isRequired)}</legend>
            ${fault(pointer, form)}
            <div class="fields">${content}</div>
        </fieldset>`;
}

function money(field, pointer, label, form) {
    const decimal = (name) => text({}, `${pointer}/${name}`, labelOf(name, 'money'), form, { mode: 'decimal' });
    const isUndisclosed = valueAt(form.draft, `${pointer}/disclosed`) === false;
    const figures = html`
        ${decimal('amount')}
        ${fieldAt({ kind: 'currency', values: form.currencies }, `${pointer}/currency`, labelOf('currency'), form)}
        ${flag(`${pointer}/approximate`, labelOf('approximate'), form, true)}
        <details class="wide" ?open=${Boolean(valueAt(form.draft, `${pointer}/min`) || valueAt(form.draft, `${pointer}/max`))}>
            <summary>${t('post.asRange')}</summary>
            <div class="fields">${decimal('min')} ${decimal('max')}</div>
        </details>`;
    return group(
        field,
        pointer,
        label,
        form,
        html`
            <div class="field tick wide">
                <input
                    id=${idOf(`${pointer}/disclosed`)}
                    type="checkbox"
                    .checked=${isUndisclosed}
                    @change=${(e) => form.change(pointer, e.target.checked ? { disclosed: false } : {})} />
                <label for=${idOf(`${pointer}/disclosed`)}>${t('post.undisclosed')}</label>
            </div>
            ${isUndisclosed ? nothing : figures}`);
}

function json(field, pointer, label, form) {
    return longText({ ...field, hint: t('post.jsonHint') }, pointer, label, form, (value) => new TypedJson(value));
}

function list(field, pointer, label, form) {
    const entries = valueAt(form.draft, pointer) ?? [];
    const one = entryLabel(steps(pointer).at(-1));
    const empty = field.entry.kind === 'text' ? '' : {};
    return html`
        <fieldset id=${idOf(pointer)} tabindex="-1" class="wide list" aria-describedby=${description(pointer, form)}>
            <legend>${label}${mark(field.isRequired || field.least > 0)}</legend>
            ${fault(pointer, form)}
            ${entries.map((_, index) => {
                const entry = `${pointer}/${index}`;
                const name = t('post.entry', { what: one, number: index + 1 });
                return html`
                    <div class="entry">
                        ${fieldAt(field.entry, entry, name, form)}
                        ${entries.length > field.least
                            ? html`<button
                                  class="quiet"
                                  type="button"
                                  aria-label=${t('post.removeEntry', { what: name })}
                                  @click=${() => form.remove(entry)}>
                                  ${t('post.remove')}
                              </button>`
                            : nothing}
                    </div>`;
            })}
            ${entries.length < field.most
                ? html`<button class="quiet" type="button" id="${idOf(pointer)}-add" @click=${() => form.add(pointer, empty)}>
                      ${t('post.add', { what: one })}
                  </button>`
                : nothing}
        </fieldset>`;
}
