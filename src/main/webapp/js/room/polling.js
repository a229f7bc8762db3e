import { get, Problem } from '../lib/api.js';
import { serverClock } from '../lib/clock.js';

const EVERY_MS = 2_500;
const NEAR_END_EVERY_MS = 1_000;
const NEAR_END_MS = 60_000;
const FAILED_EVERY_MS = 5_000;
const PAGE = 200;

/** Watches an auction over HTTP, where sockets are blocked. Tells `detail`, `bids` and `status`. */
export class RoomPolling extends EventTarget {
  running = false;
  /** Whether the last question was answered. */
  healthy = false;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #timer;

  /** @param {string} auction @param {() => number} top the newest seq that is known */
  constructor(auction, top) {
    super();
    this.auction = auction;
    this.top = top;
  }

  start() {
    if (this.running) return;
    this.running = true;
    this.#round();
  }

  stop() {
    this.running = false;
    clearTimeout(this.#timer);
  }

  async #round() {
    let wait = FAILED_EVERY_MS;
    try {
      if (document.visibilityState === 'visible') wait = await this.#ask();
      this.healthy = true;
    } catch (failure) {
      if (!(failure instanceof Problem)) throw failure;
      this.healthy = false;
    }
    if (!this.running) return;
    this.dispatchEvent(new Event('status'));
    this.#timer = setTimeout(() => this.#round(), wait * (0.9 + 0.2 * Math.random()));
  }

  async #ask() {
    const detail = await get(`/auctions/${this.auction}`);
    if (!this.running) return EVERY_MS;
    this.dispatchEvent(new CustomEvent('detail', { detail }));
    const { items } = await get(`/auctions/${this.auction}/bids`, { after: this.top(), limit: PAGE });
    if (this.running) this.dispatchEvent(new CustomEvent('bids', { detail: items }));
    return detail.endsAt - serverClock.now() < NEAR_END_MS ? NEAR_END_EVERY_MS : EVERY_MS;
  }
}
