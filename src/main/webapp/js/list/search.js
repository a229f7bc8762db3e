import { get } from '../lib/api.js';
import { serverClock } from '../lib/clock.js';

/**
 * What the list shows, as the address has it.
 * @typedef {{q: string, category: string, state: string, sort: string, near: string}} Filters
 */

export const STATES = /** @type {const} */ (['OPEN', 'SCHEDULED', 'CLOSED']);
export const SORTS = /** @type {const} */ (['ending', 'newest', 'price', 'distance']);
const PAGE = 24;
const NEAR_KM = 6;
const REFRESH_MAX = 100;

/** @returns {Filters} */
export function filtersOf(query = location.search) {
  const params = new URLSearchParams(query);
  return {
    q: params.get('q') ?? '',
    category: params.get('category') ?? '',
    state: params.get('state') ?? 'OPEN',
    sort: params.get('sort') ?? 'ending',
    near: params.get('near') ?? '',
  };
}

/** The address of these filters; what is usual is left out. @param {Filters} filters */
export function addressOf(filters) {
  const usual = filtersOf('');
  const changed = Object.entries(filters).filter(([name, value]) => value && value !== usual[/** @type {keyof Filters} */ (name)]);
  const query = new URLSearchParams(changed).toString();
  return query ? `/?${query}` : '/';
}

/** The auctions that match, and how to go on. Tells `change`. */
export class AuctionSearch extends EventTarget {
  /** @type {any[] | null} null until the first answer */
  items = null;
  /** @type {string | null} */
  next = null;
  /** @type {unknown} */
  failure = null;
  busy = false;
  #turn = 0;

  /** @param {Filters} filters */
  constructor(filters) {
    super();
    this.filters = filters;
  }

  /** Starts anew with other filters. @param {Filters} filters */
  async begin(filters) {
    this.filters = filters;
    this.items = null;
    await this.#ask(null);
  }

  /** Adds the next page. */
  async more() {
    if (this.next && !this.busy) await this.#ask(this.next);
  }

  /** Brings what is shown up to date, in its place: nothing jumps under the reader's finger. */
  async refresh() {
    const shown = this.items;
    if (!shown || shown.length === 0 || this.busy) return;
    const turn = this.#turn;
    let items;
    try {
      ({ items } = await get('/auctions', { ...this.#query(), limit: Math.min(shown.length, REFRESH_MAX) }));
    } catch {
      return; // the next round tries again
    }
    if (turn !== this.#turn) return;
    const fresh = new Map(items.map((/** @type {any} */ item) => [item.id, item]));
    this.items = shown.map((item) => fresh.get(item.id) ?? asEnded(item));
    this.dispatchEvent(new Event('change'));
  }

  /** Takes what the feed tells of some that are shown. @param {Map<string, any>} ticks */
  take(ticks) {
    if (!this.items?.some((item) => ticks.has(item.id))) return;
    this.items = this.items.map((item) => {
      const tick = ticks.get(item.id);
      if (!tick) return item;
      const { price, seq, endsAt, state, outcome } = tick;
      const isNews = seq !== item.seq || endsAt !== item.endsAt || state !== item.state || outcome !== item.outcome;
      return isNews ? { ...item, price, seq, bidCount: seq, endsAt, state, outcome } : item;
    });
    this.dispatchEvent(new Event('change'));
  }

  /** @param {string | null} cursor */
  async #ask(cursor) {
    const turn = ++this.#turn;
    this.busy = true;
    this.failure = null;
    this.dispatchEvent(new Event('change'));
    try {
      const { items, next } = await get('/auctions', { ...this.#query(), limit: PAGE, cursor });
      if (turn !== this.#turn) return;
      const shown = new Set((cursor ? this.items ?? [] : []).map((item) => item.id));
      this.items = [...(cursor ? this.items ?? [] : []), ...items.filter((/** @type {any} */ item) => !shown.has(item.id))];
      this.next = next;
    } catch (failure) {
      if (turn === this.#turn) this.failure = failure;
    }
    if (turn !== this.#turn) return;
    this.busy = false;
    this.dispatchEvent(new Event('change'));
  }

  #query() {
    const { near, sort, ...rest } = this.filters;
    return { ...rest, sort: sort === 'distance' && !near ? 'ending' : sort, near, radiusKm: near ? NEAR_KM : null };
  }
}

/** An auction that is no longer among the open ones, once its time is over. @param {any} item */
const asEnded = (item) => (item.state === 'OPEN' && item.endsAt < serverClock.now() ? { ...item, state: 'CLOSED' } : item);
