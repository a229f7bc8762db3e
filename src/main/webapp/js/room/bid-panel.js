import { html, nothing } from 'lit';
import { Follow } from '../lib/element.js';
import { minorDigits, money, moneyInput, parseMoney } from '../lib/format.js';
import { t } from '../lib/i18n.js';
import { session } from '../lib/session.js';
import { textField } from '../parts/field.js';
import { bidAmount, bidMaximum, obstacle } from './bidding.js';
import { RoomElement } from './room-element.js';

/** Bidding: the next bid by one button, an amount of one's own, and a maximum to bid up to. */
class BidPanel extends RoomElement {
  static properties = { amountError: { state: true }, maxError: { state: true } };

  constructor() {
    super();
    this.amountError = '';
    this.maxError = '';
    new Follow(this, session);
  }

  render() {
    const { room, view } = this;
    const stop = obstacle(room);
    if (stop === 'paddle') return nothing; // the paddle's own panel comes first then
    return html`<section class="panel bid-panel" id="bid-panel" aria-labelledby="bid-title" tabindex="-1">
      <h2 id="bid-title">${t('bid.title')}</h2>
      ${room.notices.outbid && !view.leading ? html`<p class="notice outbid">${room.notices.outbid}</p>` : nothing}
      ${stop ? this.#stopped(stop) : this.#forms()}
    </section>`;
  }

  /** @param {string} stop */
  #stopped(stop) {
    if (stop === 'guest') {
      const then = encodeURIComponent(location.pathname);
      return html`<p>${t('bid.guest')}</p>
        <div class="buttons"><a class="button" href="/login?then=${then}">${t('login.title')}</a><a class="button quiet" href="/register?then=${then}">${t('register.title')}</a></div>`;
    }
    return html`<p class="notice">${t(`bid.stop.${stop}`)}</p>`;
  }

  #forms() {
    const { view, currency } = this;
    const inputmode = minorDigits(currency) > 0 ? 'decimal' : 'numeric';
    return html`
      ${view.leading ? html`<p class="notice lead">${t('bid.youLead')}</p>` : this.#nextButton()}
      ${view.leading
        ? nothing
        : html`<form novalidate @submit=${this.#onAmount}>
            ${textField({ id: 'amount', label: t('bid.amount'), inputmode, autocomplete: 'off', suffix: currency, error: this.amountError, hint: t('bid.atLeast', { next: money(view.next, currency) }), button: html`<button class="button quiet">${t('bid.submit')}</button>` })}
          </form>`}
      <form novalidate @submit=${this.#onMaximum}>
        ${textField({ id: 'maximum', label: t('bid.maximum'), inputmode, autocomplete: 'off', suffix: currency, error: this.maxError, hint: t('bid.maximumHint'), button: html`<button class="button quiet">${t('bid.maximumSubmit')}</button>` })}
      </form>
      ${this.#standingMaximum()}
    `;
  }

  #nextButton() {
    const { view, room } = this;
    return html`<button type="button" class="button wide big next-bid" @click=${() => room.bid(view.next)}>${t('bid.next', { amount: money(view.next, this.currency) })}</button>`;
  }

  #standingMaximum() {
    const { view, room, currency } = this;
    if (!view.leading || !view.me?.max || view.me.max <= view.price) return nothing;
    return html`<p class="standing-maximum">
      <span>${t('bid.yourMaximum', { max: money(view.me.max, currency) })}</span>
      <button type="button" class="link" @click=${() => room.proxy(0)}>${t('bid.takeBack')}</button>
    </p>`;
  }

  /** @param {SubmitEvent} event */
  async #onAmount(event) {
    event.preventDefault();
    const form = /** @type {HTMLFormElement} */ (event.currentTarget);
    const amount = this.#read(form, 'amount');
    this.amountError = this.#check(amount, this.view.next);
    if (this.amountError) return this.#focus(form);
    if (await bidAmount(this.room, /** @type {number} */ (amount))) form.reset();
  }

  /** @param {SubmitEvent} event */
  async #onMaximum(event) {
    event.preventDefault();
    const form = /** @type {HTMLFormElement} */ (event.currentTarget);
    const max = this.#read(form, 'maximum');
    this.maxError = this.#check(max, this.view.leading ? this.view.price : this.view.next);
    if (this.maxError) return this.#focus(form);
    if (await bidMaximum(this.room, /** @type {number} */ (max))) form.reset();
  }

  /** @param {HTMLFormElement} form @param {string} name */
  #read(form, name) {
    return parseMoney(String(new FormData(form).get(name) ?? ''), this.currency);
  }

  /** The same checks as the server's, to spare a round trip; it decides. @param {number | null} amount @param {number} least */
  #check(amount, least) {
    if (amount === null) return t('money.notMoney', { example: moneyInput(least, this.currency) });
    if (amount < least) return t('bid.tooLow', { least: money(least, this.currency) });
    if (this.view.me && amount > this.view.me.limit) return t('bid.overLimit', { limit: money(this.view.me.limit, this.currency) });
    return '';
  }

  /** @param {HTMLFormElement} form */
  #focus(form) {
    form.querySelector('input')?.focus();
  }
}
customElements.define('nb-bid-panel', BidPanel);
