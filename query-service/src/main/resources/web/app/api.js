/** What the service answered instead of what was asked for, as in RFC 9457; status 0 where it could not be reached. */
export class Problem extends Error {
    constructor(status, { title = '', detail = '', errors = [] } = {}) {
        super(detail || title || String(status));
        this.status = status;
        this.title = title;
        this.detail = detail;
        this.errors = errors;
    }
}

const running = new Map();

/** Path and query; a parameter that is a list is repeated, one without a value left out. */
export function addressOf(path, params = {}) {
    const query = new URLSearchParams();
    for (const [name, value] of Object.entries(params)) {
        for (const each of [value].flat()) {
            if (each !== undefined && each !== null && each !== '') {
                query.append(name, each);
            }
        }
    }
    const text = query.toString();
    return text ? `${path}?${text}` : path;
}

/** The JSON at a path, and the cursor at which it holds; throws a Problem. A position awaits one's own write. */
export async function getJson(path, params, { signal, position } = {}) {
    const headers = { Accept: 'application/json' };
    if (position) {
        headers['Timeline-Position'] = position;
    }
    const response = await reached(addressOf(path, params), { headers, signal });
    const body = await read(response);
    if (!response.ok) {
        throw new Problem(response.status, body);
    }
    return { body, cursor: response.headers.get('Timeline-Cursor') };
}

/** The same, where only the newest of the reads with one key matters: the one before it throws an AbortError. */
export async function get(key, path, params, options = {}) {
    running.get(key)?.abort();
    const abort = new AbortController();
    running.set(key, abort);
    try {
        return await getJson(path, params, { ...options, signal: abort.signal });
    } finally {
        if (running.get(key) === abort) {
            running.delete(key);
        }
    }
}

/** Whether a read was given up because a newer one of the same key began. */
export function isAborted(failure) {
    return failure?.name === 'AbortError';
}

async function reached(address, options) {
    try {
        return await fetch(address, options);
    } catch (failure) {
        throw isAborted(failure) ? failure : new Problem(0);
    }
}

async function read(response) {
    try {
        return await response.json();
    } catch (failure) {
        if (isAborted(failure)) {
            throw failure;
        }
        if (response.ok) {
            // It was cut off: a part of an answer is none.
            throw new Problem(0);
        }
        return {};
    }
}
