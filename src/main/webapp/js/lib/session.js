import { call, calls, get, Problem } from './api.js';
import { LiveSocket } from './live-socket.js';

/** @typedef {{id: string, displayName: string, email?: string, locale?: string, rating?: any, neighbourhood?: any, roles?: string[]}} Member */

/** How often unread notifications are counted where sockets do not come through. */
const UNREAD_EVERY_MS = 30_000;

/**
 * Who is signed in (the token itself is in a cookie that no script can read), and what the house tells the member.
 * Tells `change`, and `news` with a notification that was just written.
 */
class Session extends EventTarget {
  /** @type {Member | null} */
  member = null;
  /** Notifications that were not read yet. */
  unread = 0;
  /** Resolves when it is known whether somebody is signed in. @type {Promise<void>} */
  ready = Promise.resolve();
  #socket = new LiveSocket(() => '/ws/me', { restsHidden: true });
  /** The notifications that were heard of, null before the first welcome. @type {Set<string> | null} */
  #heard = null;

  start() {
    calls.addEventListener('unauthenticated', () => this.member && this.#set(null));
    this.#socket.addEventListener('frame', (event) => this.#onFrame(/** @type {CustomEvent} */ (event).detail));
    this.#socket.addEventListener('status', () => this.#socket.status === 'refused' && this.refresh());
    this.ready = this.refresh();
    setInterval(() => this.#socket.blocked && document.visibilityState === 'visible' && this.refreshUnread(), UNREAD_EVERY_MS);
  }

  /** Asks the server who this is. A failure to ask leaves things as they were. */
  async refresh() {
    try {
      this.#set(await get('/members/me'));
    } catch (failure) {
      if (failure instanceof Problem && failure.status === 401) this.#set(null);
    }
  }

  async refreshUnread() {
    if (!this.member) return;
    try {
      this.setUnread((await get('/notifications', { limit: 1 })).unread ?? 0);
    } catch (failure) {
      if (!(failure instanceof Problem)) throw failure; // else the next round tries again
    }
  }

  /** @param {number} unread */
  setUnread(unread) {
    if (unread === this.unread) return;
    this.unread = unread;
    this.dispatchEvent(new Event('change'));
  }

  /** @param {string} email @param {string} password @throws {Problem} */
  async signIn(email, password) {
    await call('POST', '/sessions', { body: { email, password } });
    await this.refresh();
  }

  async signOut() {
    try {
      await call('DELETE', '/sessions/current');
    } catch (failure) {
      if (!(failure instanceof Problem && failure.status === 401)) throw failure;
    }
    this.#set(null);
  }

  /** @param {Member | null} member */
  #set(member) {
    const isAnother = member?.id !== this.member?.id;
    this.member = member;
    if (isAnother) {
      this.unread = 0;
      this.#heard = null;
      this.#socket.stop();
      if (member) this.#socket.start();
    }
    this.dispatchEvent(new Event('change'));
  }

  /** @param {any} frame */
  #onFrame(frame) {
    if (frame.type === 'error') return;
    if (frame.type === 'welcome') this.#onWelcome(frame.items);
    else if (frame.type === 'notification') this.#onNotification(frame);
    this.setUnread(frame.unread);
  }

  /** What was written while the socket was away is news, too; what was there before the page is not. @param {any[]} items newest first */
  #onWelcome(items) {
    if (this.#heard) items.filter((item) => !item.read).reverse().forEach((item) => this.#onNotification(item));
    this.#heard = new Set([...(this.#heard ?? []), ...items.map((item) => item.id)]);
  }

  /** @param {any} item */
  #onNotification(item) {
    if (this.#heard?.has(item.id)) return;
    this.#heard?.add(item.id);
    this.dispatchEvent(new CustomEvent('news', { detail: item }));
  }
}

export const session = new Session();
