import { html } from 'lit';
import { NbElement, Follow } from '../lib/element.js';
import { dateTime, money, signedMoney } from '../lib/format.js';
import { has, t } from '../lib/i18n.js';
import { pagedList } from '../parts/paged.js';

/** Every entry of the member's accounts, newest first. */
class Entries extends NbElement {
  static properties = { paged: { attribute: false } };

  constructor() {
    super();
    this.paged = /** @type {import('../lib/pages.js').Paged} */ (/** @type {unknown} */ (null));
  }

  connectedCallback() {
    super.connectedCallback();
    new Follow(this, this.paged);
  }

  render() {
    return html`<section class="panel" aria-labelledby="entries-title">
      <h2 id="entries-title">${t('wallet.entries')}</h2>
      ${pagedList(this.paged, { empty: html`<p class="muted">${t('wallet.noEntries')}</p>`, list: (items) => this.#table(items) })}
    </section>`;
  }

  /** @param {any[]} items */
  #table(items) {
    return html`<table class="entries">
      <thead>
        <tr><th scope="col">${t('wallet.what')}</th><th scope="col" class="figure">${t('wallet.change')}</th><th scope="col" class="figure">${t('wallet.balance')}</th></tr>
      </thead>
      <tbody>
        ${items.map(
          ({ kind, at, account, amount, currency, balance, auction, order }) => html`<tr>
            <td>
              ${order ? html`<a href="/orders/${order}">${name(kind)}</a>` : auction ? html`<a href="/auctions/${auction}">${name(kind)}</a>` : name(kind)}
              <small class="muted">${dateTime(at)} · ${has(`account.${account}`) ? t(`account.${account}`) : account}</small>
            </td>
            <td class="figure ${amount > 0 ? 'plus' : ''}">${signedMoney(amount, currency)}</td>
            <td class="figure">${money(balance, currency)}</td>
          </tr>`,
        )}
      </tbody>
    </table>`;
  }
}
customElements.define('nb-entries', Entries);

/** @param {string} kind */
const name = (kind) => (has(`entry.${kind}`) ? t(`entry.${kind}`) : kind);
