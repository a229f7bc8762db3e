/** @typedef {{seq: number, amount: number, paddle: number, at: number, proxy?: boolean}} Bid */

/**
 * The bids of one auction by seq. Live ones come at the top in order; what is missing below is read from the record.
 */
export class Ladder {
  /** @type {Map<number, Bid>} */
  #bids = new Map();
  /** Up to this seq the room's frames were followed without a gap. */
  top = 0;

  /** Starts anew under a known top, of which no bid is known yet. @param {number} top */
  reset(top) {
    this.#bids.clear();
    this.top = top;
  }

  /**
   * Takes the room's next bid.
   * @param {Bid} bid
   * @returns {'added' | 'known' | 'gap'} on a gap nothing was taken
   */
  follow(bid) {
    if (bid.seq <= this.top) return 'known';
    if (bid.seq > this.top + 1) return 'gap';
    this.#bids.set(bid.seq, bid);
    this.top = bid.seq;
    return 'added';
  }

  /** Takes recorded bids from below the top. @param {Bid[]} bids */
  fill(bids) {
    for (const bid of bids) if (bid.seq <= this.top) this.#bids.set(bid.seq, bid);
  }

  /**
   * The newest bids, newest first, without a hole: it ends before the first one that is missing.
   * @param {number} depth at most
   */
  newest(depth) {
    /** @type {Bid[]} */
    const bids = [];
    for (let seq = this.top; seq > 0 && bids.length < depth; seq--) {
      const bid = this.#bids.get(seq);
      if (!bid) break;
      bids.push(bid);
    }
    return bids;
  }

  /**
   * The uppermost bids missing among the newest `depth`: those after `after`, up to and with `to`; null when none are.
   * @param {number} depth
   */
  hole(depth) {
    const floor = Math.max(0, this.top - depth);
    let to = this.top;
    while (to > floor && this.#bids.has(to)) to--;
    if (to === floor) return null;
    let after = to;
    while (after > floor && !this.#bids.has(after)) after--;
    return { after, to };
  }
}
