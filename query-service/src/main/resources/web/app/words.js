import { html, LitElement } from 'lit';
import { getJson } from './api.js';
import { lang } from './i18n.js';

const LONGEST_QUERY = 3_000;
const MOST_DATES = 200;

const known = new Map();
let asked = [];

/** A date in the words of this page's language; dates asked for at once are read at once. */
export function dateWords(edtf) {
    if (!known.has(edtf)) {
        known.set(edtf, new Promise((tell) => asked.push({ edtf, tell })));
        if (asked.length === 1) {
            setTimeout(askAll);
        }
    }
    return known.get(edtf);
}

function askAll() {
    const all = asked;
    asked = [];
    let batch = [];
    let length = 0;
    for (const each of all) {
        const more = encodeURIComponent(each.edtf).length + '&edtf='.length;
        if (batch.length > 0 && (batch.length === MOST_DATES || length + more > LONGEST_QUERY)) {
            ask(batch);
            batch = [];
            length = 0;
        }
        batch.push(each);
        length += more;
    }
    ask(batch);
}

async function ask(batch) {
    try {
        const { body } = await getJson('/dates', { edtf: batch.map((each) => each.edtf) });
        const items = body.items ?? [body];
        batch.forEach((each, index) => each.tell(items[index].words[lang]));
    } catch {
        // The date itself says the same, and the next one who asks tries again.
        batch.forEach((each) => {
            known.delete(each.edtf);
            each.tell(each.edtf);
        });
    }
}

/** A date in words, with the date itself as its title. */
class DateWords extends LitElement {
    static properties = { edtf: {}, words: { state: true } };

    createRenderRoot() {
        return this;
    }

    async willUpdate(changed) {
        if (changed.has('edtf') && this.edtf) {
            const { edtf } = this;
            this.words = undefined;
            const words = await dateWords(edtf);
            if (edtf === this.edtf) {
                this.words = words;
            }
        }
    }

    render() {
        return html`<span class=${this.words || !this.edtf ? '' : 'awaited'} title=${this.edtf ?? ''}>${this.words ?? this.edtf}</span>`;
    }
}

customElements.define('date-words', DateWords);
