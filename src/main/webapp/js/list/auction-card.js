import { html, nothing } from 'lit';
import { NbElement } from '../lib/element.js';
import { dateTime, distance, money } from '../lib/format.js';
import { t, tn } from '../lib/i18n.js';
import { icon } from '../parts/icons.js';
import { picture } from '../parts/picture.js';
import '../parts/countdown.js';

/** One auction in a list. */
class AuctionCard extends NbElement {
  static properties = { auction: { attribute: false }, eager: { type: Boolean } };

  constructor() {
    super();
    /** @type {any} */
    this.auction = null;
    this.eager = false;
  }

  render() {
    const auction = this.auction;
    return html`<article>
      <div class="card-picture">${picture(auction.thumbnailUrl, '', this.eager)}${this.#when()}</div>
      <div class="card-text">
        <h3><a href="/auctions/${auction.id}">${auction.title}</a></h3>
        <p class="price"><span class="visually-hidden">${t(auction.bidCount ? 'room.price' : 'room.startPrice')} </span>${money(auction.price, auction.currency)}</p>
        <p class="card-foot">
          <span>${auction.bidCount ? tn('list.bids', auction.bidCount) : t('list.noBids')}</span>
          ${auction.location?.name ? html`<span>${auction.location.name}${this.#distance()}</span>` : nothing}
        </p>
      </div>
    </article>`;
  }

  #distance() {
    const { distanceKm } = this.auction;
    return distanceKm === null || distanceKm === undefined ? '' : ` · ${distance(distanceKm)}`;
  }

  #when() {
    const { state, outcome, endsAt, opensAt } = this.auction;
    if (state === 'CLOSED') return html`<p class="tag">${t(`outcome.${outcome ?? 'CLOSED'}`)}</p>`;
    if (state === 'SCHEDULED') return html`<p class="tag">${t('list.opens', { time: dateTime(opensAt) })}</p>`;
    if (state === 'PAUSED') return html`<p class="tag">${t('state.PAUSED')}</p>`;
    return html`<p class="tag">${icon('clock')}<span class="visually-hidden">${t('room.left')} </span><nb-countdown .to=${endsAt}></nb-countdown></p>`;
  }
}
customElements.define('nb-auction-card', AuctionCard);
