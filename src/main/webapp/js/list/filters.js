import { html, nothing } from 'lit';
import { categories } from '../lib/categories.js';
import { NbElement } from '../lib/element.js';
import { t } from '../lib/i18n.js';
import { whereAmI } from '../lib/place.js';
import { explain } from '../lib/problems.js';
import { icon } from '../parts/icons.js';
import { SORTS, STATES } from './search.js';

/** Search, category, state, order, and "near me". Tells `filters` with what was chosen. */
class Filters extends NbElement {
  static properties = { filters: { attribute: false }, names: { state: true }, problem: { state: true }, locating: { state: true } };

  constructor() {
    super();
    /** @type {import('./search.js').Filters} */
    this.filters = { q: '', category: '', state: 'OPEN', sort: 'ending', near: '' };
    /** @type {{id: string, name: string}[]} */
    this.names = [];
    this.problem = '';
    this.locating = false;
  }

  connectedCallback() {
    super.connectedCallback();
    categories().then(
      (names) => (this.names = names),
      (failure) => (this.problem = explain(failure)),
    );
  }

  /** @param {Partial<import('./search.js').Filters>} change */
  #choose(change) {
    this.dispatchEvent(new CustomEvent('filters', { detail: { ...this.filters, ...change } }));
  }

  /** @param {SubmitEvent} event */
  #onSearch(event) {
    event.preventDefault();
    const q = new FormData(/** @type {HTMLFormElement} */ (event.currentTarget)).get('q');
    this.#choose({ q: String(q ?? '').trim() });
  }

  async #onNear() {
    this.problem = '';
    if (this.filters.near) return this.#choose({ near: '', sort: this.filters.sort === 'distance' ? 'ending' : this.filters.sort });
    this.locating = true;
    try {
      const { lat, lng } = await whereAmI();
      this.#choose({ near: `${lat},${lng}`, sort: 'distance' });
    } catch (failure) {
      this.problem = explain(failure);
    } finally {
      this.locating = false;
    }
  }

  render() {
    const { q, category, state, sort, near } = this.filters;
    return html`
      <search class="filters" aria-label=${t('list.filters')}>
        <form class="search-box" role="search" @submit=${this.#onSearch}>
          <label class="visually-hidden" for="q">${t('list.search')}</label>
          <input id="q" name="q" type="search" .value=${q} placeholder=${t('list.searchHint')} enterkeyhint="search" maxlength="100" />
          <button class="icon-button" aria-label=${t('list.search')}>${icon('search')}</button>
        </form>
        <div class="chips" role="group" aria-label=${t('list.state')}>
          ${STATES.map(
            (each) => html`<button type="button" class="chip" aria-pressed=${each === state} @click=${() => this.#choose({ state: each })}>${t(`state.${each}`)}</button>`,
          )}
          <button type="button" class="chip" aria-pressed=${Boolean(near)} ?disabled=${this.locating} @click=${this.#onNear}>
            ${icon('pin')}${t(this.locating ? 'list.locating' : 'list.near')}
          </button>
        </div>
        <div class="selects">
          <label class="visually-hidden" for="category">${t('list.category')}</label>
          <select id="category" @change=${(/** @type {any} */ e) => this.#choose({ category: e.target.value })}>
            <option value="" ?selected=${!category}>${t('list.allCategories')}</option>
            ${this.names.map((each) => html`<option value=${each.id} ?selected=${each.id === category}>${each.name}</option>`)}
          </select>
          <label class="visually-hidden" for="sort">${t('list.sort')}</label>
          <select id="sort" @change=${(/** @type {any} */ e) => this.#choose({ sort: e.target.value })}>
            ${SORTS.filter((each) => each !== 'distance' || near).map(
              (each) => html`<option value=${each} ?selected=${each === sort}>${t(`sort.${each}`)}</option>`,
            )}
          </select>
        </div>
        ${this.problem ? html`<p class="error" role="alert">${this.problem}</p>` : nothing}
      </search>
    `;
  }
}
customElements.define('nb-filters', Filters);
