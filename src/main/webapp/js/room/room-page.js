import { html, nothing } from 'lit';
import { NbElement } from '../lib/element.js';
import { money } from '../lib/format.js';
import { t } from '../lib/i18n.js';
import { explain } from '../lib/problems.js';
import { HappeningTeller } from './happenings.js';
import { Room } from './room.js';
import './bid-bar.js';
import './bid-panel.js';
import './chat.js';
import './facts.js';
import './gallery.js';
import './ladder-list.js';
import './outcome.js';
import './paddle.js';
import './placed.js';
import './price-board.js';
import './room-status.js';
import './seller-tools.js';

/** One auction's page. It owns the room; its parts only look at it. */
class RoomPage extends NbElement {
  static properties = { id: {} };

  constructor() {
    super();
    this.id = '';
    this.room = /** @type {Room} */ (/** @type {unknown} */ (null));
    this.wasAtHeading = false;
  }

  connectedCallback() {
    this.room = new Room(this.id);
    this.teller = new HappeningTeller(this.room);
    this.room.addEventListener('change', this.#onChange);
    this.room.start();
    super.connectedCallback();
  }

  disconnectedCallback() {
    this.room.stop();
    this.room.removeEventListener('change', this.#onChange);
    super.disconnectedCallback();
  }

  #onChange = () => this.requestUpdate();

  /** The heading is another one once the auction is known: whoever was led to it stays there. */
  willUpdate() {
    this.wasAtHeading = this.querySelector('h1') === document.activeElement;
  }

  updated() {
    const { detail, view } = this.room;
    if (detail) document.title = `${money(view.price, detail.currency)} · ${detail.title}`;
    if (this.wasAtHeading) this.querySelector('h1')?.focus({ preventScroll: true });
  }

  render() {
    const { room } = this;
    if (room.failure) return this.#missing(room.failure);
    if (!room.detail) return html`<div class="room skeleton-room" aria-busy="true"><h1 tabindex="-1" class="visually-hidden">${t('app.loading')}</h1><div class="skeleton photo"></div><div class="skeleton line"></div><div class="skeleton block"></div></div>`;
    const { detail, view } = room;
    return html`
      <nb-room-status .room=${room}></nb-room-status>
      <article class="room">
        <nb-gallery class="room-gallery" .photos=${detail.photos ?? []} .name=${detail.title}></nb-gallery>
        <div class="room-head">
          <h1 tabindex="-1">${detail.title}</h1>
          <nb-price-board .room=${room}></nb-price-board>
        </div>
        <div class="room-side">
          ${view.closed
            ? html`<nb-outcome .room=${room}></nb-outcome>`
            : html`<nb-bid-panel .room=${room}></nb-bid-panel>
                <nb-placed .room=${room}></nb-placed>
                <nb-paddle .room=${room}></nb-paddle>`}
          ${detail.mine ? html`<nb-seller-tools .room=${room}></nb-seller-tools>` : nothing}
          <nb-ladder .room=${room}></nb-ladder>
        </div>
        <div class="room-more">
          <nb-facts .room=${room}></nb-facts>
          <nb-chat .room=${room}></nb-chat>
        </div>
      </article>
      ${view.closed ? nothing : html`<nb-bid-bar .room=${room}></nb-bid-bar>`}
    `;
  }

  /** @param {import('../lib/api.js').Problem} failure */
  #missing(failure) {
    return html`<div class="empty" role="alert">
      <h1 tabindex="-1">${failure.status === 404 ? t('room.missing') : explain(failure)}</h1>
      ${failure.status === 404
        ? html`<a class="button" href="/">${t('missing.home')}</a>`
        : html`<button type="button" class="button" @click=${() => this.room.load()}>${t('app.again')}</button>`}
    </div>`;
  }
}
customElements.define('nb-room-page', RoomPage);
