import { LitElement, html } from 'lit';
import { t } from '../i18n.js';
import '../parts/conflict-mark.js';
import '../parts/status-mark.js';

const STATUSES = ['confirmed', 'reported', 'planned', 'rumoured', 'denied', 'cancelled'];

/** What the marks of a timeline mean. */
class ChartLegend extends LitElement {
    createRenderRoot() {
        return this;
    }

    render() {
        return html`<details class="legend">
            <summary>${t('time.legend')}</summary>
            <ul>
                ${STATUSES.map((status) => html`<li><status-mark status=${status}></status-mark></li>`)}
                <li><span class="sample exact" aria-hidden="true"></span>${t('time.legendExact')}</li>
                <li><span class="sample range" aria-hidden="true"></span>${t('time.legendRange')}</li>
                <li><span class="sample vague" aria-hidden="true"></span>${t('time.legendVague')}</li>
                <li><span class="sample open" aria-hidden="true"></span>${t('time.legendOpen')}</li>
                <li><span class="sample crowd" aria-hidden="true">3</span>${t('time.legendCrowd')}</li>
                <li><span class="sample conflict" aria-hidden="true"></span><conflict-mark></conflict-mark></li>
            </ul>
        </details>`;
    }
}

customElements.define('chart-legend', ChartLegend);
