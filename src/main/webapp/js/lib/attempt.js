import { call, Problem } from './api.js';
import { randomText } from './random.js';

const RETRIES_MAX = 3;

/**
 * One intention that moves money, such as "top up 50,000 won". Its Idempotency-Key is made once and kept over every
 * retry, also over a reload of the page, until the server's answer is known; then the next attempt gets a new one.
 */
export class Attempt {
  /** @param {string} name what is attempted, e.g. `payment`; one attempt of a name is open at a time in a tab */
  constructor(name) {
    this.slot = `nb.attempt.${name}`;
  }

  /**
   * Sends the call; tries again by itself, a bounded number of times, while the outcome is unknown.
   * @param {string} method
   * @param {string} path
   * @param {unknown} body another body is another attempt
   * @throws {Problem} the final refusal, or the last failure: then `send` with the same body uses the same key
   */
  async send(method, path, body) {
    const key = this.#keyFor(JSON.stringify([method, path, body]));
    for (let tried = 0; ; tried++) {
      try {
        const answer = await call(method, path, { body, key });
        this.#settle();
        return answer;
      } catch (failure) {
        if (!(failure instanceof Problem) || !failure.unknown) {
          this.#settle();
          throw failure;
        }
        if (tried === RETRIES_MAX || failure.code === 'OFFLINE') throw failure;
        await new Promise((wake) => setTimeout(wake, 400 * 2 ** tried * (0.5 + Math.random())));
      }
    }
  }

  /** @param {string} print */
  #keyFor(print) {
    const open = JSON.parse(sessionStorage.getItem(this.slot) ?? 'null');
    if (open?.print === print) return open.key;
    const key = randomText(24);
    sessionStorage.setItem(this.slot, JSON.stringify({ print, key }));
    return key;
  }

  #settle() {
    sessionStorage.removeItem(this.slot);
  }
}
