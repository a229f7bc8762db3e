import { html, nothing } from 'lit';
import { get, Problem } from '../lib/api.js';
import { money } from '../lib/format.js';
import { t } from '../lib/i18n.js';
import { session } from '../lib/session.js';
import { icon } from '../parts/icons.js';
import { RoomElement } from './room-element.js';

const ASKS_MAX = 8;

/** How the auction ended; the winner and the seller find their order here, as soon as it is settled. */
class Outcome extends RoomElement {
  static properties = { order: { state: true } };

  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #timer;

  constructor() {
    super();
    /** @type {string | null} */
    this.order = null;
  }

  firstUpdated() {
    if (this.view.outcome === 'SOLD' && session.member && (this.view.leading || this.room.detail.mine)) this.#findOrder(0);
  }

  disconnectedCallback() {
    clearTimeout(this.#timer);
    super.disconnectedCallback();
  }

  /** Settlement follows the recording of the last bid, so the order may take a moment. @param {number} asked */
  async #findOrder(asked) {
    try {
      const { items } = await get('/orders', { limit: 100 });
      this.order = items.find((/** @type {any} */ order) => order.auction === this.room.id || order.auction?.id === this.room.id)?.id ?? null;
    } catch (failure) {
      if (!(failure instanceof Problem)) throw failure;
    }
    if (!this.order && asked < ASKS_MAX && this.isConnected) this.#timer = setTimeout(() => this.#findOrder(asked + 1), 700 * 1.6 ** asked);
  }

  render() {
    const { view, room } = this;
    const won = view.outcome === 'SOLD' && view.leading;
    return html`<section class="panel outcome ${won ? 'won' : ''}" aria-labelledby="outcome-title">
      <h2 id="outcome-title">${won ? html`${icon('trophy')}${t('outcome.youWon')}` : t(`outcome.${view.outcome ?? 'CLOSED'}`)}</h2>
      ${view.seq > 0 && view.outcome === 'SOLD' ? html`<p class="board-price">${money(view.price, this.currency)}</p>` : nothing}
      <p>${t(this.#text(won))}</p>
      ${won || (room.detail.mine && view.outcome === 'SOLD')
        ? html`<a class="button" href=${this.order ? `/orders/${this.order}` : '/orders'}>${t(this.order ? 'outcome.toOrder' : 'outcome.toOrders')}</a>`
        : nothing}
    </section>`;
  }

  /** @param {boolean} won */
  #text(won) {
    if (won) return 'outcome.wonText';
    if (this.room.detail.mine) return `outcome.mine.${this.view.outcome ?? 'CLOSED'}`;
    return this.view.me ? 'outcome.heldBack' : 'outcome.text';
  }
}
customElements.define('nb-outcome', Outcome);
