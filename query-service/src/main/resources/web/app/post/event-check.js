import { isAborted } from '../api.js';
import { placed } from './faults.js';
import { check } from './ingest.js';
import { whenPointer } from './when-fields.js';

const PAUSE_MS = 400;

/** Has an event checked by a dry run while it is typed, and keeps what is wrong with it, for the form that shows it. */
export class EventCheck {
    /** `unchecked`, `good`, or `bad`, as far as the last answer says. */
    state = 'unchecked';

    /** Whether something was typed since. */
    isPending = false;

    /** What is wrong, by the pointer of the field. */
    faults = new Map();

    /** What the service answered last, if it was no. */
    problem = undefined;

    #form;
    #timer;
    #abort;

    /** @param form the element, with what it would post as `event` and `token` */
    constructor(form) {
        this.#form = form;
    }

    /** Checks once nothing has been typed for a moment; an earlier check is given up. */
    later() {
        this.stop();
        this.isPending = true;
        this.#timer = setTimeout(() => this.#now(), PAUSE_MS);
        this.#form.requestUpdate();
    }

    /** Gives up a check that is under way. */
    stop() {
        clearTimeout(this.#timer);
        this.#abort?.abort();
    }

    /** Begins anew: nothing is known to be wrong. */
    forget() {
        this.stop();
        this.#found('unchecked', undefined, []);
    }

    /** Takes the answer to an event that was refused. */
    refused(problem) {
        this.#found('bad', problem, problem.errors);
    }

    async #now() {
        const { event, token } = this.#form;
        if (token === '') {
            this.#found('unchecked', undefined, []);
            return;
        }
        this.#abort = new AbortController();
        try {
            await check(event, token, this.#abort.signal);
            this.#found('good', undefined, []);
        } catch (failure) {
            if (!isAborted(failure)) {
                this.refused(failure);
            }
        }
    }

    #found(state, problem, errors) {
        const pointed = errors.map((error) => ({ ...error, pointer: whenPointer(error.pointer) }));
        this.isPending = false;
        this.state = state;
        this.problem = problem;
        this.faults = placed(pointed, this.#form);
        this.#form.requestUpdate();
    }
}
