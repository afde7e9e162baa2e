import { LitElement, html, nothing } from 'lit';
import { get, isAborted } from '../api.js';
import { ago, instant, lang, t } from '../i18n.js';
import '../parts/conflict-mark.js';
import '../parts/load-error.js';
import '../parts/source-list.js';
import '../parts/status-mark.js';
import { companyLink, said, sentence, typeName } from '../sentence.js';
import '../words.js';
import { valueText } from './value-text.js';

/**
 * Why a fact says what it says: a dialog with its claims, the rule that chose among them, where they differ, and what was known when.
 * It is open while it has a `fact`, and says `why-close` when a reader closes it.
 */
class FactWhy extends LitElement {
    static properties = {
        fact: {},
        company: {},
        name: {},
        asked: { attribute: false, hasChanged: (one, other) => JSON.stringify(one) !== JSON.stringify(other) },
        explained: { state: true },
        problem: { state: true },
    };

    createRenderRoot() {
        return this;
    }

    willUpdate(changed) {
        if (changed.has('fact') || changed.has('asked')) {
            if (changed.has('fact')) {
                this.explained = undefined;
            }
            this.#load();
        }
    }

    updated() {
        const dialog = this.querySelector('dialog');
        if (this.fact && !dialog.open) {
            dialog.showModal();
        } else if (!this.fact && dialog.open) {
            dialog.close();
        }
    }

    async #load() {
        this.problem = undefined;
        if (!this.fact) {
            return;
        }
        try {
            const { body } = await get('why', `/facts/${encodeURIComponent(this.fact)}/explain`, this.asked);
            this.explained = body;
        } catch (problem) {
            if (!isAborted(problem)) {
                this.problem = problem;
            }
        }
    }

    render() {
        return html`
            <dialog class="why" aria-labelledby="why-title" @close=${this.#closed} @click=${this.#beside}>
                <div class="why-body">
                    <header>
                        <h2 id="why-title">${t('facts.whyTitle')}</h2>
                        <button
                            type="button"
                            class="icon"
                            aria-label=${t('facts.close')}
                            @click=${() => this.querySelector('dialog').close()}
                        >
                            ✕
                        </button>
                    </header>
                    ${this.problem ? html`<load-error .failure=${this.problem} @again=${this.#load}></load-error>` : nothing}
                    ${this.explained ? this.#explanation(this.explained) : this.problem ? nothing : html`<p class="loading">${t('base.loading')}</p>`}
                </div>
            </dialog>
        `;
    }

    #closed() {
        if (this.fact) {
            this.dispatchEvent(new CustomEvent('why-close'));
        }
    }

    #beside(event) {
        if (event.target.localName === 'dialog') {
            event.target.close();
        }
    }

    #explanation({
        fact,
        policy,
        leading,
        identity,
        key,
        claims,
        claimCount,
        voiceCount,
        conflicts,
        known,
        knownCount,
    }) {
        return html`
            <p class="says">
                <strong
                    >${companyLink({ company: fact.company.id, name: fact.company.id === this.company ? this.name : fact.company.name })}</strong
                >
                ${sentence(fact.type, fact.details, fact.status)}
            </p>
            <div class="fact-marks">
                <date-words edtf=${fact.when.edtf}></date-words>
                <status-mark status=${fact.status}></status-mark>
            </div>
            <p>
                ${t('facts.voices', { count: voiceCount })} ${t(`facts.decidedBy.${leading.decidedBy}`)}
                <small class="faint">${t('facts.policy', { policy })}</small>
            </p>
            ${conflicts.length ? this.#conflicts(conflicts, claims) : nothing}
            <section>
                <h3>${t('facts.claims', { count: claimCount })}</h3>
                <ol class="claims">
                    ${inOrder(claims).map((claim) => this.#claim(claim, fact))}
                </ol>
                ${claims.length < claimCount ? html`<p class="faint">${t('facts.firstOf', { shown: claims.length, count: claimCount })}</p>` : nothing}
                <details>
                    <summary>${t('facts.identity')}</summary>
                    <p>${identityText(fact, key, identity)}</p>
                </details>
            </section>
            <section>
                <h3>${t('facts.known')}</h3>
                <ol class="known">
                    ${known.map((each) => this.#known(fact, each))}
                </ol>
                ${known.length < knownCount ? html`<p class="faint">${t('facts.lastOf', { shown: known.length, count: knownCount })}</p>` : nothing}
            </section>
            <p class="faint"><a href="/facts/${fact.id}/explain?company=${fact.company.id}">${t('facts.json')}</a></p>
        `;
    }

    #conflicts(conflicts, claims) {
        return html`<section class="why-conflicts">
            <h3>${t('base.conflict')}</h3>
            ${conflicts.map(
                ({ field, values }) => html`
                    <table>
                        <caption>
                            ${t(`facts.fields.${field}`)}
                        </caption>
                        <tbody>
                            ${values.map(
                                ({ value, saidBy }, index) =>
                                    html`<tr class=${index === 0 ? 'leading' : ''}>
                                        <th scope="row" dir="auto">
                                            ${valueText(field, value)}
                                            ${index === 0 ? html`<small>${t('facts.shown')}</small>` : nothing}
                                        </th>
                                        <td>
                                            ${saidBy.map(({ event, publisher }) => html`<div dir="auto">${voiceOf(event, claims) ?? publisher}</div>`)}
                                        </td>
                                    </tr>`,
                            )}
                        </tbody>
                    </table>
                `,
            )}
        </section>`;
    }

    #claim({ state, event, joined, lostBy, sources, history }, { type, claims }) {
        const says = claims.find((each) => each.event === event);
        return html`<li class="claim ${state}">
            <h4>${t(`facts.state.${state}`)}</h4>
            ${
                says
                    ? html`<p class="says">
                          ${sentence(type, says.details, says.status)}
                          <span class="faint"
                              >·
                              ${says.when ? html`<date-words edtf=${says.when.edtf}></date-words> · ` : nothing}${t(`base.statuses.${says.status}`)}</span
                          >
                      </p>`
                    : nothing
            }
            <p class="faint">
                ${joined ? t(`facts.joined.${joined}`) : nothing} ${lostBy ? t(`facts.lostBy.${lostBy}`) : nothing}
            </p>
            <source-list open .sources=${sources}></source-list>
            <ul class="claim-history">
                ${history.map(
                    ({ recordedAt, type, effect, reason, said: reasonGiven }) =>
                        html`<li>
                            ${typeName(type)}: ${t(`facts.effects.${effect === 'none' ? reason : effect}`)},
                            <time datetime=${recordedAt} title=${instant(recordedAt)}>${ago(recordedAt)}</time>
                            ${reasonGiven ? html`<q>${said(reasonGiven)}</q>` : nothing}
                        </li>`,
                )}
            </ul>
        </li>`;
    }

    #known({ type, id }, { recordedAt, fact }) {
        return html`<li>
            <a class="known-at" href=${this.#then(recordedAt, id)}
                ><time datetime=${recordedAt}>${instant(recordedAt)}</time></a
            >
            <p class="says">
                ${sentence(type, fact.details, fact.status)} · <date-words edtf=${fact.when.edtf}></date-words> ·
                ${t(`base.statuses.${fact.status}`)}
                ${fact.conflicts.length ? html`· <conflict-mark></conflict-mark>` : nothing}
            </p>
        </li>`;
    }

    #then(recordedAt, fact) {
        const address = new URL(location.href);
        address.searchParams.set('knownAt', recordedAt);
        address.searchParams.set('fact', fact);
        return address.pathname + address.search;
    }
}

/** The leading claim first. */
function inOrder(claims) {
    return [...claims].sort((one, other) => (other.state === 'leading') - (one.state === 'leading'));
}

function identityText(fact, key, identity) {
    if (lang === 'en') {
        return identity;
    }
    const fields = key.map(({ field }) => t(`facts.fields.${field}`)).join(', ');
    return t(fields ? 'facts.sameKey' : 'facts.same', { fields });
}

/** What the sources of the claim with an event are called. */
function voiceOf(event, claims) {
    const claim = claims.find(
        (each) => each.event === event || each.claim === event || each.history.some((part) => part.event === event),
    );
    const names = claim?.sources.map(({ publisher, title }) => publisher ?? title).filter(Boolean);
    return names?.length ? [...new Set(names)].join(', ') : undefined;
}

customElements.define('fact-why', FactWhy);
