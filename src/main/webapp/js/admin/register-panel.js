import { html, nothing } from 'lit';
import { NbElement } from '../lib/element.js';
import { t } from '../lib/i18n.js';
import { Paged } from '../lib/pages.js';
import { valuesOf } from '../parts/field.js';
import { pagedList } from '../parts/paged.js';
import { perform } from './act.js';
import { actsOn } from './acts.js';
import { columnName, shown, word } from './columns.js';

/** What a list can be narrowed down to. @type {Record<string, string[]>} */
const STATUSES = {
  auctions: ['SCHEDULED', 'OPEN', 'PAUSED', 'CLOSED', 'SOLD', 'WITHDRAWN'],
  members: ['ADMIN', 'BANNED', 'ERASED'],
  orders: ['HELD_IN_ESCROW', 'RELEASED', 'DISPUTED', 'REFUNDED'],
  disputes: ['OPEN', 'SELLER', 'BUYER', 'SPLIT'],
  reports: ['OPEN', 'AUCTION', 'CHAT', 'MEMBER', 'DISMISSED', 'WITHDRAWN', 'REMOVED', 'BANNED'],
  payments: ['PENDING', 'CAPTURED', 'DECLINED'],
  accounts: ['AVAILABLE', 'HELD', 'ESCROW', 'FEE'],
  postings: ['TOP_UP', 'HOLD', 'RELEASE', 'CAPTURE', 'SALE', 'REFUND', 'SPLIT'],
  holds: ['OPEN', 'CAPTURED', 'RELEASED'],
};
/** What stands at a row's head. */
const NAMES = ['title', 'name', 'action', 'member', 'kind', 'seq', 'queue'];
/** What is no file to take home. */
const NEVER_EXPORTED = ['letters'];
/** Where else an id is known. @type {Record<string, string[]>} */
const RELATED = {
  auctions: ['bids', 'holds', 'orders', 'postings', 'audit'],
  members: ['auctions', 'orders', 'payments', 'accounts', 'postings', 'holds', 'audit'],
  orders: ['postings', 'audit'],
  payments: ['postings'],
  disputes: ['postings', 'audit'],
  reports: ['auctions', 'members', 'audit'],
};

/** Where a row's id has not its list's name. @type {Record<string, string>} */
const ID_OF = { disputes: 'orderId', reports: 'thingId' };

/** One list of the house: search it, look into a row, act on it, take it home as a file. */
class RegisterPanel extends NbElement {
  static properties = { register: {}, text: {}, status: { state: true } };

  constructor() {
    super();
    this.register = 'auctions';
    this.text = '';
    this.status = '';
    /** @type {Paged | null} */
    this.rows = null;
  }

  /** @param {Map<string, unknown>} changed */
  willUpdate(changed) {
    if (changed.has('register')) this.status = '';
    if (changed.has('register') || changed.has('text') || changed.has('status')) this.#ask();
  }

  #ask() {
    const rows = new Paged(`/admin/${this.register}`, { q: this.text, status: this.status });
    rows.addEventListener('change', () => this.rows === rows && this.requestUpdate());
    this.rows = rows;
    rows.begin();
  }

  /** @param {SubmitEvent} event */
  #onSearch(event) {
    event.preventDefault();
    const { q, status } = valuesOf(event);
    this.text = q;
    this.status = status ?? '';
    this.#ask();
  }

  /** @param {import('./act.js').Act} act */
  async #onAct(act) {
    if (await perform(act)) {
      this.dispatchEvent(new CustomEvent('acted', { detail: act.title, bubbles: true }));
      this.#ask();
    }
  }

  /** @param {string} register @param {string} text */
  #onRelated(register, text) {
    this.dispatchEvent(new CustomEvent('look', { detail: { register, text }, bubbles: true }));
  }

  render() {
    const { register, text, status, rows } = this;
    const statuses = STATUSES[register];
    return html`
      <form class="admin-search" role="search" @submit=${this.#onSearch}>
        <div class="field"><label for="admin-q">${t('admin.search')}</label><input id="admin-q" name="q" type="search" .value=${text} maxlength="200" autocomplete="off" /></div>
        ${statuses
          ? html`<div class="field"><label for="admin-status">${t('admin.status')}</label><select id="admin-status" name="status">
              <option value="">${t('admin.any')}</option>
              ${statuses.map((value) => html`<option value=${value} ?selected=${value === status}>${word(value)}</option>`)}
            </select></div>`
          : nothing}
        <button class="button">${t('admin.look')}</button>
        ${NEVER_EXPORTED.includes(register)
          ? nothing
          : html`<a class="button quiet" href="/api/admin/export/${register}?${new URLSearchParams({ q: text, status })}" download>${t('admin.export')}</a>`}
      </form>
      ${rows
        ? pagedList(rows, {
            empty: html`<div class="empty"><p>${t(register === 'bids' && !text ? 'admin.bidsOfOne' : 'admin.nothing')}</p></div>`,
            list: (items) => html`<ul class="records">${items.map((row) => this.#record(row))}</ul>`,
          })
        : nothing}
    `;
  }

  /** @param {any} row */
  #record(row) {
    const name = NAMES.find((key) => row[key] !== undefined && row[key] !== null) ?? '';
    const id = row[ID_OF[this.register] ?? `${this.register.slice(0, -1)}Id`];
    const related = id ? (RELATED[this.register] ?? []) : [];
    return html`<li class="panel record">
      <h2>${name ? word(row[name]) : ''}</h2>
      <dl>
        ${Object.entries(row)
          .filter(([key, value]) => key !== name && value !== null && value !== '')
          .map(([key, value]) => html`<div><dt>${columnName(key)}</dt><dd>${shown(key, value, row.currency)}</dd></div>`)}
      </dl>
      ${related.length ? html`<div class="related">${related.map((other) => html`<button type="button" class="link" @click=${() => this.#onRelated(other, (this.register === 'reports' && { auctions: row.auctionId, members: row.memberId }[other]) || id)}>${t(`admin.list.${other}`)}</button>`)}</div>` : nothing}
      <div class="buttons">${actsOn(this.register, row).map((act) => html`<button type="button" class="button quiet small" @click=${() => this.#onAct(act)}>${act.title}</button>`)}</div>
    </li>`;
  }
}
customElements.define('nb-register-panel', RegisterPanel);
