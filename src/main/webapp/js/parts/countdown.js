import { html, nothing } from 'lit';
import { announcer } from '../lib/announce.js';
import { serverClock } from '../lib/clock.js';
import { NbElement } from '../lib/element.js';
import { span } from '../lib/format.js';
import { t } from '../lib/i18n.js';
import { ticker } from '../lib/ticker.js';

const LAST_MS = 60_000;
const TENTHS_MS = 10_000;
const SPOKEN_MS = [300_000, 60_000, 30_000, 10_000];

/** The time left until a moment of the server's clock; in tenths at the end. With `exact` it says how sure it is. */
class Countdown extends NbElement {
  static properties = { to: { type: Number }, exact: { type: Boolean }, left: { state: true } };

  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #soon;

  constructor() {
    super();
    this.to = 0;
    this.exact = false;
    this.left = 0;
  }

  connectedCallback() {
    super.connectedCallback();
    ticker.addEventListener('tick', this.#tick);
    serverClock.addEventListener('change', this.#tick);
    this.#tick();
  }

  disconnectedCallback() {
    ticker.removeEventListener('tick', this.#tick);
    serverClock.removeEventListener('change', this.#tick);
    clearTimeout(this.#soon);
    super.disconnectedCallback();
  }

  #tick = () => {
    const before = this.left;
    this.left = this.to - serverClock.now();
    if (this.exact) this.#speak(before);
    clearTimeout(this.#soon);
    if (this.left > 0 && this.left < TENTHS_MS + 1000) this.#soon = setTimeout(this.#tick, 100);
  };

  /** @param {number} before */
  #speak(before) {
    const mark = SPOKEN_MS.find((ms) => before > ms && this.left <= ms && this.left > ms - 2000);
    if (mark) announcer.politely(t('time.leftSpoken', { time: span(mark) }));
  }

  /** @param {Map<string, unknown>} changed */
  willUpdate(changed) {
    if (changed.has('to')) this.left = this.to - serverClock.now();
  }

  render() {
    const doubt = serverClock.doubtMs;
    const over = this.left <= 0;
    return html`<span class="countdown ${this.left < LAST_MS ? 'last' : ''}" role="timer" aria-live="off">${over ? t('time.over') : span(this.left)}</span>${this
        .exact && doubt !== null && !over
        ? html`<span class="doubt" title=${t('time.doubtTitle')}><span aria-hidden="true">±${doubt} ms</span><span class="visually-hidden">${t('time.doubt', { ms: doubt })}</span></span>`
        : nothing}`;
  }
}
customElements.define('nb-countdown', Countdown);
