import { html, nothing } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { money } from '../lib/format.js';
import { t } from '../lib/i18n.js';
import { explainCode } from '../lib/problems.js';
import { icon } from '../parts/icons.js';
import { RoomElement } from './room-element.js';

/** The bids sent from this page, each with its answer: one tick when accepted, two when recorded for good. */
class PlacedBids extends RoomElement {
  render() {
    const { placed } = this.room.desk;
    if (placed.length === 0) return nothing;
    return html`<section class="panel placed" aria-labelledby="placed-title">
      <h2 id="placed-title">${t('placed.title')}</h2>
      <ul>
        ${repeat(placed, (item) => item.ref, (item) => html`<li class="placed-${item.status}" data-ref=${item.ref}>${this.#what(item)}${this.#answer(item)}</li>`)}
      </ul>
    </section>`;
  }

  /** @param {import('./desk.js').Placed} item */
  #what(item) {
    if (item.kind === 'proxy' && item.value === 0) return html`<span>${t('placed.takeBack')}</span>`;
    const amount = money(item.value, this.currency);
    return html`<span>${item.kind === 'bid' ? amount : t('placed.maximum', { amount })}</span>`;
  }

  /** @param {import('./desk.js').Placed} item */
  #answer(item) {
    switch (item.status) {
      case 'sending':
        return html`<span class="muted"><span class="spinner" aria-hidden="true"></span>${t('placed.sending')}</span>`;
      case 'accepted':
        return html`<span class="ticks ${item.recorded ? 'two' : ''}" title=${t(item.recorded ? 'placed.recordedTitle' : 'placed.acceptedTitle')}>
          ${icon(item.recorded ? 'ticks' : 'tick')}${t(item.recorded ? 'placed.recorded' : 'placed.accepted')}${item.leading || item.value === 0 ? nothing : html` · ${t('placed.notLeading')}`}
        </span>`;
      case 'rejected':
        return html`<span class="error">${explainCode(item.code ?? '')}</span>${this.#retry(item)}`;
      default:
        return html`<span class="error">${t('placed.unknown')}</span>${this.#retry(item)}`;
    }
  }

  /** @param {import('./desk.js').Placed} item */
  #retry(item) {
    const { desk } = this.room;
    return html`<span class="placed-buttons">
      ${desk.mayRetry(item) ? html`<button type="button" class="button small" ?disabled=${!this.room.canSend} @click=${() => desk.retry(item.ref)}>${t('placed.retry')}</button>` : nothing}
      <button type="button" class="link" @click=${() => desk.dismiss(item.ref)}>${t('placed.dismiss')}</button>
    </span>`;
  }
}
customElements.define('nb-placed', PlacedBids);
