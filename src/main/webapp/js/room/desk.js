import { call, Problem } from '../lib/api.js';
import { randomText } from '../lib/random.js';

/**
 * @typedef {object} Placed a bid of one's own
 * @property {string} ref
 * @property {'bid' | 'proxy'} kind
 * @property {number} value amount or maximum, minor units
 * @property {'sending' | 'accepted' | 'rejected' | 'unknown'} status `unknown`: no answer came; it can be asked again
 * @property {boolean} [viaSocket]
 * @property {number} [seq] seq that the decision came to
 * @property {boolean} [leading]
 * @property {boolean} [recorded]
 * @property {boolean} [moved] whether the decision showed a bid
 * @property {string} [code] why it was rejected
 * @property {number} [next]
 */

const ANSWER_MS = 5_000;
const KEPT = 6;
/** Refusals that decided nothing: the same ref may be sent again. */
const UNDECIDED = ['UNAVAILABLE', 'RATE_LIMITED', 'PAUSED', 'NOT_OPEN'];

/**
 * The bids that this page sent. Each gets one answer; if none comes over the socket, the same ref is asked once over
 * HTTP, and after that it waits for the member's own word. Nothing is ever sent later by itself.
 */
export class BidDesk extends EventTarget {
  /** Newest first. @type {Placed[]} */
  placed = [];

  /**
   * @param {string} auction
   * @param {(frame: object) => boolean} send over the socket; false when there is none
   */
  constructor(auction, send) {
    super();
    this.auction = auction;
    this.send = send;
    this.slot = `nb.bids.${auction}`;
    // Left open when the page was reloaded or put to sleep.
    this.placed = JSON.parse(sessionStorage.getItem(this.slot) ?? '[]');
  }

  /** Sends a new bid. @param {'bid' | 'proxy'} kind @param {number} value @param {number} seq the seq on show */
  place(kind, value, seq) {
    /** @type {Placed} */
    const item = { ref: randomText(16), kind, value, status: 'sending', seq };
    this.placed = [item, ...this.placed].slice(0, KEPT);
    this.#send(item);
  }

  /** Asks again, with the same ref: if the first was decided, its answer comes; else it is decided now. @param {string} ref */
  retry(ref) {
    const item = this.#find(ref);
    if (item && item.status !== 'sending') this.#send(item);
  }

  /** @param {string} ref */
  dismiss(ref) {
    this.placed = this.placed.filter((item) => item.ref !== ref);
    this.#changed();
  }

  /** Takes `accepted`, `rejected` or an `error` that names a ref. True if it was one of ours. @param {any} frame */
  onAnswer(frame) {
    const item = this.#find(frame.ref);
    if (!item) return false;
    if (frame.type === 'accepted') this.#accepted(item, frame);
    else this.#rejected(item, frame.code, frame.next);
    return true;
  }

  /** Everything up to seq is in PostgreSQL. @param {number} recorded @param {boolean} told by a frame of its own just now */
  onRecorded(recorded, told) {
    for (const item of this.placed) {
      if (item.status === 'accepted' && (item.seq ?? 0) <= recorded && (item.moved || told)) item.recorded = true;
    }
  }

  /** The socket is gone: what it left unanswered is asked over HTTP. */
  onSocketLost() {
    for (const item of this.placed) if (item.status === 'sending' && item.viaSocket) this.#post(item);
  }

  /** Whether this refusal left the ref free. @param {Placed} item */
  mayRetry(item) {
    return item.status === 'unknown' || (item.status === 'rejected' && UNDECIDED.includes(item.code ?? ''));
  }

  /** @param {Placed} item */
  #send(item) {
    item.status = 'sending';
    item.viaSocket = this.send(frameOf(item));
    if (item.viaSocket) setTimeout(() => item.status === 'sending' && item.viaSocket && this.#post(item), ANSWER_MS);
    else this.#post(item);
    this.#changed();
  }

  /** @param {Placed} item */
  async #post(item) {
    item.viaSocket = false;
    const body = { ref: item.ref, [item.kind === 'bid' ? 'amount' : 'max']: item.value };
    try {
      const answer = await call('POST', `/auctions/${this.auction}/bids`, { body, timeoutMs: ANSWER_MS });
      this.#accepted(item, answer);
    } catch (failure) {
      if (!(failure instanceof Problem)) throw failure;
      if (item.status !== 'sending') return; // the socket's answer came after all
      if (failure.unknown && !UNDECIDED.includes(failure.code)) {
        item.status = 'unknown';
        this.#changed();
      } else {
        this.#rejected(item, failure.code, failure.body.next);
      }
    }
  }

  /** @param {Placed} item @param {{seq: number, leading: boolean}} answer */
  #accepted(item, { seq, leading }) {
    Object.assign(item, { status: 'accepted', moved: seq > (item.seq ?? 0), seq, leading });
    this.#changed();
    this.dispatchEvent(new CustomEvent('answered', { detail: item }));
  }

  /** @param {Placed} item @param {string} code @param {number} [next] */
  #rejected(item, code, next) {
    Object.assign(item, { status: 'rejected', code, next });
    this.#changed();
    this.dispatchEvent(new CustomEvent('answered', { detail: item }));
  }

  /** @param {string} ref */
  #find(ref) {
    return this.placed.find((item) => item.ref === ref);
  }

  #changed() {
    const open = this.placed.filter((item) => item.status === 'sending' || item.status === 'unknown');
    sessionStorage.setItem(this.slot, JSON.stringify(open.map((item) => ({ ...item, status: 'unknown' }))));
    this.dispatchEvent(new Event('change'));
  }
}

/** @param {Placed} item */
const frameOf = ({ ref, kind, value }) =>
  kind === 'bid' ? { type: 'bid', ref, amount: value } : { type: 'proxy', ref, max: value };
