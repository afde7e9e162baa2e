import { has, t } from '../i18n.js';

const CHOICES = ['said.rounds', 'said.partnerships', 'said.valuations', 'said.schemes', 'base.sourceKinds', 'post.choices'];

/** What a field is called, which may depend on what it belongs to. */
export function labelOf(name, owner = '') {
    return t([`post.fieldsOf.${owner}.${name}`, `post.fields.${name}`].find(has) ?? name);
}

/** What one entry of a list is called. */
export function entryLabel(list) {
    return t([`post.entries.${list}`, `post.fields.${list}`].find(has) ?? list);
}

/** What helps to fill in a field: of some definitions in the page's language, else what the schema says. */
export function hintOf(definition, description) {
    return has(`post.hints.${definition}`) ? t(`post.hints.${definition}`) : description;
}

/** What a value of a choice is called. */
export function choiceLabel(value) {
    const key = CHOICES.map((part) => `${part}.${value}`).find(has);
    return key ? t(key) : value;
}
