import { html, nothing } from 'lit';
import { NbElement } from '../lib/element.js';
import { get } from '../lib/api.js';
import { dateTime } from '../lib/format.js';
import { t } from '../lib/i18n.js';
import { explain } from '../lib/problems.js';
import { perform } from './act.js';
import { minutes } from './acts.js';
import { logLevels } from './log-levels.js';

const LOST_MINUTES = [0, 1, 2, 5, 10, 30, 60];
const MINUTE_MS = 60_000;

/** The house as a whole: the outage clock, and the settings as they are in force. */
class HousePanel extends NbElement {
  static properties = { house: { state: true }, settings: { state: true }, levels: { state: true }, problem: { state: true } };

  constructor() {
    super();
    /** @type {any} */
    this.house = null;
    /** @type {any[]} */
    this.settings = [];
    /** @type {any[]} */
    this.levels = [];
    this.problem = '';
  }

  connectedCallback() {
    super.connectedCallback();
    this.#ask();
  }

  async #ask() {
    try {
      [this.house, { items: this.settings }, { items: this.levels }] = await Promise.all([get('/admin/house'), get('/admin/settings'), get('/admin/log-levels')]);
    } catch (failure) {
      this.problem = explain(failure);
    }
  }

  /** @param {import('./act.js').Act} act */
  async #onAct(act) {
    if (await perform(act)) {
      this.dispatchEvent(new CustomEvent('acted', { detail: act.title, bubbles: true }));
      await this.#ask();
    }
  }

  render() {
    if (this.problem) return html`<p class="notice bad" role="alert">${this.problem}</p>`;
    if (!this.house) return html`<p class="muted" aria-busy="true">${t('app.loading')}</p>`;
    return html`
      <section class="panel">
        <h2>${t('admin.outageClock')}</h2>
        ${this.house.paused ? this.#paused() : this.#open()}
      </section>
      ${logLevels(this.levels, (act) => this.#onAct(act))}
      <section class="panel">
        <h2>${t('admin.settings')}</h2>
        <dl class="settings">
          ${this.settings.map(({ name, value, byDefault }) => html`<div><dt><code>${name}</code></dt><dd>${value === '' ? '–' : value}${byDefault ? nothing : html` <span class="pill">${t('admin.set')}</span>`}</dd></div>`)}
        </dl>
      </section>
    `;
  }

  #paused() {
    const { since, reason } = this.house;
    const act = { title: t('admin.act.resumeHouse'), text: t('admin.act.resumeText'), path: '/house/resume' };
    return html`<p class="notice bad">${t('admin.housePaused', { since: dateTime(since), reason })}</p>
      <div><button type="button" class="button" @click=${() => this.#onAct(act)}>${act.title}</button></div>`;
  }

  #open() {
    const act = {
      title: t('admin.act.pauseHouse'),
      text: t('admin.act.pauseText'),
      path: '/house/pause',
      fields: (/** @type {FormData} */ form) => (form.get('lost') === '0' ? {} : { since: Date.now() - Number(form.get('lost')) * MINUTE_MS }),
      controls: minutes('act-lost', 'lost', t('admin.act.lost'), LOST_MINUTES),
    };
    return html`<p>${t('admin.outageText')}</p>
      <div><button type="button" class="button" @click=${() => this.#onAct(act)}>${act.title}</button></div>`;
  }
}
customElements.define('nb-house-panel', HousePanel);
