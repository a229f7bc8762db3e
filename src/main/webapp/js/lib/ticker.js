/** Tells `tick` every second while the page can be seen: countdowns of a list share it. */
class Ticker extends EventTarget {
  constructor() {
    super();
    setInterval(() => document.visibilityState === 'visible' && this.dispatchEvent(new Event('tick')), 1000);
    document.addEventListener('visibilitychange', () => this.dispatchEvent(new Event('tick')));
  }
}

export const ticker = new Ticker();
