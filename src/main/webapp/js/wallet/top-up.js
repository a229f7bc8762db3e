import { html, nothing } from 'lit';
import { announcer } from '../lib/announce.js';
import { call } from '../lib/api.js';
import { Attempt } from '../lib/attempt.js';
import { NbElement } from '../lib/element.js';
import { minorDigits, money, moneyInput, parseMoney } from '../lib/format.js';
import { t } from '../lib/i18n.js';
import { explain, fieldErrors } from '../lib/problems.js';
import { ownPath } from '../lib/router.js';
import { textField } from '../parts/field.js';

const METHODS = ['card_ok', 'card_3ds', 'card_declined', 'card_timeout'];
/** Round sums to choose from, minor units. @type {Record<string, number[]>} */
const CHIPS = { KRW: [10_000, 50_000, 100_000, 500_000], USD: [1_000, 5_000, 10_000, 50_000] };

/** @typedef {{id: string, status: string, amount: number, method: string}} Payment */

/** Topping up the wallet by card. Tells `topped-up` when money came in. */
class TopUp extends NbElement {
  static properties = { currency: {}, typed: { state: true }, method: { state: true }, busy: { state: true }, amountError: { state: true }, problem: { state: true }, payment: { state: true } };

  #attempt = new Attempt('payment');

  constructor() {
    super();
    this.currency = 'KRW';
    this.typed = '';
    this.method = METHODS[0];
    this.busy = false;
    this.amountError = '';
    this.problem = '';
    /** @type {Payment | null} */
    this.payment = null;
    this.query = new URLSearchParams(location.search);
  }

  connectedCallback() {
    super.connectedCallback();
    const asked = Number(this.query.get('amount'));
    if (Number.isSafeInteger(asked) && asked > 0) this.typed = moneyInput(asked, this.currency);
  }

  /** @param {SubmitEvent} event */
  async #onSubmit(event) {
    event.preventDefault();
    const amount = parseMoney(this.typed, this.currency);
    this.payment = null;
    this.amountError = '';
    if (!amount) {
      this.amountError = t('money.notMoney', { example: moneyInput(CHIPS[this.currency][0], this.currency) });
      return;
    }
    await this.#try(async () => {
      const body = { amount, currency: this.currency, gateway: 'sandbox', method: this.method };
      this.#paid({ amount, method: this.method, ...(await this.#attempt.send('POST', '/payments', body)) });
    });
  }

  async #onConfirm() {
    const payment = /** @type {Payment} */ (this.payment);
    await this.#try(async () => this.#paid({ ...payment, ...(await call('POST', `/payments/${payment.id}/confirm`, { body: {} })) }));
  }

  /** @param {() => Promise<void>} action */
  async #try(action) {
    this.busy = true;
    this.problem = '';
    try {
      await action();
    } catch (failure) {
      this.problem = explain(failure);
      this.amountError = fieldErrors(failure).amount ?? '';
    } finally {
      this.busy = false;
    }
  }

  /** @param {Payment} payment */
  #paid(payment) {
    this.payment = payment;
    if (payment.status !== 'CAPTURED') return;
    this.typed = '';
    announcer.politely(t('wallet.done', { amount: money(payment.amount, this.currency) }));
    this.dispatchEvent(new CustomEvent('topped-up'));
  }

  render() {
    const { currency } = this;
    const amount = parseMoney(this.typed, currency);
    return html`<section class="panel" aria-labelledby="top-up-title">
      <h2 id="top-up-title">${t('wallet.topUp')}</h2>
      <form class="form" novalidate @submit=${this.#onSubmit}>
        ${textField({ id: 'amount', label: t('wallet.amount'), value: this.typed, suffix: currency, inputmode: minorDigits(currency) ? 'decimal' : 'numeric', autocomplete: 'off', error: this.amountError, onInput: (e) => (this.typed = /** @type {HTMLInputElement} */ (e.target).value) })}
        <div class="chips" role="group" aria-label=${t('wallet.amount')}>
          ${CHIPS[currency].map((sum) => html`<button type="button" class="chip" @click=${() => (this.typed = moneyInput(sum, currency))}>${money(sum, currency)}</button>`)}
        </div>
        <fieldset>
          <legend>${t('wallet.method')}</legend>
          <p class="hint">${t('wallet.sandbox')}</p>
          <div class="choices">
            ${METHODS.map((each) => html`<label class="choice"><input type="radio" name="method" value=${each} .checked=${each === this.method} @change=${() => (this.method = each)} />${t(`wallet.${each}`)}</label>`)}
          </div>
        </fieldset>
        <button class="button wide" ?disabled=${this.busy}>${this.busy ? t('app.wait') : amount ? t('wallet.pay', { amount: money(amount, currency) }) : t('wallet.topUp')}</button>
      </form>
      ${this.problem ? html`<p class="notice bad" role="alert">${this.problem}</p>` : nothing}
      <div role="status">${this.payment ? this.#outcome(this.payment) : nothing}</div>
    </section>`;
  }

  /** @param {Payment} payment */
  #outcome(payment) {
    const amount = money(payment.amount, this.currency);
    if (payment.status === 'PENDING' && payment.method === 'card_3ds') {
      return html`<div class="notice"><p>${t('wallet.pending', { amount })}</p><button type="button" class="button small" ?disabled=${this.busy} @click=${this.#onConfirm}>${t('wallet.confirm')}</button></div>`;
    }
    if (payment.status === 'DECLINED') return html`<p class="notice bad">${t('problem.PAYMENT_DECLINED')}</p>`;
    if (payment.status !== 'CAPTURED') return html`<p class="notice">${t('wallet.late')}</p>`;
    const then = this.query.get('then');
    return html`<div class="notice good"><p>${t('wallet.done', { amount })}</p>${then ? html`<a class="button small" href=${ownPath(then)}>${t('wallet.backToAuction')}</a>` : nothing}</div>`;
  }
}
customElements.define('nb-top-up', TopUp);
