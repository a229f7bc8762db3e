/** A clock may drift this much against the server's: 100 millionths. */
const DRIFT = 0.0001;
/** How far the two local clocks may part before the device must have slept. */
const SLEPT_MS = 250;
const SAMPLES_MAX = 12;

/**
 * The server's clock as this page knows it: offsets measured by round trips, the surest one counting. An answer was
 * written at some moment between question and arrival, so it is known to half the round trip.
 */
export class ServerClock extends EventTarget {
  /** The surest first. @type {{offset: number, doubtMs: number, at: number}[]} */
  #samples = [];
  #parted = Date.now() - performance.now();

  /** Milliseconds since the epoch on the server's clock; on the device's own until the first measurement. */
  now() {
    const [best] = this.#samples;
    return best ? performance.now() + best.offset : Date.now();
  }

  /** How sure {@link now} is, ± milliseconds, or null when it was never measured. */
  get doubtMs() {
    const [best] = this.#samples;
    return best ? Math.max(1, Math.ceil(doubt(best))) : null;
  }

  /**
   * @param {number} serverNow what the answer said
   * @param {number} sentAt performance.now() at the question
   * @param {number} arrivedAt performance.now() at the answer
   */
  sample(serverNow, sentAt, arrivedAt) {
    this.#add(serverNow - (sentAt + arrivedAt) / 2, (arrivedAt - sentAt) / 2, arrivedAt);
  }

  /** The same from a `Date` header, which tells whole seconds only. @param {string | null} date @param {number} sentAt @param {number} arrivedAt */
  sampleDate(date, sentAt, arrivedAt) {
    const second = date ? Date.parse(date) : NaN;
    if (Number.isNaN(second)) return;
    this.#add(second + 500 - (sentAt + arrivedAt) / 2, 500 + (arrivedAt - sentAt) / 2, arrivedAt);
  }

  /** Forgets all measurements if the device slept, since performance.now() may have stood still. True if it did. */
  checkSleep() {
    const parted = Date.now() - performance.now();
    const slept = Math.abs(parted - this.#parted) > SLEPT_MS;
    this.#parted = parted;
    if (slept) this.#samples = [];
    return slept;
  }

  /** @param {number} offset @param {number} doubtMs @param {number} at */
  #add(offset, doubtMs, at) {
    this.checkSleep();
    this.#samples = [...this.#samples, { offset, doubtMs, at }].sort((a, b) => doubt(a) - doubt(b)).slice(0, SAMPLES_MAX);
    this.dispatchEvent(new Event('change'));
  }
}

/** @param {{doubtMs: number, at: number}} sample */
const doubt = (sample) => sample.doubtMs + (performance.now() - sample.at) * DRIFT;

export const serverClock = new ServerClock();
