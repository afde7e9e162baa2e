import { isAborted, Problem } from '../api.js';

/** Where ingest-service is, which takes what is posted. */
export const INGEST = document.body.dataset.ingest;

/** The JSON Schema of an event type. */
export async function schemaOf(type) {
    const { body } = await answered(`/event-types/${encodeURIComponent(type)}`, {});
    return body.schema;
}

/** The names of all event types. */
export async function eventTypes() {
    const { body } = await answered('/event-types', {});
    return body.items.map((item) => item.name);
}

/** Checks an event and writes nothing; throws a Problem with every fault. */
export async function check(event, token, signal) {
    return (await posted('/events?dryRun=true', event, token, signal)).body;
}

/** Posts an event, and gives where it stands once the log has acknowledged it; throws a Problem. */
export async function post(event, token) {
    return (await posted('/events', event, token)).body;
}

function posted(path, event, token, signal) {
    return answered(path, {
        method: 'POST',
        headers: { Authorization: `Bearer ${token}`, 'Content-Type': 'application/json' },
        body: JSON.stringify(event),
        signal,
    });
}

async function answered(path, options) {
    try {
        const response = await fetch(INGEST + path, { credentials: 'omit', ...options });
        const body = await response.json();
        if (!response.ok) {
            throw new Problem(response.status, body);
        }
        return { body };
    } catch (failure) {
        throw failure instanceof Problem || isAborted(failure) ? failure : new Problem(0);
    }
}
