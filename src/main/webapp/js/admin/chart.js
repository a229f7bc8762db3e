import { html } from 'lit';
import uPlot from 'uplot';
import { NbElement } from '../lib/element.js';
import { messages } from '../lib/i18n.js';

const HEIGHT = 150;
const LEAST_WIDTH = 200;

/**
 * A line over the time of the points.
 * @typedef {{label: string, color: string, value: (point: any) => number}} Series `color` names a property of the style sheet
 */

/** A chart that moves with its points. */
class Chart extends NbElement {
  static properties = { points: {}, series: {}, label: {} };

  /** @type {uPlot | null} */
  #plot = null;
  #resized = new ResizeObserver(() => this.#fit());
  #recolored = () => this.#make();
  #dark = matchMedia('(prefers-color-scheme: dark)');

  constructor() {
    super();
    /** @type {any[]} */
    this.points = [];
    /** @type {Series[]} */
    this.series = [];
    this.label = '';
  }

  connectedCallback() {
    super.connectedCallback();
    this.#dark.addEventListener('change', this.#recolored);
    this.#resized.observe(this);
  }

  disconnectedCallback() {
    this.#dark.removeEventListener('change', this.#recolored);
    this.#resized.disconnect();
    this.#plot?.destroy();
    this.#plot = null;
    super.disconnectedCallback();
  }

  render() {
    const last = this.points.at(-1);
    const said = last ? this.series.map((line) => `${line.label} ${line.value(last)}`).join(', ') : '';
    return html`<div class="chart" role="img" aria-label="${this.label}: ${said}"></div>`;
  }

  updated() {
    if (this.#plot) this.#plot.setData(this.#data());
    else this.#make();
  }

  #make() {
    this.#plot?.destroy();
    const home = /** @type {HTMLElement | null} */ (this.querySelector('.chart'));
    if (!home) return;
    const style = getComputedStyle(this);
    const [ink, line] = ['--muted', '--line'].map((name) => style.getPropertyValue(name));
    const axis = { stroke: ink, grid: { stroke: line, width: 1 }, ticks: { stroke: line, width: 1 }, font: '12px sans-serif' };
    const time = new Intl.DateTimeFormat(messages.language, { timeStyle: 'medium', hour12: false });
    this.#plot = new uPlot(
      {
        width: Math.max(LEAST_WIDTH, this.clientWidth),
        height: HEIGHT,
        legend: { show: false },
        cursor: { show: false },
        scales: { y: { range: (_, __, most) => [0, Math.max(1, most * 1.1)] } },
        axes: [{ ...axis, space: 90, values: (_, ticks) => ticks.map((at) => time.format(at * 1000)) }, { ...axis, size: 52 }],
        series: [{}, ...this.series.map(({ label, color }) => ({ label, stroke: style.getPropertyValue(color), width: 2, points: { show: false } }))],
      },
      this.#data(),
      home,
    );
  }

  /** @returns {uPlot.AlignedData} */
  #data() {
    return [this.points.map((point) => point.at / 1000), ...this.series.map((line) => this.points.map(line.value))];
  }

  #fit() {
    if (this.#plot && this.clientWidth > 0) this.#plot.setSize({ width: this.clientWidth, height: HEIGHT });
  }
}
customElements.define('nb-chart', Chart);
