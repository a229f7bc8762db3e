import { call, get, Problem } from '../lib/api.js';
import { Attempt } from '../lib/attempt.js';
import { BLOCKED_AFTER } from '../lib/live-socket.js';
import { randomText } from '../lib/random.js';
import { session } from '../lib/session.js';
import { BidDesk } from './desk.js';
import { RoomPolling } from './polling.js';
import { RoomSocket } from './socket.js';
import { RoomView } from './view.js';

const DEPTH = 50;
const CHAT_KEPT = 200;
/** Lines that somebody who comes in is shown of those before. */
const CHAT_FILLED = 100;

/**
 * One auction's room on this page: what is known (view), what was sent (desk), and how it is connected. Tells `change`
 * whenever something to see has changed, and `happening` for what deserves a word.
 */
export class Room extends EventTarget {
  view = new RoomView();
  /** What does not change by bidding: title, photos, seller. @type {any} */
  detail = null;
  /** Why there is nothing to show. @type {Problem | null} */
  failure = null;
  /** @type {{from: string, paddle?: number, text: string, at: number}[]} */
  chat = [];
  /** @type {string | null} */
  chatProblem = null;
  /** What stands on the page for a while. @type {Partial<Record<'outbid' | 'extended', string>>} */
  notices = {};
  /** How many rungs of the ladder are shown. */
  depth = DEPTH;
  #filling = false;
  #waiting = false;

  /** @param {string} id */
  constructor(id) {
    super();
    this.id = id;
    this.socket = new RoomSocket(id, () => this.view.position);
    this.polling = new RoomPolling(id, () => this.view.ladder.top);
    this.desk = new BidDesk(id, (frame) => this.socket.send(frame));
    this.paddleAttempt = new Attempt(`paddle.${id}`);
    this.socket.addEventListener('frame', (event) => this.#onFrame(/** @type {CustomEvent} */ (event).detail));
    this.socket.addEventListener('status', () => this.#onSocketStatus());
    this.polling.addEventListener('detail', (event) => this.#onDetail(/** @type {CustomEvent} */ (event).detail));
    this.polling.addEventListener('bids', (event) => this.#onPolledBids(/** @type {CustomEvent} */ (event).detail));
    this.polling.addEventListener('status', () => this.#changed());
    this.desk.addEventListener('change', () => this.#changed());
    this.desk.addEventListener('answered', (event) => this.#onAnswered(/** @type {CustomEvent} */ (event).detail));
  }

  start() {
    this.socket.start();
    this.load();
  }

  stop() {
    this.socket.stop();
    this.polling.stop();
  }

  /** `offline`, `refused`, `polling`, `reconnecting` or `live`. */
  get status() {
    if (this.socket.status === 'open') return 'live';
    if (this.socket.status === 'offline' || this.socket.status === 'refused') return this.socket.status;
    if (this.polling.running && this.polling.healthy) return 'polling';
    return this.socket.failures === 0 ? 'live' : 'reconnecting';
  }

  /** Whether a bid can be sent now; an offline page never keeps one for later. */
  get canSend() {
    return this.status !== 'offline' && this.status !== 'refused';
  }

  async load() {
    try {
      this.failure = null;
      this.#onDetail(await get(`/auctions/${this.id}`));
      this.#fill();
    } catch (failure) {
      if (!(failure instanceof Problem)) throw failure;
      if (!this.detail) this.failure = failure;
      if (failure.status === 404) this.stop();
      this.#changed();
    }
  }

  /** @param {number} amount minor units */
  bid(amount) {
    this.desk.place('bid', amount, this.view.seq);
  }

  /** @param {number} max minor units; 0 takes the maximum back */
  proxy(max) {
    this.desk.place('proxy', max, this.view.seq);
  }

  /** @param {string} text @returns {boolean} false when it could not be sent */
  say(text) {
    this.chatProblem = null;
    return this.socket.send({ type: 'chat', ref: randomText(12), text });
  }

  /** Gets a paddle, or moves its limit. @param {number} limit minor units @throws {Problem} */
  async setLimit(limit) {
    const { paddle, limit: held } = await this.paddleAttempt.send('PUT', `/auctions/${this.id}/paddle`, { limit });
    this.view.me = { paddle, limit: held, max: this.view.me?.max ?? null };
    this.#changed();
  }

  /** @throws {Problem} */
  async giveBackPaddle() {
    await call('DELETE', `/auctions/${this.id}/paddle`);
    this.view.me = null;
    this.#changed();
  }

  /** @param {'outbid' | 'extended'} kind @param {string} text */
  notice(kind, text) {
    this.notices = { ...this.notices, [kind]: text };
    this.#changed();
  }

  /** @param {'outbid' | 'extended'} kind */
  dismissNotice(kind) {
    this.notices = { ...this.notices, [kind]: undefined };
    this.#changed();
  }

  /** Shows more of the ladder. */
  showEarlier() {
    this.depth += DEPTH;
    this.#changed();
    this.#fill();
  }

  /** @param {any} frame */
  #onFrame(frame) {
    switch (frame.type) {
      case 'welcome':
        this.#fillChat();
        return this.#happened(this.view.onWelcome(frame));
      case 'accepted':
      case 'rejected':
        this.desk.onAnswer(frame);
        return;
      case 'error':
        if (!this.desk.onAnswer(frame)) this.chatProblem = frame.code;
        return this.#changed();
      case 'chat':
        this.#onSaid([frame]);
        return this.#changed();
      case 'chatRemoved':
        this.chat = this.chat.filter((line) => line.id !== frame.id);
        return this.#changed();
      default:
        return this.#happened(this.view.apply(frame), frame.type === 'recorded');
    }
  }

  /** What was said before, and while the socket was away. */
  async #fillChat() {
    try {
      const { items } = await get(`/auctions/${this.id}/chat`, { limit: CHAT_FILLED });
      this.#onSaid(items.reverse());
      this.#changed();
    } catch (failure) {
      if (!(failure instanceof Problem)) throw failure; // what is said from now on comes all the same
    }
  }

  /** @param {any[]} lines in their order; those that are there already stay where they are */
  #onSaid(lines) {
    const known = new Set(this.chat.map(({ id }) => id));
    this.chat = [...this.chat, ...lines.filter(({ id }) => !id || !known.has(id))].sort((a, b) => a.at - b.at).slice(-CHAT_KEPT);
  }

  /** @param {import('./view.js').Happening[]} happenings @param {boolean} [recordedNow] */
  #happened(happenings, recordedNow = false) {
    this.desk.onRecorded(this.view.recorded, recordedNow);
    for (const happening of happenings) {
      if (happening.kind === 'gap') this.socket.resume();
      else if (happening.kind === 'resync') this.load();
      else if (happening.kind === 'recorded') this.#fill();
      else this.dispatchEvent(new CustomEvent('happening', { detail: happening }));
    }
    this.#changed();
  }

  #onSocketStatus() {
    if (this.socket.status === 'open') this.polling.stop();
    else this.desk.onSocketLost();
    if (this.socket.failures === BLOCKED_AFTER) this.#startPolling();
    this.#changed();
  }

  async #startPolling() {
    if (this.polling.running) return;
    this.polling.start();
    await session.refresh(); // a handshake is also refused when the session has ended
    this.#refreshMe();
  }

  /** @param {any} detail */
  #onDetail(detail) {
    this.detail = detail;
    this.#happened(this.view.onDetail(detail));
  }

  /** @param {any[]} bids */
  #onPolledBids(bids) {
    this.view.onRecordedBids(bids);
    this.#happened([], bids.length > 0);
  }

  /** @param {import('./desk.js').Placed} item */
  #onAnswered(item) {
    if (item.status === 'accepted') {
      this.desk.onRecorded(this.view.recorded, false);
      this.#refreshMe();
    } else if (item.next) {
      this.view.next = Math.max(this.view.next, item.next);
    }
    this.dispatchEvent(new CustomEvent('happening', { detail: { kind: 'answered', item } }));
    this.#changed();
  }

  /** Asks what the paddle holds; its maximum is told nowhere else. */
  async #refreshMe() {
    if (!session.member) return;
    try {
      const { paddle, limit, max } = await get(`/auctions/${this.id}/paddle`);
      this.view.me = { paddle, limit, max: max || null };
    } catch (failure) {
      if (!(failure instanceof Problem)) throw failure;
      if (failure.status === 404) this.view.me = null;
    }
    this.#changed();
  }

  /** Reads the bids that are missing in the ladder, as far as they are recorded. */
  async #fill() {
    if (this.#filling) return;
    this.#filling = true;
    try {
      for (let hole = this.view.ladder.hole(this.depth); hole; ) {
        const { after, to } = hole;
        const { items } = await get(`/auctions/${this.id}/bids`, { after, limit: to - after });
        this.view.onRecordedBids(items);
        this.#changed();
        hole = this.view.ladder.hole(this.depth);
        if (hole?.to === to && hole.after === after) break; // not recorded yet: `recorded` will tell
      }
    } catch (failure) {
      if (!(failure instanceof Problem)) throw failure; // else the next `recorded` tries again
    } finally {
      this.#filling = false;
    }
  }

  #changed() {
    if (this.#waiting) return;
    this.#waiting = true;
    queueMicrotask(() => {
      this.#waiting = false;
      this.dispatchEvent(new Event('change'));
    });
  }
}
