import { call, get, Problem } from '../lib/api.js';
import { Attempt } from '../lib/attempt.js';
import { session } from '../lib/session.js';

/** The member's own paddle in one room: getting it, moving its limit, giving it back. Tells `change`. */
export class OwnPaddle extends EventTarget {
  #attempt;

  /** @param {string} auction @param {import('./view.js').RoomView} view */
  constructor(auction, view) {
    super();
    this.path = `/auctions/${auction}/paddle`;
    this.view = view;
    this.#attempt = new Attempt(`paddle.${auction}`);
  }

  /** Gets a paddle, or moves its limit. @param {number} limit minor units @throws {Problem} */
  async setLimit(limit) {
    const { paddle, limit: held } = await this.#attempt.send('PUT', this.path, { limit });
    this.#become({ paddle, limit: held, max: this.view.me?.max ?? null });
  }

  /** @throws {Problem} */
  async giveBack() {
    await call('DELETE', this.path);
    this.#become(null);
  }

  /** Asks what the paddle holds; its maximum is told nowhere else. */
  async refresh() {
    if (!session.member) return;
    try {
      const { paddle, limit, max } = await get(this.path);
      this.#become({ paddle, limit, max: max || null });
    } catch (failure) {
      if (!(failure instanceof Problem)) throw failure;
      if (failure.status === 404) this.#become(null);
    }
  }

  /** @param {{paddle: number, limit: number, max: number | null} | null} me */
  #become(me) {
    this.view.me = me;
    this.dispatchEvent(new Event('change'));
  }
}
