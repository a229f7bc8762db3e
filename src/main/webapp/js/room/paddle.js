import { html, nothing } from 'lit';
import { Problem } from '../lib/api.js';
import { Follow } from '../lib/element.js';
import { minorDigits, money, moneyInput, parseMoney } from '../lib/format.js';
import { t } from '../lib/i18n.js';
import { explain } from '../lib/problems.js';
import { session } from '../lib/session.js';
import { textField } from '../parts/field.js';
import { icon } from '../parts/icons.js';
import { obstacle } from './bidding.js';
import { RoomElement } from './room-element.js';

const SUGGESTED = [1, 1.5, 2, 3];

/** The member's paddle: what it holds of the wallet, and the form to get it, raise or lower it, or give it back. */
class Paddle extends RoomElement {
  static properties = { problem: { state: true }, wanted: { state: true }, busy: { state: true }, open: { state: true }, typed: { state: true } };

  constructor() {
    super();
    /** @type {Problem | null} */
    this.problem = null;
    this.wanted = 0;
    this.busy = false;
    this.open = false;
    this.typed = '';
    new Follow(this, session);
  }

  render() {
    const { detail, view } = this.room;
    if (!session.member || detail.mine || detail.seller?.id === session.member.id) return nothing;
    return html`<section class="panel paddle" id="paddle-panel" aria-labelledby="paddle-title" tabindex="-1">
      <h2 id="paddle-title">${icon('paddle')}${view.me ? t('paddle.yours', { n: view.me.paddle }) : t('paddle.get')}</h2>
      ${view.me ? this.#held(view.me) : html`<p class="muted">${t('paddle.explain')}</p>${this.#form()}`}
      ${this.problem ? this.#trouble(this.problem) : nothing}
    </section>`;
  }

  /** @param {{limit: number, max: number | null}} me */
  #held(me) {
    const { view, room, currency } = this;
    const open = this.open || obstacle(room) === 'limit';
    return html`
      <dl class="pairs">
        <div><dt>${t('paddle.held')}</dt><dd>${money(me.limit, currency)}</dd></div>
        ${me.max ? html`<div><dt>${t('paddle.max')}</dt><dd>${money(me.max, currency)}</dd></div>` : nothing}
      </dl>
      ${open ? this.#form() : nothing}
      <div class="buttons">
        ${open ? nothing : html`<button type="button" class="button quiet" @click=${() => (this.open = true)}>${t('paddle.change')}</button>`}
        ${view.leading ? nothing : html`<button type="button" class="button quiet" ?disabled=${this.busy} @click=${this.#onGiveBack}>${t('paddle.giveBack')}</button>`}
      </div>
      ${view.leading ? html`<p class="hint">${t('paddle.leaderKeeps')}</p>` : nothing}
    `;
  }

  #form() {
    const { view, currency } = this;
    return html`<form class="form" novalidate @submit=${this.#onSubmit}>
      ${textField({ id: 'limit', label: t('paddle.limit'), value: this.typed, hint: t('paddle.limitHint'), suffix: currency, inputmode: minorDigits(currency) > 0 ? 'decimal' : 'numeric', autocomplete: 'off', onInput: (e) => (this.typed = /** @type {HTMLInputElement} */ (e.target).value) })}
      <div class="chips" role="group" aria-label=${t('paddle.suggested')}>
        ${suggestions(view.me ? Math.max(view.next, view.me.limit) : view.next, currency).map((amount) => html`<button type="button" class="chip" @click=${() => (this.typed = moneyInput(amount, currency))}>${money(amount, currency)}</button>`)}
      </div>
      <button class="button wide" ?disabled=${this.busy}>${t(this.busy ? 'app.wait' : view.me ? 'paddle.changeTo' : 'paddle.submit')}</button>
    </form>`;
  }

  /** @param {Problem} problem */
  #trouble(problem) {
    const then = encodeURIComponent(location.pathname);
    return html`<div class="notice bad" role="alert">
      <p>${explain(problem)}</p>
      ${problem.code === 'INSUFFICIENT_FUNDS' ? html`<a class="button small" href="/wallet?currency=${this.currency}&amount=${this.wanted}&then=${then}">${t('wallet.topUp')}</a>` : nothing}
      ${problem.code === 'OUT_OF_AREA' ? html`<a class="button small" href="/me?then=${then}">${t('me.prove')}</a>` : nothing}
    </div>`;
  }

  /** @param {SubmitEvent} event */
  async #onSubmit(event) {
    event.preventDefault();
    const limit = parseMoney(this.typed, this.currency);
    if (!limit) {
      this.problem = new Problem('NOT_MONEY', 0);
      return;
    }
    this.wanted = Math.max(1, limit - (this.view.me?.limit ?? 0));
    const done = await this.#try(() => this.room.setLimit(limit));
    if (!done) return;
    this.open = false;
    this.typed = '';
    await this.updateComplete;
    document.getElementById('bid-panel')?.focus({ preventScroll: true });
  }

  #onGiveBack() {
    this.#try(() => this.room.giveBackPaddle());
  }

  /** @param {() => Promise<void>} action */
  async #try(action) {
    this.busy = true;
    this.problem = null;
    try {
      await action();
      return true;
    } catch (failure) {
      if (!(failure instanceof Problem)) throw failure;
      this.problem = failure;
      return false;
    } finally {
      this.busy = false;
    }
  }
}
customElements.define('nb-paddle', Paddle);

/** Round sums from the next bid up. @param {number} next @param {string} currency */
function suggestions(next, currency) {
  const step = 10 ** Math.max(minorDigits(currency), Math.floor(Math.log10(next)) - 1);
  return [...new Set(SUGGESTED.map((times) => Math.ceil((next * times) / step) * step))];
}
