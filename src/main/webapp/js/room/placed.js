import { html, nothing } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { t } from '../lib/i18n.js';
import { answerTo, whatWasBid } from './answer.js';
import { RoomElement } from './room-element.js';

/** The bids sent from this page, newest first, each with its answer. */
class PlacedBids extends RoomElement {
  render() {
    const { room } = this;
    const { placed } = room.desk;
    if (placed.length === 0) return nothing;
    return html`<section class="panel placed" aria-labelledby="placed-title">
      <h2 id="placed-title">${t('placed.title')}</h2>
      <ul>
        ${repeat(placed, (item) => item.ref, (item) => html`<li class="placed-${item.status}" data-ref=${item.ref}><span>${whatWasBid(item, this.currency)}</span>${answerTo(room, item)}</li>`)}
      </ul>
    </section>`;
  }
}
customElements.define('nb-placed', PlacedBids);
