import { serverClock } from './clock.js';

/** After so many connects in a row that came to nothing, sockets count as blocked; they are still tried now and then. */
export const BLOCKED_AFTER = 3;
const GREETING_MS = 8_000;
const BEAT_MS = 1_000;
/** How long a socket that was quiet and then asked may take to give a sign of life. */
const ANSWER_MS = 4_000;
/** However much comes, the clock is measured anew so often; and so often a quiet socket is asked where nobody bids. */
const CLOCK_EVERY_MS = 10_000;
const PROBE_MS = 3_000;
const REST_AFTER_MS = 5_000;
const WAKE_MS = 400;
const POLICY = 1008;

/** How long to wait before the n-th connect, with jitter so that not all come back at once. @param {number} failures @param {number} code */
function backoffMs(failures, code) {
  const base = code === 1013 ? 3_000 : code === 1001 ? 1_500 : 400;
  const most = failures >= BLOCKED_AFTER ? 30_000 : 10_000;
  return Math.min(most, base * 2 ** failures) * (0.3 + 0.7 * Math.random());
}

/**
 * A socket kept alive: it connects again after every loss, except when the server forbids it (1008), measures the
 * server's clock, and does not trust a silence. Tells `frame` (the parsed frame) and `status`.
 */
export class LiveSocket extends EventTarget {
  /** @type {'connecting' | 'open' | 'waiting' | 'resting' | 'offline' | 'refused' | 'stopped'} */
  status = 'stopped';
  /** Connects in a row that did not come to be open. */
  failures = 0;
  /** @type {WebSocket | null} */
  #socket = null;
  /** @type {Map<number, number>} ping number to when it was sent */
  #pings = new Map();
  #pingCount = 0;
  #heardAt = 0;
  #pingedAt = 0;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #timer;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #rest;
  /** @type {ReturnType<typeof setInterval> | undefined} */
  #beat;

  /**
   * @param {() => string} address path and query of the next connect
   * @param {object} [manner]
   * @param {boolean} [manner.greeted] open with the server's `welcome`, else as soon as it is connected
   * @param {boolean} [manner.restsHidden] put down while the page cannot be seen
   * @param {number} [manner.quietMs] how long it may be quiet before it is asked whether it still lives
   */
  constructor(address, { greeted = true, restsHidden = false, quietMs = CLOCK_EVERY_MS } = {}) {
    super();
    this.address = address;
    this.greeted = greeted;
    this.restsHidden = restsHidden;
    this.quietMs = quietMs;
  }

  start() {
    if (this.status !== 'stopped') return;
    addEventListener('online', this.#onOnline);
    addEventListener('offline', this.#onOffline);
    addEventListener('pagehide', this.#onPageHide);
    addEventListener('pageshow', this.#onPageShow);
    document.addEventListener('visibilitychange', this.#onVisible);
    this.#beat = setInterval(() => this.#onBeat(), BEAT_MS);
    if (this.restsHidden && document.visibilityState !== 'visible') this.#become('resting');
    else this.#connect();
  }

  stop() {
    removeEventListener('online', this.#onOnline);
    removeEventListener('offline', this.#onOffline);
    removeEventListener('pagehide', this.#onPageHide);
    removeEventListener('pageshow', this.#onPageShow);
    document.removeEventListener('visibilitychange', this.#onVisible);
    clearInterval(this.#beat);
    clearTimeout(this.#rest);
    this.#drop();
    this.failures = 0;
    this.#become('stopped');
  }

  /** Whether sockets do not seem to come through here. */
  get blocked() {
    return this.status !== 'open' && this.failures >= BLOCKED_AFTER;
  }

  /** @param {object} frame @returns {boolean} false when there is no open socket: then it was not sent, and will not be */
  send(frame) {
    if (this.status !== 'open' || this.#socket?.readyState !== WebSocket.OPEN) return false;
    this.#socket.send(JSON.stringify(frame));
    return true;
  }

  /** Leaves the socket at hand, since a frame is missing, and resumes on a new one. */
  resume() {
    if (this.status === 'open') this.#lost(0);
  }

  #connect() {
    clearTimeout(this.#timer);
    if (navigator.onLine === false) return this.#become('offline');
    const url = new URL(this.address(), location.href);
    url.protocol = url.protocol === 'https:' ? 'wss:' : 'ws:';
    this.#become('connecting');
    const socket = new WebSocket(url);
    this.#socket = socket;
    if (!this.greeted) socket.onopen = () => socket === this.#socket && this.#opened();
    socket.onmessage = ({ data }) => this.#onFrame(socket, data);
    socket.onclose = ({ code }) => this.#onClose(socket, code);
    this.#timer = setTimeout(() => this.#lost(0), GREETING_MS);
  }

  #opened() {
    clearTimeout(this.#timer);
    this.#heardAt = performance.now();
    this.failures = 0;
    this.#become('open');
    for (let i = 0; i < 3; i++) setTimeout(() => this.#ping(), i * 400);
  }

  /** @param {WebSocket} socket @param {string} data */
  #onFrame(socket, data) {
    if (socket !== this.#socket) return;
    const arrivedAt = performance.now();
    this.#heardAt = arrivedAt;
    const frame = JSON.parse(data);
    if (frame.type === 'pong') return this.#onPong(frame, arrivedAt);
    if (frame.type === 'welcome') this.#opened();
    this.dispatchEvent(new CustomEvent('frame', { detail: frame }));
  }

  /** @param {{t: number, now: number}} pong @param {number} arrivedAt */
  #onPong({ t, now }, arrivedAt) {
    const sentAt = this.#pings.get(t);
    this.#pings.delete(t);
    if (sentAt !== undefined) serverClock.sample(now, sentAt, arrivedAt);
  }

  #ping() {
    const t = ++this.#pingCount;
    if (!this.send({ type: 'ping', t })) return;
    this.#pingedAt = performance.now();
    this.#pings.set(t, this.#pingedAt);
  }

  #onBeat() {
    serverClock.checkSleep();
    if (this.status !== 'open') return;
    const now = performance.now();
    const unanswered = this.#pingedAt > this.#heardAt;
    if (unanswered && now - this.#pingedAt > ANSWER_MS) this.#lost(0);
    else if (!unanswered && (now - this.#heardAt > this.quietMs || now - this.#pingedAt > CLOCK_EVERY_MS)) this.#ping();
  }

  /** @param {WebSocket} socket @param {number} code */
  #onClose(socket, code) {
    if (socket === this.#socket) this.#lost(code);
  }

  /** @param {number} code close code, 0 when this side gave up */
  #lost(code) {
    this.#drop();
    if (code === POLICY) return this.#become('refused');
    if (navigator.onLine === false) return this.#become('offline');
    const wait = backoffMs(this.failures, code);
    this.failures++;
    this.#become('waiting');
    this.#timer = setTimeout(() => this.#connect(), wait);
  }

  #drop() {
    clearTimeout(this.#timer);
    const socket = this.#socket;
    this.#socket = null;
    this.#pings.clear();
    if (socket) {
      socket.onopen = socket.onmessage = socket.onclose = null;
      socket.close();
    }
  }

  /** @param {LiveSocket['status']} status */
  #become(status) {
    if (status === this.status) return;
    this.status = status;
    this.dispatchEvent(new Event('status'));
  }

  #onOnline = () => {
    if (this.status === 'offline' || this.status === 'waiting') this.#connect();
  };

  #onOffline = () => {
    this.#drop();
    this.#become('offline');
  };

  /** An open socket would keep the page out of the browser's back-forward cache. */
  #onPageHide = () => {
    if (this.status === 'refused') return;
    this.#drop();
    this.#become('waiting');
  };

  /** @param {PageTransitionEvent} event */
  #onPageShow = (event) => {
    if (event.persisted && this.status === 'waiting') this.#wake();
  };

  /** Back on the page, perhaps from sleep: measure again, and do not trust a socket that stays silent. */
  #onVisible = () => {
    clearTimeout(this.#rest);
    if (document.visibilityState !== 'visible') {
      if (this.restsHidden) this.#rest = setTimeout(this.#onRest, REST_AFTER_MS);
      return;
    }
    serverClock.checkSleep();
    if (this.status === 'waiting' || this.status === 'resting') return this.#wake();
    if (this.status !== 'open') return;
    const probe = performance.now();
    this.#ping();
    const socket = this.#socket;
    setTimeout(() => socket === this.#socket && this.#heardAt < probe && this.#lost(0), PROBE_MS);
  };

  #onRest = () => {
    if (this.status === 'refused' || this.status === 'offline') return;
    this.#drop();
    this.#become('resting');
  };

  /** Soon, but not in the same moment as everybody else's. */
  #wake() {
    clearTimeout(this.#timer);
    this.#become('waiting');
    this.#timer = setTimeout(() => this.#connect(), WAKE_MS * Math.random());
  }
}
