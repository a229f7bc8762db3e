import { html, nothing } from 'lit';
import { announcer } from '../lib/announce.js';
import { call, get, Problem } from '../lib/api.js';
import { NbElement } from '../lib/element.js';
import { t } from '../lib/i18n.js';
import { explain } from '../lib/problems.js';
import { textField, valuesOf } from '../parts/field.js';
import './figures-panel.js';
import './house-panel.js';
import './register-panel.js';

const LISTS = ['auctions', 'members', 'orders', 'disputes', 'reports', 'payments', 'accounts', 'postings', 'holds', 'bids', 'letters', 'audit'];
const TABS = ['figures', 'house', ...LISTS];

/** The admin console. Its door asks for the password again when that was shown long ago. */
class AdminPage extends NbElement {
  static properties = { door: { state: true }, tab: { state: true }, text: { state: true }, problem: { state: true }, busy: { state: true } };

  constructor() {
    super();
    /** @type {'asking' | 'password' | 'open' | 'shut'} */
    this.door = 'asking';
    this.problem = '';
    this.busy = false;
    const wanted = new URLSearchParams(location.search);
    this.tab = TABS.find((tab) => tab === wanted.get('tab')) ?? 'figures';
    this.text = wanted.get('q') ?? '';
  }

  connectedCallback() {
    super.connectedCallback();
    this.#knock();
  }

  async #knock() {
    try {
      await get('/admin/house');
      this.door = 'open';
    } catch (failure) {
      this.door = failure instanceof Problem && failure.code === 'CONFIRM_PASSWORD' ? 'password' : 'shut';
      this.problem = this.door === 'shut' ? explain(failure) : '';
    }
  }

  /** @param {SubmitEvent} event */
  async #onPassword(event) {
    event.preventDefault();
    const { password } = valuesOf(event);
    this.busy = true;
    this.problem = '';
    try {
      await call('POST', '/sessions/current/confirmation', { body: { password } });
      await this.#knock();
    } catch (failure) {
      this.problem = explain(failure);
    } finally {
      this.busy = false;
    }
  }

  /** @param {string} tab @param {string} [text] */
  #show(tab, text = '') {
    this.tab = tab;
    this.text = text;
    history.replaceState(null, '', `/admin?${new URLSearchParams({ tab, ...(text && { q: text }) })}`);
  }

  /** @param {CustomEvent<string>} event */
  #onActed(event) {
    announcer.politely(t('admin.done', { what: event.detail }));
  }

  /** @param {CustomEvent<{register: string, text: string}>} event */
  #onLook(event) {
    this.#show(event.detail.register, event.detail.text);
  }

  render() {
    return html`<div class="admin" @refused=${() => this.#knock()} @acted=${this.#onActed} @look=${this.#onLook}>
      <h1 tabindex="-1">${t('admin.title')}</h1>
      ${this.#inside()}
    </div>`;
  }

  #inside() {
    if (this.door === 'asking') return html`<p class="muted" aria-busy="true">${t('app.loading')}</p>`;
    if (this.door === 'shut') return html`<p class="notice bad" role="alert">${this.problem}</p>`;
    if (this.door === 'password') return this.#password();
    return html`<div class="chips" role="group" aria-label=${t('admin.parts')}>
        ${TABS.map((tab) => html`<button type="button" class="chip" aria-pressed=${tab === this.tab} @click=${() => this.#show(tab)}>${t(`admin.list.${tab}`)}</button>`)}
      </div>
      ${this.#panel()}`;
  }

  #panel() {
    if (this.tab === 'figures') return html`<nb-figures-panel></nb-figures-panel>`;
    if (this.tab === 'house') return html`<nb-house-panel></nb-house-panel>`;
    return html`<nb-register-panel .register=${this.tab} .text=${this.text}></nb-register-panel>`;
  }

  #password() {
    return html`<form class="panel form narrow" @submit=${this.#onPassword}>
      <p>${t('admin.passwordText')}</p>
      ${this.problem ? html`<p class="notice bad" role="alert">${this.problem}</p>` : nothing}
      ${textField({ id: 'password', label: t('member.password'), type: 'password', autocomplete: 'current-password', required: true })}
      <button class="button wide" ?disabled=${this.busy}>${t(this.busy ? 'app.wait' : 'admin.enter')}</button>
    </form>`;
  }
}
customElements.define('nb-admin-page', AdminPage);
