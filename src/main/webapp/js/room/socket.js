import { LiveSocket } from '../lib/live-socket.js';

/** Where somebody may be about to bid, a socket that died without a word is to be noticed soon. */
const QUIET_MS = 4_000;

/** The socket of one room: it resumes where the room was. */
export class RoomSocket extends LiveSocket {
  /**
   * @param {string} auction
   * @param {() => {epoch: string, seq: number} | null} position where to resume
   */
  constructor(auction, position) {
    super(
      () => {
        const at = position();
        return `/ws/auctions/${auction}${at ? `?${new URLSearchParams({ epoch: at.epoch, since: String(at.seq) })}` : ''}`;
      },
      { quietMs: QUIET_MS },
    );
  }
}
