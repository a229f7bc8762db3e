import { html, nothing } from 'lit';
import { announcer } from '../lib/announce.js';
import { NbElement } from '../lib/element.js';
import { money } from '../lib/format.js';
import { t } from '../lib/i18n.js';
import { session } from '../lib/session.js';
import { newsText } from '../member/news-text.js';
import { icon } from '../parts/icons.js';

const SHOWN_MS = 12_000;

/** Shows what the member was just told, wherever it is; but in a room that tells the same by itself. */
class NewsToast extends NbElement {
  static properties = { path: {}, item: { state: true } };

  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #timer;

  constructor() {
    super();
    this.path = '/';
    /** @type {any} */
    this.item = null;
  }

  connectedCallback() {
    super.connectedCallback();
    session.addEventListener('news', this.#onNews);
    session.addEventListener('change', this.#onSession);
  }

  disconnectedCallback() {
    session.removeEventListener('news', this.#onNews);
    session.removeEventListener('change', this.#onSession);
    clearTimeout(this.#timer);
    super.disconnectedCallback();
  }

  /** @param {Event} event */
  #onNews = (event) => {
    const item = /** @type {CustomEvent} */ (event).detail;
    if (this.path === `/auctions/${item.auction}` || this.path === '/notifications') return;
    this.item = item;
    announcer.urgently(newsText(item));
    clearTimeout(this.#timer);
    this.#timer = setTimeout(this.#hide, SHOWN_MS);
  };

  #onSession = () => {
    if (!session.member) this.#hide();
  };

  #hide = () => {
    this.item = null;
  };

  render() {
    const { item } = this;
    if (!item) return nothing;
    return html`<div class="toast ${item.kind === 'OUTBID' ? 'outbid' : ''}">
      <a href=${item.order ? `/orders/${item.order}` : `/auctions/${item.auction}`} @click=${this.#hide}>
        ${icon('bell')}<span>${newsText(item)}${item.amount === undefined ? nothing : html` <b>${money(item.amount, item.currency ?? 'KRW')}</b>`}</span>
      </a>
      <button type="button" class="icon-button" aria-label=${t('news.dismiss')} @click=${this.#hide}>${icon('cross')}</button>
    </div>`;
  }
}
customElements.define('nb-news-toast', NewsToast);
