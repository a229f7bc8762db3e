import { Ladder } from './ladder.js';

/**
 * @typedef {{kind: 'outbid'} | {kind: 'extended', byMs: number} | {kind: 'price'} | {kind: 'state', state: string, reason?: string}
 *   | {kind: 'closed'} | {kind: 'gap'} | {kind: 'resync'} | {kind: 'recorded'}} Happening
 */

/**
 * What is known of an auction at this moment, built from the room's frames (or from the HTTP answers, where sockets
 * are blocked). It only ever moves forward: an older frame never takes the price back.
 */
export class RoomView {
  ladder = new Ladder();
  /** @type {string | null} */
  epoch = null;
  /** Seq that price, leader, next and endsAt belong to; -1 while nothing is known. */
  seq = -1;
  recorded = 0;
  state = '';
  /** @type {string | null} */
  outcome = null;
  price = 0;
  next = 0;
  /** @type {number | null} */
  leader = null;
  endsAt = 0;
  watching = 0;
  /** Undefined when the auction has no reserve. @type {boolean | undefined} */
  reserveMet = undefined;
  /** The member's own paddle. @type {{paddle: number, limit: number, max: number | null} | null} */
  me = null;

  get leading() {
    return this.me !== null && this.leader === this.me.paddle;
  }

  get closed() {
    return this.state === 'CLOSED';
  }

  /** Where to resume, or null before the first welcome. */
  get position() {
    return this.epoch === null ? null : { epoch: this.epoch, seq: this.ladder.top };
  }

  /** Takes what HTTP says of the auction. @param {any} detail @returns {Happening[]} */
  onDetail(detail) {
    this.reserveMet = detail.reserveMet ?? this.reserveMet;
    this.watching = detail.watching ?? this.watching;
    if (detail.seq < this.seq) return [];
    if (this.seq < 0) this.ladder.reset(detail.seq);
    return this.#standing(detail, detail.seq);
  }

  /** @param {any} frame any frame but welcome's and chat's @returns {Happening[]} */
  apply(frame) {
    switch (frame.type) {
      case 'bid':
        return this.#bids([frame], frame);
      case 'bids':
        return this.#bids(frame.bids, frame);
      case 'recorded':
        this.recorded = Math.max(this.recorded, frame.seq);
        return [{ kind: 'recorded' }];
      case 'state':
        return this.#state(frame);
      case 'closed':
        return this.#closed(frame);
      case 'watching':
        this.watching = frame.count;
        return [];
      default:
        return []; // a frame of a later version of the house
    }
  }

  /**
   * The first frame of a socket. The frames that were missed follow it, unless it says that they cannot.
   * @param {any} frame
   * @returns {Happening[]}
   */
  onWelcome(frame) {
    const resumes = this.epoch === frame.epoch && !frame.resync && frame.seq >= this.ladder.top;
    const first = this.epoch === null;
    this.epoch = frame.epoch;
    this.recorded = resumes ? Math.max(this.recorded, frame.recorded) : frame.recorded;
    this.watching = frame.watching;
    this.reserveMet = frame.reserveMet ?? this.reserveMet;
    this.me = frame.paddle ? { paddle: frame.paddle, limit: frame.limit, max: frame.max || null } : null;
    if (!resumes) this.ladder.reset(frame.seq);
    const happened = this.#standing(frame, frame.seq);
    return resumes ? happened : [...happened, first ? { kind: 'recorded' } : { kind: 'resync' }];
  }

  /** Takes recorded bids, which may be new where there is no socket. @param {any[]} bids */
  onRecordedBids(bids) {
    this.ladder.fill(bids);
    for (const bid of bids) this.ladder.follow(bid);
    if (bids.length > 0) this.recorded = Math.max(this.recorded, bids[bids.length - 1].seq);
  }

  /** @param {any[]} bids @param {any} frame what stands after the last @returns {Happening[]} */
  #bids(bids, frame) {
    for (const { seq, amount, paddle, at, proxy } of bids) {
      if (this.ladder.follow({ seq, amount, paddle, at, proxy }) === 'gap') return [{ kind: 'gap' }];
    }
    const last = bids[bids.length - 1];
    if (last.seq <= this.seq) return [];
    if (frame.reserveMet !== undefined && this.reserveMet !== undefined) this.reserveMet = frame.reserveMet;
    return this.#standing({ price: last.amount, leader: last.paddle, next: frame.next, endsAt: frame.endsAt }, last.seq);
  }

  /** @param {any} now @param {number} seq @returns {Happening[]} */
  #standing(now, seq) {
    /** @type {Happening[]} */
    const happened = [];
    const known = this.seq >= 0;
    const led = this.leading;
    const moved = seq > this.seq;
    if (known && now.endsAt > this.endsAt) happened.push({ kind: 'extended', byMs: now.endsAt - this.endsAt });
    this.seq = seq;
    this.price = now.price;
    this.next = now.next ?? this.next;
    this.leader = now.leader ?? null;
    this.endsAt = now.endsAt;
    if (led && !this.leading) happened.push({ kind: 'outbid' });
    else if (known && moved) happened.push({ kind: 'price' });
    if (now.state && now.state !== this.state && !this.closed) {
      this.state = now.state;
      this.outcome = now.outcome ?? null;
      if (known) happened.push(this.closed ? { kind: 'closed' } : { kind: 'state', state: now.state });
    }
    this.outcome = now.outcome ?? this.outcome;
    return happened;
  }

  /** @param {any} frame @returns {Happening[]} */
  #state(frame) {
    this.state = frame.state;
    this.endsAt = frame.endsAt ?? this.endsAt;
    return [{ kind: 'state', state: frame.state, reason: frame.reason }];
  }

  /** @param {any} frame @returns {Happening[]} */
  #closed(frame) {
    const news = !this.closed;
    this.state = 'CLOSED';
    this.outcome = frame.outcome;
    if (frame.paddle) {
      this.price = frame.price;
      this.leader = frame.paddle;
    }
    return news ? [{ kind: 'closed' }] : [];
  }
}
