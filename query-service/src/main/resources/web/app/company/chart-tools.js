import { LitElement, html } from 'lit';
import { t } from '../i18n.js';

const MOVES = { back: '←', on: '→', in: '+', out: '−' };

/** Buttons that move a timeline and zoom: tells `chart-move` with one of the ways that a chart knows. */
class ChartTools extends LitElement {
    createRenderRoot() {
        return this;
    }

    render() {
        const move = (where) => () => this.dispatchEvent(new CustomEvent('chart-move', { detail: where }));
        return html`<div class="chart-tools" role="group" aria-label=${t('time.tools')}>
            ${Object.entries(MOVES).map(
                ([where, sign]) =>
                    html`<button
                        type="button"
                        class="icon"
                        aria-label=${t(`time.move.${where}`)}
                        title=${t(`time.move.${where}`)}
                        @click=${move(where)}
                    >
                        ${sign}
                    </button>`,
            )}
            <button type="button" @click=${move('all')}>${t('time.move.all')}</button>
        </div>`;
    }
}

customElements.define('chart-tools', ChartTools);
