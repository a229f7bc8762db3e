import { html, nothing } from 'lit';
import { call } from '../lib/api.js';
import { NbElement } from '../lib/element.js';
import { dateTime } from '../lib/format.js';
import { t } from '../lib/i18n.js';
import { explain } from '../lib/problems.js';

/** @typedef {{id: string, openedAt: number, expiresAt: number, current: boolean}} Login */

/** Where the member is logged in, and the way out of there from here. */
class Logins extends NbElement {
  static properties = { problem: { state: true }, busy: { state: true }, logins: { state: true } };

  constructor() {
    super();
    this.problem = '';
    this.busy = false;
    /** @type {Login[]} */
    this.logins = [];
  }

  connectedCallback() {
    super.connectedCallback();
    this.#attempt(() => this.#load());
  }

  async #load() {
    this.logins = (await call('GET', '/sessions/mine')).items;
  }

  /** @param {() => Promise<void>} work */
  async #attempt(work) {
    this.problem = '';
    this.busy = true;
    try {
      await work();
    } catch (failure) {
      this.problem = explain(failure);
    } finally {
      this.busy = false;
    }
  }

  /** @param {string} path */
  async #onEnd(path) {
    await this.#attempt(async () => {
      await call('DELETE', path);
      await this.#load();
    });
  }

  render() {
    return html`<section class="panel" aria-labelledby="logins-title">
      <h2 id="logins-title">${t('logins.title')}</h2>
      ${this.problem ? html`<p class="notice bad" role="alert">${this.problem}</p>` : nothing}
      <ul class="rows">
        ${this.logins.map((login) => html`<li class="row">
          <span class="row-main">${t('logins.since', { time: dateTime(login.openedAt) })}</span>
          ${login.current ? html`<span class="pill lead">${t('logins.here')}</span>` : html`<button type="button" class="button quiet" ?disabled=${this.busy} @click=${() => this.#onEnd(`/sessions/mine/${login.id}`)}>${t('me.signOut')}</button>`}
        </li>`)}
      </ul>
      ${this.logins.length > 1 ? html`<div><button type="button" class="button quiet" ?disabled=${this.busy} @click=${() => this.#onEnd('/sessions/mine')}>${t('logins.endOthers')}</button></div>` : nothing}
    </section>`;
  }
}
customElements.define('nb-logins', Logins);
