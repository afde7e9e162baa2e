const listeners = new Set();

/** The query string, which is all the state that a view has. */
export function readAddress() {
    return new URLSearchParams(location.search);
}

/** Sets parameters of the query string: a list repeats one, nothing takes it away. */
export function changeAddress(changes, { replace = false } = {}) {
    const address = new URL(location.href);
    for (const [name, value] of Object.entries(changes)) {
        address.searchParams.delete(name);
        for (const each of [value].flat()) {
            if (each !== undefined && each !== null && each !== '') {
                address.searchParams.append(name, each);
            }
        }
    }
    if (address.href === location.href) {
        return;
    }
    history[replace ? 'replaceState' : 'pushState'](null, '', address);
    tell();
}

/** Calls back whenever the query string changed; gives a function that ends it. */
export function onAddress(listener) {
    listeners.add(listener);
    return () => listeners.delete(listener);
}

/** The address of a company's page. */
export function companyPath(id) {
    return `/companies/${encodeURIComponent(id)}`;
}

function tell() {
    const address = readAddress();
    listeners.forEach((listener) => listener(address));
}

addEventListener('popstate', tell);
