const QUIET_MS = 5_000;

/**
 * Speaks to screen readers through the page's two live regions. What is urgent is said at once; of what is not, only
 * the latest is said, and not more often than every five seconds, so that a busy room does not talk without end.
 */
class Announcer {
  /** @type {string | null} */
  #waiting = null;
  #spokeAt = -QUIET_MS;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #timer;

  /** @param {string} text */
  politely(text) {
    this.#waiting = text;
    if (this.#timer !== undefined) return;
    const wait = Math.max(0, this.#spokeAt + QUIET_MS - performance.now());
    this.#timer = setTimeout(() => {
      this.#timer = undefined;
      this.#spokeAt = performance.now();
      say('say-politely', this.#waiting ?? '');
      this.#waiting = null;
    }, wait);
  }

  /** @param {string} text */
  urgently(text) {
    say('say-urgently', text);
  }
}

/** @param {string} region @param {string} text */
function say(region, text) {
  const element = document.getElementById(region);
  if (!element) return;
  // The same text twice is said twice only when it changes in between.
  element.textContent = element.textContent === text ? `${text}\u00a0` : text;
}

export const announcer = new Announcer();
