import { html, nothing } from 'lit';
import { categories } from '../lib/categories.js';
import { dateTime, money, number } from '../lib/format.js';
import { has, t } from '../lib/i18n.js';
import { rating } from '../parts/rating.js';
import { reportButton } from '../parts/report.js';
import { session } from '../lib/session.js';
import { RoomElement } from './room-element.js';

/** What is sold, by whom, where, and under which rules. */
class Facts extends RoomElement {
  static properties = { names: { state: true } };

  constructor() {
    super();
    /** @type {{id: string, name: string}[]} */
    this.names = [];
  }

  connectedCallback() {
    super.connectedCallback();
    categories().then((names) => (this.names = names), () => undefined); // the id stands in for the name
  }

  render() {
    const { detail, currency } = this.room.detail ? { detail: this.room.detail, currency: this.currency } : { detail: {}, currency: 'KRW' };
    const category = this.names.find(({ id }) => id === detail.category);
    return html`<section class="facts" aria-labelledby="facts-title">
      <h2 id="facts-title">${t('facts.title')}</h2>
      <p class="description">${detail.description}</p>
      <dl class="pairs">
        ${pair('facts.seller', html`${detail.seller?.displayName} ${rating(detail.seller?.rating)}`)}
        ${pair('sell.category', category?.name ?? detail.category)}
        ${pair('sell.condition', detail.condition && word('condition', detail.condition))}
        ${pair('sell.handover', detail.handover && word('handover', detail.handover))}
        ${pair('facts.place', detail.location?.name)}
        ${pair('facts.area', detail.radiusKm && t('facts.radius', { km: number(detail.radiusKm) }))}
        ${pair('room.startPrice', money(detail.startPrice, currency))}
        ${pair('facts.opens', dateTime(detail.opensAt))}
        ${pair('facts.softClose', detail.softCloseSeconds ? t('facts.softCloseText', { s: detail.softCloseSeconds, cap: Math.round((detail.softCloseCapSeconds ?? 0) / 60) }) : t('facts.noSoftClose'))}
      </dl>
      ${this.#increments(detail.increments ?? [], currency)}
      ${session.member && detail.id && !detail.mine
        ? html`<p class="reports">${reportButton({ kind: 'auction', id: detail.id, label: t('report.auction'), text: t('report.auction') })}
            ${reportButton({ kind: 'member', id: detail.seller.id, auction: detail.id, label: t('report.member', { name: detail.seller.displayName }), text: t('report.seller') })}</p>`
        : nothing}
    </section>`;
  }

  /** @param {{from: number, increment: number}[]} bands @param {string} currency */
  #increments(bands, currency) {
    if (bands.length === 0) return nothing;
    return html`<details>
      <summary>${t('facts.increments')}</summary>
      <table>
        <thead><tr><th scope="col">${t('facts.from')}</th><th scope="col">${t('facts.increment')}</th></tr></thead>
        <tbody>${bands.map(({ from, increment }) => html`<tr><td>${money(from, currency)}</td><td>${money(increment, currency)}</td></tr>`)}</tbody>
      </table>
    </details>`;
  }
}
customElements.define('nb-facts', Facts);

/** @param {string} label @param {unknown} value */
const pair = (label, value) => (value ? html`<div><dt>${t(label)}</dt><dd>${value}</dd></div>` : nothing);

/** @param {string} kind @param {string} value */
const word = (kind, value) => (has(`${kind}.${value}`) ? t(`${kind}.${value}`) : value);
