import { html } from 'lit';

/* Where what is wrong with an event is shown: at the field that its JSON pointer names, or that it lies in. */

/** The id of the element of a field. */
export function idOf(pointer) {
    return `at${pointer.replaceAll('/', '-')}`;
}

/** The pointer of the field whose element has this id: no name in an event holds a hyphen. */
export function pointerOf(id) {
    return id.slice('at'.length).replaceAll('-', '/');
}

/** The faults by the pointer of the nearest field that is there, in the order of the form; of the form itself ''. */
export function placed(errors, form) {
    const pointers = ['', ...Array.from(form.querySelectorAll('[id^="at-"]'), ({ id }) => pointerOf(id))];
    const faults = new Map();
    for (const { pointer = '', detail } of errors) {
        let at = pointer;
        while (!pointers.includes(at)) {
            at = at.slice(0, at.lastIndexOf('/'));
        }
        faults.set(at, [...(faults.get(at) ?? []), { detail }]);
    }
    return new Map(pointers.filter((at) => faults.has(at)).map((at) => [at, faults.get(at)]));
}

/** What a field is called in the form. */
export function calledAt(pointer, form) {
    const field = form.querySelector(`#${CSS.escape(idOf(pointer))}`);
    const label = field?.querySelector(':scope > legend') ?? field?.labels?.[0];
    const words = Array.from(label?.childNodes ?? []).find((node) => node.nodeType === Node.TEXT_NODE && node.data.trim());
    return words?.data.trim() ?? '';
}

/** The words of faults at one field, which services say in English. */
export function wordsOf(faults) {
    return html`<span lang="en">${faults.map(({ detail }) => detail).join(' ')}</span>`;
}
