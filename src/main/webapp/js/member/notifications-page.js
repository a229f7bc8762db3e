import { html, nothing } from 'lit';
import { call } from '../lib/api.js';
import { NbElement, Follow } from '../lib/element.js';
import { dateTime, money } from '../lib/format.js';
import { t } from '../lib/i18n.js';
import { Paged } from '../lib/pages.js';
import { explain } from '../lib/problems.js';
import { session } from '../lib/session.js';
import { pagedList } from '../parts/paged.js';
import { newsText } from './news-text.js';

/** What happened to the member's bids and lots, newest first. */
class NotificationsPage extends NbElement {
  static properties = { problem: { state: true } };

  constructor() {
    super();
    this.problem = '';
    this.news = new Paged('/notifications');
    new Follow(this, this.news);
    new Follow(this, session);
  }

  connectedCallback() {
    super.connectedCallback();
    session.addEventListener('news', this.#onNews);
    this.news.begin();
  }

  disconnectedCallback() {
    session.removeEventListener('news', this.#onNews);
    super.disconnectedCallback();
  }

  #onNews = () => {
    this.news.begin();
  };

  async #onRead() {
    try {
      this.problem = '';
      await call('POST', '/notifications/read', { body: {} });
      session.setUnread(0);
      await this.news.begin();
    } catch (failure) {
      this.problem = explain(failure);
    }
  }

  render() {
    return html`<div class="medium">
      <h1 tabindex="-1">${t('news.title')}</h1>
      ${this.problem ? html`<p class="notice bad" role="alert">${this.problem}</p>` : nothing}
      ${session.unread > 0 ? html`<div><button type="button" class="button quiet" @click=${this.#onRead}>${t('news.markAll')}</button></div>` : nothing}
      ${pagedList(this.news, {
        empty: html`<div class="empty"><h2>${t('news.empty')}</h2></div>`,
        list: (items) => html`<ul class="rows">${items.map((item) => this.#row(item))}</ul>`,
      })}
    </div>`;
  }

  /** @param {any} item */
  #row(item) {
    const { at, auction, order, amount, currency, read } = item;
    return html`<li>
      <a class="row panel ${read ? '' : 'unread'}" href=${order ? `/orders/${order}` : auction ? `/auctions/${auction}` : '/notifications'}>
        <span class="row-main">
          <span>${read ? nothing : html`<span class="pill lead">${t('news.new')}</span> `}<b>${newsText(item)}</b></span>
          <small class="muted">${dateTime(at)}</small>
        </span>
        ${amount === undefined || amount === null ? nothing : html`<b>${money(amount, currency ?? 'KRW')}</b>`}
      </a>
    </li>`;
  }
}
customElements.define('nb-notifications-page', NotificationsPage);
