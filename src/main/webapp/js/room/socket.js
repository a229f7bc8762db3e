import { LiveSocket } from '../lib/live-socket.js';

/** The socket of one room: it resumes where the room was. */
export class RoomSocket extends LiveSocket {
  /**
   * @param {string} auction
   * @param {() => {epoch: string, seq: number} | null} position where to resume
   */
  constructor(auction, position) {
    super(() => {
      const at = position();
      return `/ws/auctions/${auction}${at ? `?${new URLSearchParams({ epoch: at.epoch, since: String(at.seq) })}` : ''}`;
    });
  }
}
