import { html, LitElement, nothing } from 'lit';
import { ago, instant, t } from '../i18n.js';
import { companyLink, sentence } from '../sentence.js';
import '../words.js';
import './source-list.js';
import './status-mark.js';

/** One recorded event: what it says of which company, when that was, how sure it is, who says so, and when it was recorded. */
class EventRow extends LitElement {
    static properties = { event: { attribute: false }, now: { attribute: false } };

    createRenderRoot() {
        return this;
    }

    render() {
        const { type, company, details, when, status, sources, recordedAt } = this.event;
        return html`<p class="says">
                <strong>${companyLink({ company: company?.id, name: company?.name })}</strong> ${sentence(type, details, status)}
            </p>
            <p class="about">
                ${when?.edtf ? html`<date-words edtf=${when.edtf}></date-words>` : nothing}
                ${status ? html`<status-mark status=${status}></status-mark>` : nothing}
                <time datetime=${recordedAt} title=${instant(recordedAt)}>
                    ${t('base.recorded', { when: ago(recordedAt, this.now) })}
                </time>
                <source-list .sources=${sources}></source-list>
            </p>`;
    }
}

customElements.define('event-row', EventRow);
