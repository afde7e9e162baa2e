import { getJson } from '../api.js';

const PAGE = 1000;

/* As many as a stream takes. */
const MOST_RECORDS = 100;

/** Reads the facts of a company, the last ones first, and hands over each page as it comes; gives the cursor at which all of it holds. */
export async function readTimeline(company, asked, signal, onFacts) {
    const path = `/companies/${encodeURIComponent(company)}/timeline`;
    let answer = await getJson(path, { ...asked, order: 'desc', limit: PAGE }, { signal });
    const { cursor } = answer;
    onFacts(answer.body.items);
    while (answer.body.next) {
        answer = await getJson(path, { ...asked, order: 'desc', limit: PAGE, cursor: answer.body.next }, { signal });
        onFacts(answer.body.items);
    }
    return cursor;
}

/**
 * What became of facts, the last ones first, by what was recorded since a cursor: `{facts, changed, cursor}`, with the ids of those
 * that are new or say something else. Absent where so much changed that it is better read anew.
 */
export async function readChanges(company, facts, asked, since) {
    const path = `/companies/${encodeURIComponent(company)}/diff`;
    const { body, cursor } = await getJson(path, { ...asked, knownFrom: since });
    const { added, removed, changed } = body;
    const whole =
        added.length === body.addedCount &&
        removed.length === body.removedCount &&
        changed.length === body.changedCount;
    if (!whole) {
        return undefined;
    }
    const gone = new Set([...removed.map((fact) => fact.id), ...changed.map((change) => change.before.id)]);
    const come = [...added, ...changed.map((change) => change.after)];
    const kept = facts.filter((fact) => !gone.has(fact.id));
    return {
        facts: [...kept, ...come].sort((one, other) => inOrder(other, one)),
        changed: come.map((fact) => fact.id),
        cursor,
    };
}

/** The ids of all records that are one company with this one, by what its timeline says. */
export function recordsOf(company, facts) {
    const pairs = facts
        .filter(({ type, status }) => type === 'same-as' && ['reported', 'confirmed'].includes(status))
        .map((fact) => [fact.company.id, fact.details.company]);
    const records = new Set([company]);
    for (let size = 0; size < records.size; ) {
        size = records.size;
        for (const pair of pairs.filter((each) => each.some((id) => records.has(id)))) {
            pair.forEach((id) => records.add(id));
        }
    }
    return [...records].slice(0, MOST_RECORDS);
}

/** The order of timelines: the earliest day (the latest if open, last if both are), then the latest, then the id. */
export function inOrder(one, other) {
    const days = ({ when }) => [when.earliest ?? when.latest ?? '9999-99-99', when.latest ?? '9999-99-99'];
    const [a, b] = [days(one), days(other)];
    return compareDays(a[0], b[0]) || compareDays(a[1], b[1]) || (one.id < other.id ? -1 : 1);
}

function compareDays(one, other) {
    const before = [one, other].map((day) => day.startsWith('-'));
    if (before[0] !== before[1]) {
        return before[0] ? -1 : 1;
    }
    // Before year 0 a larger year is the earlier one, though months and days go on as ever.
    const [years, rest] = [[one, other].map((day) => Number(day.slice(0, -6))), [one.slice(-6), other.slice(-6)]];
    return years[0] - years[1] || (rest[0] < rest[1] ? -1 : rest[0] > rest[1] ? 1 : 0);
}
