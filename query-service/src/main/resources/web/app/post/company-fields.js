import { html } from 'lit';
import { t } from '../i18n.js';
import '../parts/company-search.js';
import { idOf } from './faults.js';
import { description, fault, mark } from './field-parts.js';

/**
 * A company: one that is known is found by its name, a new one gets a name and perhaps an id.
 *
 * @param fields draws the members that such a reference has
 */
export function companyFields(field, pointer, label, form, fields) {
    const idName = field.fields.some(({ name }) => name === 'company') ? 'company' : 'id';
    const chosen = (event) => {
        event.preventDefault();
        form.change(`${pointer}/${idName}`, event.detail.id);
        form.change(`${pointer}/name`, event.detail.name);
    };
    return html`
        <fieldset id=${idOf(pointer)} tabindex="-1" class="wide company" aria-describedby=${description(pointer, form)}>
            <legend>${label}${mark(field.isRequired)}</legend>
            ${fault(pointer, form)}
            <company-search label=${t('post.find')} @company-chosen=${chosen}></company-search>
            <div class="fields">${fields(field.fields, pointer, 'company', form)}</div>
        </fieldset>`;
}
