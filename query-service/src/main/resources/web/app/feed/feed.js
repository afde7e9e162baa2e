import { addressOf, get, isAborted, Problem } from '../api.js';
import { follow } from '../live.js';

const AT_FIRST = 50;
const LOOKED_THROUGH = 500;
const OTHER_LOG = 410;

/** How many events are shown, and how many that wait are kept: the newest. */
export const MOST_SHOWN = 500;

/**
 * The events that fit filters, newest first: the latest of them, then all that are recorded, each once.
 *
 * Pages of events know companies and types alone. Where more is asked for, nothing is filtered here either: the
 * stream is read from a little back, where the latest events begin, to its head, and followed from the cursor there.
 */
export class Feed {
    /** The events shown, newest first. */
    rows = [];

    /** How many more came while the feed was held. */
    waiting = 0;

    /** `connecting`, `live`, `waiting` to try again, or `refused`. */
    state = 'connecting';

    /** Whether what was recorded before is there. */
    isRead = false;

    /** Where the feed stands. */
    cursor = undefined;

    /** From when on events were looked through; nothing if these are simply the latest. */
    since = undefined;

    /** Why there is no feed. */
    problem = undefined;

    #filters;
    #changed;
    #held = false;
    #kept = [];
    #fresh = new WeakSet();
    #end = () => {};
    #isOver = false;

    /** @param changed is called after each change */
    constructor(filters, changed) {
        this.#filters = filters;
        this.#changed = changed;
    }

    /** Reads the latest events and follows; can be tried again where it failed. */
    async open() {
        this.problem = undefined;
        this.state = 'connecting';
        this.#changed();
        try {
            await this.#readLatest();
            this.#kept = [];
            this.waiting = 0;
            this.isRead = true;
            if (!this.#isOver) {
                this.#follow();
            }
        } catch (failure) {
            if (!isAborted(failure)) {
                this.#refuse(failure);
            }
        }
    }

    /** Ends it. */
    close() {
        this.#isOver = true;
        this.#end();
    }

    /** Whether what comes waits, so that what is read stays where it is. */
    hold(isHeld) {
        this.#held = isHeld;
        if (!isHeld && this.waiting > 0) {
            this.release();
        }
    }

    /** Shows what waits. */
    release() {
        this.rows = [...this.#kept, ...this.rows].slice(0, MOST_SHOWN);
        this.#kept = [];
        this.waiting = 0;
        this.#changed();
    }

    /** Whether an event came while the feed was open. */
    isFresh(event) {
        return this.#fresh.has(event);
    }

    async #readLatest() {
        const { company, type } = this.#filters;
        const looksInside = Object.keys(this.#filters).some((name) => name !== 'company' && name !== 'type');
        const { body, cursor } = await get('feed', '/events', {
            company,
            type,
            order: 'desc',
            limit: looksInside ? LOOKED_THROUGH : AT_FIRST,
        });
        if (looksInside) {
            this.since = body.next ? body.items.at(-1).recordedAt : undefined;
            await this.#readStream(this.since ? justBefore(this.since) : 'beginning');
        } else {
            this.rows = body.items;
            this.cursor = cursor;
        }
    }

    async #readStream(from) {
        const lines = await linesOf(addressOf('/events', { ...this.#filters, from, follow: 'false' }));
        this.rows = lines
            .flatMap(({ event }) => event ?? [])
            .reverse()
            .slice(0, MOST_SHOWN);
        this.cursor = lines.at(-1).cursor;
    }

    #follow() {
        this.#end();
        this.#end = follow(
            { ...this.#filters, from: this.cursor },
            {
                onEvent: (event, cursor) => this.#take(event, cursor),
                onHeartbeat: (_, cursor) => this.#stand(cursor),
                onState: (state, status) => this.#turned(state, status),
            });
    }

    #take(event, cursor) {
        this.cursor = cursor;
        this.#fresh.add(event);
        if (this.#held) {
            this.#kept = [event, ...this.#kept].slice(0, MOST_SHOWN);
            this.waiting++;
        } else {
            this.rows = [event, ...this.rows].slice(0, MOST_SHOWN);
        }
        this.#changed();
    }

    #stand(cursor) {
        this.cursor = cursor;
        this.#changed();
    }

    #turned(state, status) {
        if (status === OTHER_LOG) {
            this.open();
        } else if (state === 'refused') {
            this.#refuse(new Problem(status));
        } else {
            this.#turn(state);
        }
    }

    #turn(state) {
        this.state = state;
        this.#changed();
    }

    #refuse(problem) {
        this.problem = problem;
        this.#turn('refused');
    }
}

/** An instant as a beginning leaves out what was recorded at it, which may be all of a batch. */
function justBefore(instant) {
    return new Date(Date.parse(instant) - 1).toISOString();
}

async function linesOf(address) {
    let response;
    let text;
    try {
        response = await fetch(address, { headers: { Accept: 'application/x-ndjson' } });
        text = await response.text();
    } catch {
        throw new Problem(0);
    }
    if (!response.ok) {
        throw new Problem(response.status, JSON.parse(text));
    }
    return text
        .trim()
        .split('\n')
        .map((line) => JSON.parse(line));
}
