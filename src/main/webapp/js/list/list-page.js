import { html, nothing } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { announcer } from '../lib/announce.js';
import { NbElement, Follow } from '../lib/element.js';
import { t, tn } from '../lib/i18n.js';
import { explain } from '../lib/problems.js';
import { router } from '../shell/site.js';
import { Feed } from './feed.js';
import { AuctionSearch, addressOf, filtersOf } from './search.js';
import './auction-card.js';
import './filters.js';

/** How often prices are asked for where sockets do not come through. */
const REFRESH_MS = 4_000;
/** What the list was when it was left, so that "back" finds it again. @type {{search: AuctionSearch, scrollY: number, address: string} | null} */
let left = null;

/** The front page: the auctions, to search, filter and sort, with prices that keep up. */
class ListPage extends NbElement {
  /** @type {ReturnType<typeof setInterval> | undefined} */
  #rounds;

  constructor() {
    super();
    this.feed = new Feed();
    this.feed.addEventListener('ticks', (event) => this.search.take(/** @type {CustomEvent} */ (event).detail));
    const address = location.pathname + location.search;
    this.back = left?.address === address ? left : null;
    this.search = this.back?.search ?? new AuctionSearch(filtersOf());
    new Follow(this, this.search);
  }

  connectedCallback() {
    super.connectedCallback();
    router.addEventListener('change', this.#onAddress);
    addEventListener('scroll', this.#onScroll, { passive: true });
    this.search.addEventListener('change', this.#onShown);
    this.#rounds = setInterval(() => this.feed.blocked && document.visibilityState === 'visible' && this.search.refresh(), REFRESH_MS);
    this.feed.start();
    if (this.back) this.#onShown();
    else this.search.begin(filtersOf());
  }

  disconnectedCallback() {
    router.removeEventListener('change', this.#onAddress);
    removeEventListener('scroll', this.#onScroll);
    this.search.removeEventListener('change', this.#onShown);
    clearInterval(this.#rounds);
    this.feed.stop();
    super.disconnectedCallback();
  }

  firstUpdated() {
    const { scrollY } = this.back ?? { scrollY: 0 };
    if (scrollY > 0) requestAnimationFrame(() => scrollTo(0, scrollY)); // once the cards have their height
  }

  /** What is over changes no more. */
  #onShown = () => {
    this.feed.watch((this.search.items ?? []).filter((item) => item.state !== 'CLOSED').map((item) => item.id));
  };

  #onScroll = () => {
    left = { search: this.search, scrollY, address: addressOf(this.search.filters) };
  };

  #onAddress = () => {
    if (location.pathname === '/' && addressOf(this.search.filters) !== addressOf(filtersOf())) this.search.begin(filtersOf());
  };

  /** @param {CustomEvent<import('./search.js').Filters>} event */
  async #onFilters({ detail }) {
    history.pushState(null, '', addressOf(detail));
    await this.search.begin(detail);
    announcer.politely(tn('list.found', this.search.items?.length ?? 0));
  }

  async #more() {
    const from = this.search.items?.length ?? 0;
    await this.search.more();
    await this.updateComplete;
    /** @type {HTMLElement | undefined} */ (this.querySelectorAll('nb-auction-card a')[from])?.focus();
  }

  render() {
    return html`
      <div class="list-head">
        <h1 tabindex="-1">${t('list.heading')}</h1>
        <p class="muted">${t('list.lead')}</p>
      </div>
      <nb-filters .filters=${this.search.filters} @filters=${this.#onFilters}></nb-filters>
      ${this.#results()}
    `;
  }

  #results() {
    const { items, busy, failure, next } = this.search;
    if (failure && !items?.length) return this.#failed(failure);
    if (!items) return html`<ul class="cards" aria-busy="true" aria-label=${t('app.loading')}>${Array.from({ length: 8 }, () => html`<li class="card skeleton"></li>`)}</ul>`;
    if (items.length === 0) return html`<div class="empty"><h2>${t('list.empty')}</h2><p>${t('list.emptyText')}</p><a class="button quiet" href="/sell">${t('list.sellOne')}</a></div>`;
    return html`
      <h2 class="visually-hidden">${t('list.results')}</h2>
      <ul class="cards">
        ${repeat(items, (item) => item.id, (item, i) => html`<li class="card"><nb-auction-card .auction=${item} .eager=${i < 4}></nb-auction-card></li>`)}
      </ul>
      ${failure ? this.#failed(failure) : nothing}
      ${next ? html`<div class="more"><button type="button" class="button quiet" ?disabled=${busy} @click=${this.#more}>${t(busy ? 'app.loading' : 'list.more')}</button></div>` : nothing}
    `;
  }

  /** @param {unknown} failure */
  #failed(failure) {
    return html`<div class="empty" role="alert">
      <p>${explain(failure)}</p>
      <button type="button" class="button quiet" @click=${() => this.search.begin(this.search.filters)}>${t('app.again')}</button>
    </div>`;
  }
}
customElements.define('nb-list-page', ListPage);
