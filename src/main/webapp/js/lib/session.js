import { call, calls, get, Problem } from './api.js';

/** @typedef {{id: string, displayName: string, email?: string, locale?: string, rating?: any, neighbourhood?: any, roles?: string[]}} Member */

const UNREAD_EVERY_MS = 30_000;

/** Who is signed in (the token itself is in a cookie that no script can read). Tells `change`. */
class Session extends EventTarget {
  /** @type {Member | null} */
  member = null;
  /** Notifications that were not read yet. */
  unread = 0;
  /** Resolves when it is known whether somebody is signed in. @type {Promise<void>} */
  ready = Promise.resolve();

  start() {
    calls.addEventListener('unauthenticated', () => this.member && this.#set(null));
    this.ready = this.refresh();
    setInterval(() => document.visibilityState === 'visible' && this.refreshUnread(), UNREAD_EVERY_MS);
  }

  /** Asks the server who this is. A failure to ask leaves things as they were. */
  async refresh() {
    try {
      this.#set(await get('/members/me'));
    } catch (failure) {
      if (failure instanceof Problem && failure.status === 401) this.#set(null);
    }
    await this.refreshUnread();
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
    this.member = member;
    if (!member) this.unread = 0;
    this.dispatchEvent(new Event('change'));
  }
}

export const session = new Session();
