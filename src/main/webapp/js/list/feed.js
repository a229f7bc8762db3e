import { LiveSocket } from '../lib/live-socket.js';

/** The most that the server lets one socket watch. */
const WATCHED_MAX = 200;

/** The prices of a list as they change. Tells `ticks` (the latest of each auction, at most once a frame) and `status`. */
export class Feed extends EventTarget {
  /** @type {string[]} */
  #watched = [];
  /** @type {Map<string, any>} */
  #ticks = new Map();

  constructor() {
    super();
    this.socket = new LiveSocket(() => '/ws/feed', { greeted: false, restsHidden: true });
    this.socket.addEventListener('frame', (event) => this.#onFrame(/** @type {CustomEvent} */ (event).detail));
    this.socket.addEventListener('status', () => this.#onStatus());
  }

  start() {
    this.socket.start();
  }

  stop() {
    this.socket.stop();
    this.#ticks.clear();
  }

  /** Whether prices must be asked for, since sockets do not come through or are not allowed. */
  get blocked() {
    return this.socket.blocked || this.socket.status === 'refused';
  }

  /** Watches these auctions instead of those before. @param {string[]} auctions */
  watch(auctions) {
    const wanted = auctions.slice(0, WATCHED_MAX);
    if (wanted.length === this.#watched.length && wanted.every((id, i) => id === this.#watched[i])) return;
    this.#watched = wanted;
    this.#tell();
  }

  #tell() {
    this.socket.send({ type: 'watch', auctions: this.#watched });
  }

  #onStatus() {
    if (this.socket.status === 'open' && this.#watched.length > 0) this.#tell();
    this.dispatchEvent(new Event('status'));
  }

  /** @param {any} frame */
  #onFrame(frame) {
    if (frame.type !== 'tick') return;
    if (this.#ticks.size === 0) requestAnimationFrame(() => this.#flush());
    this.#ticks.set(frame.auction, frame);
  }

  #flush() {
    const ticks = this.#ticks;
    this.#ticks = new Map();
    if (ticks.size > 0) this.dispatchEvent(new CustomEvent('ticks', { detail: ticks }));
  }
}
