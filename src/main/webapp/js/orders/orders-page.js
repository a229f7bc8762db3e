import { html } from 'lit';
import { NbElement, Follow } from '../lib/element.js';
import { dateTime, money } from '../lib/format.js';
import { t } from '../lib/i18n.js';
import { Paged } from '../lib/pages.js';
import { session } from '../lib/session.js';
import { pagedList } from '../parts/paged.js';
import { auctionOf } from './order.js';

/** What the member bought and sold. */
class OrdersPage extends NbElement {
  constructor() {
    super();
    this.orders = new Paged('/orders');
    new Follow(this, this.orders);
  }

  connectedCallback() {
    super.connectedCallback();
    this.orders.begin();
  }

  render() {
    return html`<div class="medium">
      <h1 tabindex="-1">${t('orders.title')}</h1>
      ${pagedList(this.orders, {
        empty: html`<div class="empty"><h2>${t('orders.empty')}</h2><p>${t('orders.emptyText')}</p><a class="button quiet" href="/">${t('missing.home')}</a></div>`,
        list: (items) => html`<ul class="rows">${items.map((order) => this.#row(order))}</ul>`,
      })}
    </div>`;
  }

  /** @param {any} order */
  #row(order) {
    const bought = order.buyer.id === session.member?.id;
    return html`<li>
      <a class="row panel" href="/orders/${order.id}">
        <span class="row-main"><b>${auctionOf(order).title ?? t('orders.one')}</b><small class="muted">${t(bought ? 'orders.bought' : 'orders.sold')} · ${dateTime(order.createdAt)}</small></span>
        <span class="row-end"><b>${money(order.price, order.currency)}</b><span class="pill status-${order.status}">${t(`orders.status.${order.status}`)}</span></span>
      </a>
    </li>`;
  }
}
customElements.define('nb-orders-page', OrdersPage);
