import { hintOf } from './labels.js';

/* What a form shows for the JSON Schema of an event type. */

const BY_NAME = {
    Country: { kind: 'country' },
    Currency: { kind: 'currency' },
    Date: { kind: 'date' },
    Money: { kind: 'money' },
};

/** The fields of an event's details, in the order of the schema. */
export function detailsOf(schema) {
    return fieldOf(schema.properties.details, schema.$defs).fields ?? [];
}

/** Whether events of this type need a member, such as `when`, which annotations may leave out. */
export function needs(schema, member) {
    return schema.required.includes(member);
}

/** The values of a definition that is a choice, such as `Status`. */
export function choicesOf(schema, name) {
    return schema.$defs[name].enum;
}

function fieldOf(schema, definitions) {
    const name = schema.$ref?.replace('#/$defs/', '');
    const defined = name ? definitions[name] : schema;
    const hint = hintOf(name, defined.description);
    if (BY_NAME[name]) {
        return { ...BY_NAME[name], hint, values: defined.enum };
    }
    if (defined.enum) {
        return { kind: 'choice', values: defined.enum };
    }
    switch (defined.type) {
        case 'boolean':
            return { kind: 'flag' };
        case 'integer':
        case 'number':
            return { kind: 'number', hint };
        case 'array':
            return { kind: 'list', entry: fieldOf(defined.items, definitions), least: defined.minItems ?? 0, most: defined.maxItems };
        case 'object':
            return groupOf(defined, definitions);
        default:
            return { kind: 'text', hint };
    }
}

function groupOf(schema, definitions) {
    const members = Object.entries(schema.properties ?? {});
    if (members.length === 0 || members.some(([, member]) => member.anyOf)) {
        return { kind: 'json' };
    }
    const fields = members.map(([name, member]) => ({
        name,
        isRequired: (schema.required ?? []).includes(name),
        ...fieldOf(member, definitions),
    }));
    return { kind: schema.properties.company && schema.properties.name ? 'company' : 'group', fields };
}

/** The field of the company that an event is about. */
export function subjectOf(schema) {
    return { isRequired: true, ...fieldOf(schema.properties.company, schema.$defs) };
}

/** The field of an event's sources. */
export function sourcesOf(schema) {
    return { isRequired: true, ...fieldOf(schema.properties.sources, schema.$defs) };
}
