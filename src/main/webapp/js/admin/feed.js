/** Points that the charts keep. */
const POINTS_MOST = 600;
const AGAIN_MS = 2_000;
const AGAIN_MOST_MS = 20_000;
const POLICY = 1008;

/**
 * The house's live figures, a frame a second, for as long as somebody looks. It connects again after every loss, except
 * when the server forbids it: then `refused` is told. Tells `change` with every frame.
 */
export class Feed extends EventTarget {
  /** The last figures, as the server sent them. @type {any} */
  latest = null;
  /** What the charts show, the oldest first. @type {any[]} */
  points = [];
  live = false;
  #failures = 0;
  /** @type {WebSocket | null} */
  #socket = null;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #timer;

  start() {
    const socket = new WebSocket(new URL('/ws/admin', location.href.replace(/^http/, 'ws')));
    this.#socket = socket;
    socket.addEventListener('message', ({ data }) => this.#take(JSON.parse(data)));
    socket.addEventListener('close', ({ code }) => socket === this.#socket && this.#lost(code));
  }

  stop() {
    clearTimeout(this.#timer);
    const socket = this.#socket;
    this.#socket = null;
    socket?.close();
    this.live = false;
  }

  /** @param {any} frame */
  #take(frame) {
    const { history, ...latest } = frame;
    if (latest.at === undefined) return; // the house has only just begun to count
    this.live = true;
    this.#failures = 0;
    this.latest = latest;
    this.points = history ?? [...this.points, latest].slice(-POINTS_MOST);
    this.dispatchEvent(new Event('change'));
  }

  /** @param {number} code */
  #lost(code) {
    this.live = false;
    this.dispatchEvent(new Event('change'));
    if (code === POLICY) {
      this.dispatchEvent(new Event('refused'));
    } else {
      this.#timer = setTimeout(() => this.start(), Math.min(AGAIN_MOST_MS, AGAIN_MS * 2 ** this.#failures++));
    }
  }
}
