import { html, nothing } from 'lit';
import { Follow } from '../lib/element.js';
import { money } from '../lib/format.js';
import { t } from '../lib/i18n.js';
import { session } from '../lib/session.js';
import '../parts/countdown.js';
import { answerTo, whatWasBid } from './answer.js';
import { obstacle } from './bidding.js';
import { RoomElement } from './room-element.js';

/** The bar at the foot of a phone's screen: the price, the time, and the next bid always at the thumb. */
class BidBar extends RoomElement {
  constructor() {
    super();
    new Follow(this, session);
  }

  render() {
    const { view, room } = this;
    const outbid = room.notices.outbid && !view.leading;
    return html`<section class="bid-bar ${view.leading ? 'leading' : outbid ? 'outbid' : ''}" aria-label=${t('bid.bar')}>
      <p class="bar-line">
        <span>${view.leading ? t('room.youLead') : outbid ? t('room.outbidShort') : view.leader ? t('room.paddleLeads', { n: view.leader }) : t('room.noBidYet')}</span>
        <b>${money(view.price, this.currency)}</b>
        ${view.state === 'OPEN' ? html`<nb-countdown .to=${view.endsAt}></nb-countdown>` : nothing}
      </p>
      ${this.#latest()}
      <div class="buttons">${this.#buttons()}</div>
    </section>`;
  }

  /** What became of the newest bid, at the place where it was sent from. */
  #latest() {
    const item = this.room.desk.placed[0];
    if (!item) return nothing;
    return html`<p class="bar-latest"><span>${whatWasBid(item, this.currency)}</span>${answerTo(this.room, item)}</p>`;
  }

  #buttons() {
    const { view, room } = this;
    const stop = obstacle(room);
    if (stop === 'guest') return html`<a class="button wide" href="/login?then=${encodeURIComponent(location.pathname)}">${t('bid.loginToBid')}</a>`;
    if (stop === 'paddle' || stop === 'limit') {
      return html`<button type="button" class="button wide" @click=${() => this.#toPart('paddle-panel')}>${t(stop === 'paddle' ? 'paddle.get' : 'paddle.raise')}</button>`;
    }
    if (stop) return html`<p class="bar-stop">${t(`bid.stop.${stop}`)}</p>`;
    return html`
      ${view.leading
        ? nothing
        : html`<button type="button" class="button grow next-bid" @click=${() => room.bid(view.next)}>${t('bid.next', { amount: money(view.next, this.currency) })}</button>`}
      <button type="button" class="button quiet ${view.leading ? 'grow' : ''}" @click=${() => this.#toPart('bid-panel')}>${t(view.leading ? 'bid.raise' : 'bid.other')}</button>
    `;
  }

  /** @param {string} id */
  #toPart(id) {
    const part = document.getElementById(id);
    part?.scrollIntoView({ block: 'center' });
    (/** @type {HTMLElement | null} */ (part?.querySelector('input')) ?? part)?.focus({ preventScroll: true });
  }
}
customElements.define('nb-bid-bar', BidBar);
