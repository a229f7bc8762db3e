import { html, nothing } from 'lit';
import { get } from '../lib/api.js';
import { NbElement, Follow } from '../lib/element.js';
import { money } from '../lib/format.js';
import { t } from '../lib/i18n.js';
import { Paged } from '../lib/pages.js';
import { explain } from '../lib/problems.js';
import './entries.js';
import './top-up.js';

const CURRENCIES = ['KRW', 'USD'];

/** The member's wallet: what is available and held, topping up, and every entry. */
class WalletPage extends NbElement {
  static properties = { currency: { state: true }, balance: { state: true }, problem: { state: true } };

  constructor() {
    super();
    const asked = new URLSearchParams(location.search).get('currency') ?? '';
    this.currency = CURRENCIES.includes(asked) ? asked : 'KRW';
    /** @type {{available: number, held: number} | null} */
    this.balance = null;
    this.problem = '';
    this.entries = new Paged('/wallet/entries', { currency: this.currency });
    new Follow(this, this.entries);
  }

  connectedCallback() {
    super.connectedCallback();
    this.#load();
  }

  async #load() {
    this.entries.begin();
    try {
      this.problem = '';
      this.balance = await get('/wallet', { currency: this.currency });
    } catch (failure) {
      this.problem = explain(failure);
    }
  }

  /** @param {string} currency */
  #choose(currency) {
    this.currency = currency;
    this.balance = null;
    this.entries.query = { currency };
    this.#load();
  }

  render() {
    const { currency, balance } = this;
    return html`<div class="medium">
      <h1 tabindex="-1">${t('wallet.title')}</h1>
      <div class="chips" role="group" aria-label=${t('wallet.currency')}>
        ${CURRENCIES.map((each) => html`<button type="button" class="chip" aria-pressed=${each === currency} @click=${() => this.#choose(each)}>${each}</button>`)}
      </div>
      ${this.problem ? html`<p class="notice bad" role="alert">${this.problem}</p>` : nothing}
      <dl class="balance" aria-busy=${balance === null}>
        <div><dt>${t('wallet.available')}</dt><dd>${money(balance?.available, currency)}</dd></div>
        <div><dt>${t('wallet.held')}</dt><dd>${money(balance?.held, currency)}</dd></div>
      </dl>
      <nb-top-up .currency=${currency} @topped-up=${() => this.#load()}></nb-top-up>
      <nb-entries .paged=${this.entries}></nb-entries>
    </div>`;
  }
}
customElements.define('nb-wallet-page', WalletPage);
