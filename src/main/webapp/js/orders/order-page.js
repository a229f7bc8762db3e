import { html, nothing } from 'lit';
import { get } from '../lib/api.js';
import { Attempt } from '../lib/attempt.js';
import { NbElement } from '../lib/element.js';
import { dateTime, money } from '../lib/format.js';
import { t } from '../lib/i18n.js';
import { explain } from '../lib/problems.js';
import { session } from '../lib/session.js';
import { confirm } from '../parts/confirm.js';
import './dispute.js';
import { auctionOf } from './order.js';

/** One order; its buyer confirms the hand-over here, which releases the escrow. */
class OrderPage extends NbElement {
  static properties = { id: {}, order: { state: true }, problem: { state: true }, busy: { state: true }, done: { state: true } };

  constructor() {
    super();
    this.id = '';
    /** @type {any} */
    this.order = null;
    this.problem = '';
    this.busy = false;
    this.done = false;
  }

  connectedCallback() {
    super.connectedCallback();
    this.#try(async () => {
      this.order = await get(`/orders/${this.id}`);
    });
  }

  async #onReceived() {
    const amount = money(this.order.price, this.order.currency);
    const sure = await confirm({ title: t('orders.confirmTitle'), text: t('orders.confirmText', { amount }), yes: t('orders.confirmYes') });
    if (!sure) return;
    await this.#try(async () => {
      await new Attempt(`receipt.${this.id}`).send('POST', `/orders/${this.id}/receipt`, {});
      this.done = true;
      this.order = await get(`/orders/${this.id}`);
    });
  }

  /** @param {CustomEvent<any>} event */
  #onChanged(event) {
    this.order = event.detail;
  }

  /** @param {() => Promise<void>} action */
  async #try(action) {
    this.busy = true;
    this.problem = '';
    try {
      await action();
    } catch (failure) {
      this.problem = explain(failure);
    } finally {
      this.busy = false;
    }
  }

  render() {
    const { order } = this;
    return html`<div class="medium">
      <h1 tabindex="-1">${(order && auctionOf(order).title) ?? t('orders.one')}</h1>
      ${this.problem ? html`<p class="notice bad" role="alert">${this.problem}</p>` : nothing}
      <div role="status">${this.done ? html`<p class="notice good">${t('orders.confirmed')}</p>` : nothing}</div>
      ${order ? html`${this.#order(order)}<nb-dispute .order=${order} @changed=${this.#onChanged}></nb-dispute>` : this.busy ? html`<p class="muted">${t('app.loading')}</p>` : nothing}
      <p><a href="/orders">${t('orders.title')}</a></p>
    </div>`;
  }

  /** @param {any} order */
  #order(order) {
    const buyer = order.buyer.id === session.member?.id;
    const { price, fee, currency, status } = order;
    const waiting = status === 'HELD_IN_ESCROW';
    return html`<section class="panel">
      <p><span class="pill status-${status}">${t(`orders.status.${status}`)}</span></p>
      <dl class="pairs">
        <div><dt>${t('orders.price')}</dt><dd><b>${money(price, currency)}</b></dd></div>
        ${buyer
          ? nothing
          : html`<div><dt>${t('orders.fee')}</dt><dd>${money(fee, currency)}</dd></div><div><dt>${t('orders.youGet')}</dt><dd><b>${money(price - fee, currency)}</b></dd></div>`}
        <div><dt>${t(buyer ? 'orders.seller' : 'orders.buyer')}</dt><dd>${(buyer ? order.seller : order.buyer).displayName}</dd></div>
        <div><dt>${t('orders.created')}</dt><dd>${dateTime(order.createdAt)}</dd></div>
        ${waiting && order.releaseAt ? html`<div><dt>${t('orders.release')}</dt><dd>${dateTime(order.releaseAt)}</dd></div>` : nothing}
      </dl>
      ${waiting && !buyer ? html`<p class="notice">${t('orders.waitBuyer')}</p>` : nothing}
      <div class="buttons">
        ${waiting && buyer ? html`<button type="button" class="button" ?disabled=${this.busy} @click=${this.#onReceived}>${t('orders.confirm')}</button>` : nothing}
        <a class="button quiet" href="/auctions/${auctionOf(order).id}">${t('orders.toAuction')}</a>
      </div>
    </section>`;
  }
}
customElements.define('nb-order-page', OrderPage);
