import { get } from './api.js';

/** A list that the server gives page by page. Tells `change`. */
export class Paged extends EventTarget {
  /** @type {any[] | null} null until the first answer */
  items = null;
  /** @type {string | null} */
  next = null;
  /** @type {unknown} */
  failure = null;
  busy = false;

  /** @param {string} path @param {Record<string, string | number | null>} [query] */
  constructor(path, query = {}) {
    super();
    this.path = path;
    this.query = query;
  }

  /** Reads the first page anew. */
  begin() {
    return this.#ask(null);
  }

  /** Adds the next page. */
  async more() {
    if (this.next && !this.busy) await this.#ask(this.next);
  }

  /** @param {string | null} cursor */
  async #ask(cursor) {
    this.busy = true;
    this.failure = null;
    this.dispatchEvent(new Event('change'));
    try {
      const { items, next } = await get(this.path, { ...this.query, cursor });
      this.items = cursor ? [...(this.items ?? []), ...items] : items;
      this.next = next;
    } catch (failure) {
      this.failure = failure;
    }
    this.busy = false;
    this.dispatchEvent(new Event('change'));
  }
}
