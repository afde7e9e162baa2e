import { LitElement, html, nothing } from 'lit';
import { CustomChart } from 'echarts/charts';
import { GridComponent } from 'echarts/components';
import { init, use } from 'echarts/core';
import { CanvasRenderer } from 'echarts/renderers';
import { money, number, t } from '../i18n.js';
import { onTheme } from '../theme.js';
import '../parts/status-mark.js';
import { axisOf } from './chart-axis.js';
import { chartColours, tint } from './chart-colours.js';
import { extentOf, spanOf } from './days.js';

use([CustomChart, GridComponent, CanvasRenderer]);

const PANEL = 96;
const UNDISCLOSED = 34;
const GAP = 26;
const AXIS = 26;
const LEFT = 8;
const RIGHT = 8;
const BAR = 10;

/* How much of its colour a bar keeps at an end. */
const EDGE = 0.6;
const VAGUE = 0.3;
const OPEN = 0.05;

/**
 * Rounds of funding over time: a panel for each currency, since sums of two currencies say nothing together, and a line for rounds of which
 * no amount is known. The same stands below it as a table, with those of which no date is known.
 */
class FundingChart extends LitElement {
    static properties = { facts: { attribute: false }, open: { state: true } };

    constructor() {
        super();
        this.facts = [];
    }

    createRenderRoot() {
        return this;
    }

    willUpdate(changed) {
        if (changed.has('facts')) {
            this.rounds = this.facts
                .filter(({ type, status }) => type === 'funded' && status !== 'denied' && status !== 'cancelled')
                .sort((one, other) => momentOf(one) - momentOf(other));
            this.dated = this.rounds.filter(({ when }) => when.earliest !== undefined || when.latest !== undefined);
            this.currencies = [
                ...new Set(this.dated.filter(isDisclosed).map(({ details }) => details.money.currency)),
            ].sort();
        }
    }

    updated() {
        const canvas = this.querySelector('.funding-canvas');
        if (!canvas) {
            this.#end();
            return;
        }
        if (!this.chart || this.chart.getDom() !== canvas) {
            this.#end();
            this.chart = init(canvas, undefined, {
                renderer: 'canvas',
                width: canvas.clientWidth,
                height: this.#height(),
            });
            this.resizing = new ResizeObserver(() => canvas.clientWidth !== this.chart?.getWidth() && this.#draw());
            this.resizing.observe(canvas);
            this.forgetTheme = onTheme(() => this.#paint());
        }
        this.#draw();
    }

    disconnectedCallback() {
        super.disconnectedCallback();
        this.#end();
    }

    #end() {
        this.resizing?.disconnect();
        this.forgetTheme?.();
        this.chart?.dispose();
        this.chart = undefined;
    }

    render() {
        if (!this.rounds.length) {
            return nothing;
        }
        return html`
            <figure class="funding">
                <figcaption>${t('company.fundingChart')}</figcaption>
                ${
                    this.dated.length
                        ? html`<div
                              class="funding-canvas"
                              role="img"
                              aria-label=${t('company.fundingSummary', { count: this.rounds.length })}
                          ></div>`
                        : nothing
                }
                <details @toggle=${(event) => (this.open = event.target.open)}>
                    <summary>${t('company.asTable')}</summary>
                    ${this.open ? this.#table() : nothing}
                </details>
            </figure>
        `;
    }

    #table() {
        return html`<table>
            <thead>
                <tr>
                    <th scope="col">${t('company.date')}</th>
                    <th scope="col">${t('company.round')}</th>
                    <th scope="col">${t('company.amount')}</th>
                </tr>
            </thead>
            <tbody>
                ${this.rounds.map(
                    ({ when, details, status }) =>
                        html`<tr>
                            <td><date-words edtf=${when.edtf}></date-words></td>
                            <td>${t(`said.rounds.${details.round}`)} <status-mark status=${status}></status-mark></td>
                            <td>${money(details.money)}</td>
                        </tr>`,
                )}
            </tbody>
        </table>`;
    }

    #height() {
        const undisclosed = this.dated.some((round) => !isDisclosed(round)) ? UNDISCLOSED : 0;
        return this.currencies.length * (PANEL + GAP) + undisclosed + AXIS;
    }

    /** Draws it in the colours of another theme, at once: it may be for paper. */
    #paint() {
        this.#draw();
        this.chart.getZr().flush();
    }

    #draw() {
        const canvas = this.chart.getDom();
        const height = this.#height();
        canvas.style.height = `${height}px`;
        this.chart.resize({ width: canvas.clientWidth, height, silent: true });
        this.colours = chartColours();
        const panels = [
            ...this.currencies.map((currency, index) => ({
                currency,
                top: index * (PANEL + GAP) + GAP,
                height: PANEL,
                rounds: this.dated.filter((round) => isDisclosed(round) && round.details.money.currency === currency),
            })),
        ];
        const undisclosed = this.dated.filter((round) => !isDisclosed(round));
        if (undisclosed.length || !panels.length) {
            panels.push({ top: height - AXIS - UNDISCLOSED, height: UNDISCLOSED, rounds: undisclosed });
        }
        const extent = extentOf(this.dated.map(({ when }) => when));
        const axis = axisOf(extent, extent, canvas.clientWidth, this.colours);
        const last = panels.length - 1;
        this.chart.setOption(
            {
                animation: false,
                useUTC: true,
                grid: panels.map(({ top, height: tall }) => ({ left: LEFT, right: RIGHT, top, height: tall })),
                xAxis: panels.map((_, index) => ({
                    ...axis,
                    gridIndex: index,
                    axisLabel: { ...axis.axisLabel, show: index === last },
                    axisTick: { ...axis.axisTick, show: index === last },
                })),
                yAxis: panels.map(({ rounds, currency }, index) => ({
                    gridIndex: index,
                    show: currency !== undefined,
                    min: 0,
                    max: Math.max(...rounds.map(most), 0) * 1.15 || 1,
                    splitNumber: 2,
                    name: currency ?? t('base.undisclosed'),
                    nameLocation: 'end',
                    nameGap: 8,
                    nameTextStyle: {
                        align: 'left',
                        color: this.colours.text,
                        fontFamily: this.colours.family,
                        fontWeight: 600,
                    },
                    axisLine: { show: false },
                    axisTick: { show: false },
                    axisLabel: {
                        inside: true,
                        margin: 2,
                        showMinLabel: false,
                        showMaxLabel: false,
                        color: this.colours.faint,
                        fontFamily: this.colours.family,
                        fontSize: 11,
                        verticalAlign: 'bottom',
                        formatter: (value) => number(value, { notation: 'compact' }),
                    },
                    splitLine: { lineStyle: { color: this.colours.line, opacity: 0.6 } },
                })),
                series: panels.map(({ rounds, currency }, index) => ({
                    type: 'custom',
                    xAxisIndex: index,
                    yAxisIndex: index,
                    clip: false,
                    silent: true,
                    data: rounds.map((round) => [momentOf(round), currency ? most(round) : 0]),
                    renderItem: (params, api) => this.#round(rounds[params.dataIndex], currency, params.coordSys, api),
                })),
            },
            { notMerge: true },
        );
    }

    /** A bar as high as the amount and as wide as the date is vague; what lies between two amounts is light. */
    #round(round, currency, grid, api) {
        const { start, end, exact, vaguely } = spanOf(round.when);
        const [x] = api.coord([momentOf(round), 0]);
        const at = (moment, open) => (moment === undefined ? open : api.coord([moment, 0])[0]);
        const [first, last] = [at(start, grid.x), at(end, grid.x + grid.width)];
        const width = Math.max(BAR, last - first);
        const left = Math.min(Math.max((first + last - width) / 2, grid.x), grid.x + grid.width - width);
        const floor = grid.y + grid.height;
        if (!currency) {
            return {
                type: 'group',
                children: [
                    {
                        type: 'text',
                        x: Math.min(Math.max(x, grid.x + 4), grid.x + grid.width - 4),
                        y: floor - 13,
                        style: {
                            text: '?',
                            fill: this.colours.text,
                            font: `600 ${this.colours.font}`,
                            align: 'center',
                            verticalAlign: 'middle',
                        },
                    },
                    {
                        type: 'circle',
                        shape: { cx: Math.min(Math.max(x, grid.x + 9), grid.x + grid.width - 9), cy: floor - 13, r: 8 },
                        style: { fill: 'none', stroke: this.colours[round.status], lineDash: [2, 2] },
                    },
                ],
            };
        }
        const height = (value) => floor - api.coord([0, value])[1];
        const [low, high] = [height(least(round)), Math.max(height(most(round)), 2)];
        const colour = this.colours[round.status];
        const strength = round.status === 'confirmed' || round.status === 'reported' ? 1 : 0.3;
        const bar = (from, to, part) => ({
            type: 'rect',
            shape: { x: left, y: floor - to, width, height: Math.max(to - from, 0), r: [2, 2, 0, 0] },
            style: { fill: exact ? tint(colour, part) : fading(colour, part, ends) },
        });
        const ends = {
            start: start === undefined ? OPEN : vaguely.start ? VAGUE : EDGE,
            end: end === undefined ? OPEN : vaguely.end ? VAGUE : EDGE,
        };
        const firm = isOpenAbove(round) || low === 0 ? high : low;
        return {
            type: 'group',
            children: [bar(0, firm, strength), ...(high > firm ? [bar(firm, high, strength * 0.35)] : [])],
        };
    }
}

/** A colour that fades to both ends of a bar, the more the less is known of them. */
function fading(colour, part, { start, end }) {
    return {
        type: 'linear',
        x: 0,
        y: 0,
        x2: 1,
        y2: 0,
        colorStops: [
            { offset: 0, color: tint(colour, part * start) },
            { offset: 0.4, color: tint(colour, part) },
            { offset: 0.6, color: tint(colour, part) },
            { offset: 1, color: tint(colour, part * end) },
        ],
    };
}

function isDisclosed({ details: { money: sum } }) {
    return (
        sum !== undefined &&
        sum.disclosed !== false &&
        sum.currency !== undefined &&
        [sum.amount, sum.min, sum.max].some((each) => each !== undefined)
    );
}

function isOpenAbove({ details: { money: sum } }) {
    return sum.amount === undefined && sum.max === undefined;
}

function most({ details: { money: sum } }) {
    return Number(sum.amount ?? sum.max ?? sum.min);
}

function least({ details: { money: sum } }) {
    return Number(sum.amount ?? sum.min ?? 0);
}

function momentOf({ when }) {
    const { start, end } = spanOf(when);
    return start === undefined || end === undefined ? (end ?? start ?? 0) : (start + end) / 2;
}

customElements.define('funding-chart', FundingChart);
