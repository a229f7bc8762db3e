import { html, nothing } from 'lit';
import { keyed } from 'lit/directives/keyed.js';
import { dateTime, money } from '../lib/format.js';
import { t, tn } from '../lib/i18n.js';
import { icon } from '../parts/icons.js';
import '../parts/countdown.js';
import { RoomElement } from './room-element.js';

/** The price, who leads, the time left, the reserve, and how many look on. */
class PriceBoard extends RoomElement {
  render() {
    const { view, room } = this;
    const notice = room.notices.extended;
    return html`<section class="price-board ${view.leading ? 'leading' : ''}" aria-label=${t('room.board')}>
      <div class="board-main">
        <p class="board-label">${t(view.closed ? 'room.finalPrice' : view.seq > 0 ? 'room.price' : 'room.startPrice')}</p>
        ${keyed(view.price, html`<p class="board-price" data-price=${view.price}>${money(view.price, this.currency)}</p>`)}
        <p class="board-leader">${this.#leader()}</p>
      </div>
      <div class="board-time">
        <p class="board-label">${t(view.state === 'SCHEDULED' ? 'room.opensIn' : 'room.left')}</p>
        <p class="board-clock">${this.#time()}</p>
        ${view.closed ? nothing : html`<p class="muted">${dateTime(view.state === 'SCHEDULED' ? room.detail.opensAt : view.endsAt)}</p>`}
      </div>
      ${notice ? html`<p class="notice soft-close">${icon('clock')}${notice}</p>` : nothing}
      <ul class="board-facts">
        <li>${tn('list.bids', Math.max(0, view.seq))}</li>
        <li>${icon('eye')}${tn('room.watching', view.watching)}</li>
        ${view.reserveMet === undefined ? nothing : html`<li class="reserve ${view.reserveMet ? 'met' : ''}">${t(view.reserveMet ? 'room.reserveMet' : 'room.reserveNotMet')}</li>`}
      </ul>
    </section>`;
  }

  #leader() {
    const { view } = this;
    if (view.leading) return html`<span class="pill lead">${icon('tick')}${t(view.closed ? 'room.youLed' : 'room.youLead')}</span>`;
    if (view.leader) return html`<span class="pill">${t(view.closed ? 'room.paddleLed' : 'room.paddleLeads', { n: view.leader })}</span>`;
    return html`<span class="muted">${t('room.noBidYet')}</span>`;
  }

  #time() {
    const { view, room } = this;
    if (view.closed) return t('state.CLOSED');
    if (view.state === 'PAUSED') return t('state.PAUSED');
    return html`<nb-countdown exact .to=${view.state === 'SCHEDULED' ? room.detail.opensAt : view.endsAt}></nb-countdown>`;
  }
}
customElements.define('nb-price-board', PriceBoard);

