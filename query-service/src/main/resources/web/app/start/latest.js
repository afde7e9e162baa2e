import { getJson } from '../api.js';
import { follow } from '../live.js';

const MOST_SHOWN = 20;
const MOST_READ = 200;
const MOST_COMPANIES = 8;
const BATCH_MS = 150;

/** What was recorded last, kept up to date: a controller for the element that shows it. */
export class Latest {
    events = [];
    companies = [];
    fresh = new Set();
    waiting = [];
    waitingCount = 0;
    paused = false;
    loaded = false;
    failure = null;
    state = 'connecting';

    #host;
    #arrived = [];
    #arrivedCount = 0;
    #timer = null;
    #close = null;

    constructor(host) {
        this.#host = host;
        host.addController(this);
    }

    hostConnected() {
        this.load();
    }

    hostDisconnected() {
        clearTimeout(this.#timer);
        this.#close?.();
        this.#close = null;
    }

    /** Reads the newest events, then follows from the very point at which they were read. */
    async load() {
        this.failure = null;
        this.#host.requestUpdate();
        try {
            const { body, cursor } = await getJson('/events', { order: 'desc', limit: MOST_READ });
            this.events = body.items.slice(0, MOST_SHOWN);
            this.#activate(body.items);
            this.loaded = true;
            if (this.#host.isConnected && !this.#close) {
                this.#close = follow(
                    { from: cursor },
                    { onEvent: (event) => this.#arrive(event), onState: (state) => this.#turn(state) },
                );
            }
        } catch (failure) {
            this.failure = failure;
        }
        this.#host.requestUpdate();
    }

    /** Holds back what comes, or shows what was held back. */
    pause(paused) {
        this.paused = paused;
        if (!paused) {
            this.#show(this.waiting);
            this.waiting = [];
            this.waitingCount = 0;
        }
        this.#host.requestUpdate();
    }

    // Events may come by the thousand: they are shown a few times a second.
    #arrive(event) {
        this.#arrived.unshift(event);
        this.#arrived.length = Math.min(this.#arrived.length, MOST_READ);
        this.#arrivedCount++;
        this.#timer ??= setTimeout(() => {
            this.#timer = null;
            const arrived = this.#arrived;
            const count = this.#arrivedCount;
            this.#arrived = [];
            this.#arrivedCount = 0;
            if (this.paused) {
                this.waitingCount += count;
                this.waiting = [...arrived, ...this.waiting].slice(0, MOST_READ);
            } else {
                this.#show(arrived);
            }
            this.#host.requestUpdate();
        }, BATCH_MS);
    }

    #show(events) {
        this.fresh = new Set(events.map((event) => event.position));
        this.events = [...events, ...this.events].slice(0, MOST_SHOWN);
        this.#activate(events);
    }

    #activate(events) {
        const companies = new Map();
        const named = events.map((event) => ({ ...event.company, last: event }));
        for (const { id, name, last } of [...named, ...this.companies]) {
            const known = companies.get(id);
            if (!known) {
                companies.set(id, { id, name, last });
            } else {
                known.name ??= name;
            }
        }
        this.companies = [...companies.values()].slice(0, MOST_COMPANIES);
    }

    #turn(state) {
        this.state = state;
        this.#host.requestUpdate();
    }
}
