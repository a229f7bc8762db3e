import { html, nothing } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { clockTime, money } from '../lib/format.js';
import { t } from '../lib/i18n.js';
import { icon } from '../parts/icons.js';
import { RoomElement } from './room-element.js';

/** The bids, newest first and without a gap; one's own carry their ticks. */
class LadderList extends RoomElement {
  render() {
    const { view, room } = this;
    const bids = view.ladder.newest(room.depth);
    const earlier = bids.length > 0 ? bids[bids.length - 1].seq - 1 : view.ladder.top;
    return html`<section class="panel ladder" aria-labelledby="ladder-title">
      <h2 id="ladder-title">${t('ladder.title')}</h2>
      ${view.ladder.top <= 0 ? html`<p class="muted">${t('ladder.empty')}</p>` : nothing}
      <ol reversed start=${view.ladder.top} tabindex=${bids.length > 8 ? 0 : nothing} aria-labelledby="ladder-title">
        ${repeat(bids, (bid) => bid.seq, (bid, i) => this.#rung(bid, i === 0))}
      </ol>
      ${earlier > 0 ? this.#earlier(bids.length < room.depth) : nothing}
    </section>`;
  }

  /** @param {import('./ladder.js').Bid} bid @param {boolean} top */
  #rung({ seq, amount, paddle, at, proxy }, top) {
    const own = paddle === this.view.me?.paddle;
    return html`<li class="rung ${own ? 'own' : ''} ${top ? 'top' : ''}" data-seq=${seq}>
      <b>${money(amount, this.currency)}</b>
      <span>${own ? t('ladder.you') : t('ladder.paddle', { n: paddle })}${proxy ? html` <span class="proxy">${t('ladder.proxy')}</span>` : nothing}</span>
      <time datetime=${new Date(at).toISOString()}>${clockTime(at)}</time>
      ${own ? this.#ticks(seq <= this.view.recorded) : html`<span></span>`}
    </li>`;
  }

  /** @param {boolean} recorded */
  #ticks(recorded) {
    return html`<span class="ticks ${recorded ? 'two' : ''}">${icon(recorded ? 'ticks' : 'tick')}<span class="visually-hidden">${t(recorded ? 'placed.recorded' : 'placed.accepted')}</span></span>`;
  }

  /** @param {boolean} loading */
  #earlier(loading) {
    return loading
      ? html`<p class="muted">${t('ladder.loading')}</p>`
      : html`<button type="button" class="link" @click=${() => this.room.showEarlier()}>${t('ladder.earlier')}</button>`;
  }
}
customElements.define('nb-ladder', LadderList);
