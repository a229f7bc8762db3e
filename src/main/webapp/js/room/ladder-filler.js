import { get, Problem } from '../lib/api.js';

const DEPTH = 50;

/** Reads the bids that a room's ladder lacks, as far as they are recorded. Tells `change`. */
export class LadderFiller extends EventTarget {
  /** How many rungs of the ladder are shown. */
  depth = DEPTH;
  #busy = false;

  /** @param {string} auction @param {import('./view.js').RoomView} view */
  constructor(auction, view) {
    super();
    this.auction = auction;
    this.view = view;
  }

  /** Shows more of the ladder. */
  deepen() {
    this.depth += DEPTH;
    return this.fill();
  }

  /** Closes the holes. What is not recorded yet stays open: the next `recorded` asks again. */
  async fill() {
    if (this.#busy) return;
    this.#busy = true;
    try {
      let hole = this.view.ladder.hole(this.depth);
      while (hole) {
        const { after, to } = hole;
        const { items } = await get(`/auctions/${this.auction}/bids`, { after, limit: to - after });
        this.view.onRecordedBids(items);
        hole = this.view.ladder.hole(this.depth);
        if (hole?.to === to && hole.after === after) break;
      }
    } catch (failure) {
      if (!(failure instanceof Problem)) throw failure;
    } finally {
      this.#busy = false;
      this.dispatchEvent(new Event('change'));
    }
  }
}
