import { addressOf } from './api.js';

const FIRST_WAIT = 1_000;
const LONGEST_WAIT = 30_000;

/* Heartbeats come at least every 15 seconds: a connection that is silent for longer is dead, though nobody said so. */
const SILENT_FOR = 40_000;

/**
 * Follows recorded events, each once and none left out: filters are the stream's, with `from` the cursor to begin at.
 * States are `connecting`, `live`, `waiting` (to try again) and `refused`, which is the end. While the tab is hidden
 * the connection is closed, since a browser has few of them for all its tabs; it goes on where it was.
 */
export function follow(filters, { onEvent, onHeartbeat = () => {}, onState = () => {} }) {
    const { from, ...others } = filters;
    let cursor = from;
    let source = null;
    let timer = null;
    let silence = null;
    let wait = FIRST_WAIT;
    let over = false;

    const address = () => addressOf('/events', { ...others, from: cursor });

    const listen = () => {
        clearTimeout(silence);
        silence = setTimeout(() => {
            onState('waiting');
            stop();
            open();
        }, SILENT_FOR);
    };

    const took = (message) => {
        cursor = message.lastEventId || cursor;
        wait = FIRST_WAIT;
        listen();
    };

    const open = () => {
        timer = null;
        onState('connecting');
        const opened = new EventSource(address());
        source = opened;
        listen();
        opened.onopen = () => onState('live');
        opened.onmessage = (message) => {
            took(message);
            onEvent(JSON.parse(message.data), cursor);
        };
        opened.addEventListener('heartbeat', (message) => {
            took(message);
            onHeartbeat(JSON.parse(message.data), cursor);
        });
        opened.onerror = () => {
            onState('waiting');
            if (opened.readyState === EventSource.CLOSED && source === opened) {
                stop();
                openLater();
            }
        };
    };

    // An EventSource does not tell why it was refused.
    const openLater = async () => {
        const status = await statusOf(address());
        if (over || source || timer || document.hidden) {
            return;
        }
        if (status >= 400 && status < 500 && status !== 429) {
            over = true;
            onState('refused', status);
            return;
        }
        timer = setTimeout(open, wait);
        wait = Math.min(wait * 2, LONGEST_WAIT);
    };

    const stop = () => {
        clearTimeout(silence);
        clearTimeout(timer);
        timer = null;
        source?.close();
        source = null;
    };

    const turn = () => {
        if (document.hidden) {
            stop();
        } else if (!source && !timer && !over) {
            open();
        }
    };

    document.addEventListener('visibilitychange', turn);
    turn();
    return () => {
        over = true;
        document.removeEventListener('visibilitychange', turn);
        stop();
    };
}

async function statusOf(address) {
    try {
        const asked = { method: 'HEAD', headers: { Accept: 'text/event-stream' }, signal: AbortSignal.timeout(SILENT_FOR) };
        return (await fetch(address, asked)).status;
    } catch {
        return 0;
    }
}
