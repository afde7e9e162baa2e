/** The themes that can be chosen; `auto` is that of the system. */
export const THEMES = ['auto', 'light', 'dark'];

/** The theme that was chosen. */
export function theme() {
    return document.documentElement.dataset.theme;
}

/** Shows another theme, and keeps it: the server writes it into the next page, so that none flickers. */
export function chooseTheme(chosen) {
    keep('theme', chosen);
    showFor(chosen);
}

/** Calls back whenever colours change; gives a function that ends it. */
export function onTheme(listener) {
    document.addEventListener('theme', listener);
    return () => document.removeEventListener('theme', listener);
}

/** What a colour of tokens.css, such as `--accent`, is now: for canvases, which know no custom properties. */
export function colour(name) {
    const probe = document.createElement('span');
    probe.hidden = true;
    probe.style.color = `var(${name})`;
    document.body.append(probe);
    const value = getComputedStyle(probe).color;
    probe.remove();
    return value;
}

/** Keeps a choice for a year. */
export function keep(name, value) {
    document.cookie = `${name}=${value}; Path=/; Max-Age=31536000; SameSite=Lax`;
}

function tell() {
    document.dispatchEvent(new CustomEvent('theme'));
}

/** Paper is light, whatever was chosen. */
function showFor(theme) {
    document.documentElement.dataset.theme = theme;
    tell();
}

let chosenForScreen;
addEventListener('beforeprint', () => {
    chosenForScreen = theme();
    showFor('light');
});
addEventListener('afterprint', () => showFor(chosenForScreen));
matchMedia('(prefers-color-scheme: dark)').addEventListener('change', tell);
// Paper is white whatever was chosen: canvases are drawn for it before it is printed, and back again.
matchMedia('print').addEventListener('change', tell);
