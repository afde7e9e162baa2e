/* The event as it is being filled in: plain JSON, but for what is typed and not yet a number or JSON. */

/** What was typed where a number belongs; anything else goes out as it was typed, for the service to refuse. */
export class TypedNumber {
    constructor(text) {
        this.text = text;
    }

    toString() {
        return this.text;
    }

    toJSON() {
        const text = this.text.trim();
        return /^-?\d{1,15}(\.\d{1,6})?$/.test(text) ? Number(text) : text;
    }
}

/** What was typed where any JSON belongs. */
export class TypedJson {
    constructor(text) {
        this.text = text;
    }

    toString() {
        return this.text;
    }

    toJSON() {
        try {
            return JSON.parse(this.text);
        } catch {
            return this.text;
        }
    }
}

/** The names that a JSON pointer leads through. */
export function steps(pointer) {
    return pointer
        .split('/')
        .slice(1)
        .map((step) => step.replaceAll('~1', '/').replaceAll('~0', '~'));
}

/** What stands at a JSON pointer, if anything. */
export function valueAt(draft, pointer) {
    return steps(pointer).reduce((value, step) => value?.[step], draft);
}

/** The draft with another value at a pointer; what is undefined is taken away. */
export function withValue(draft, pointer, value) {
    return changed(draft, steps(pointer), value);
}

function changed(value, [step, ...rest], to) {
    if (step === undefined) {
        return to;
    }
    if (Array.isArray(value)) {
        const index = Number(step);
        const entries = value.slice();
        const entry = changed(entries[index], rest, to);
        entries.splice(index, 1, ...(entry === undefined ? [] : [entry]));
        return entries;
    }
    const { [step]: old, ...others } = value ?? {};
    const member = changed(old, rest, to);
    return member === undefined ? others : { ...value, [step]: member };
}

/**
 * The event to post: without what was left empty. Entries of lists stay, so that a pointer means the same in
 * the event and in the form.
 */
export function eventOf(draft) {
    return JSON.parse(JSON.stringify(filled(draft) ?? {}));
}

function filled(value) {
    if (Array.isArray(value)) {
        return value.length === 0 ? undefined : value.map((entry) => filled(entry) ?? (typeof entry === 'string' ? '' : {}));
    }
    if (value instanceof TypedNumber || value instanceof TypedJson) {
        return value.text.trim() === '' ? undefined : value;
    }
    if (value !== null && typeof value === 'object') {
        const members = Object.entries(value)
            .map(([name, member]) => [name, filled(member)])
            .filter(([, member]) => member !== undefined);
        return members.length === 0 ? undefined : Object.fromEntries(members);
    }
    return value === '' || value === undefined ? undefined : value;
}

/** A line for a shell that posts the same; the token stands in the environment. */
export function curlLine(address, event) {
    const body = JSON.stringify(event).replaceAll("'", "'\\''");
    return `curl '${address}/events' -H "Authorization: Bearer $TOKEN" -H 'Content-Type: application/json' -d '${body}'`;
}
