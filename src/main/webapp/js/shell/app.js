import { html } from 'lit';
import { NbElement, Follow } from '../lib/element.js';
import { messages, t } from '../lib/i18n.js';
import { session } from '../lib/session.js';
import { router } from './site.js';
import './header.js';
import './tab-bar.js';
import './footer.js';
import './news-toast.js';

/** The frame of every page: skip link, header, the page itself, tabs on a phone, and the two live regions. */
class App extends NbElement {
  /** The page's address, to tell a new page from a new query. */
  #path = '';
  /** @type {import('../lib/router.js').Route | null} */
  #route = null;

  constructor() {
    super();
    new Follow(this, session);
    router.addEventListener('change', (event) => this.#show(/** @type {CustomEvent} */ (event).detail.back));
    messages.addEventListener('change', () => this.#entitle());
    session.addEventListener('change', () => this.#guard());
  }

  firstUpdated() {
    this.#show(true, true);
  }

  /** @param {boolean} back @param {boolean} [first] */
  async #show(back, first = false) {
    const found = router.match();
    const path = location.pathname;
    this.#path = path;
    this.#route = found?.route ?? null;
    this.requestUpdate();
    await session.ready;
    if (this.#guard()) return;
    const page = await this.#load(found);
    if (this.#path !== path) return; // gone elsewhere meanwhile
    const main = /** @type {HTMLElement} */ (this.querySelector('main'));
    main.replaceChildren(page);
    this.#entitle();
    await /** @type {any} */ (page).updateComplete;
    if (!back) scrollTo(0, 0);
    if (!first) (main.querySelector('h1') ?? main).focus({ preventScroll: true });
  }

  /** @param {ReturnType<import('../lib/router.js').Router['match']>} found */
  async #load(found) {
    const tag = found?.route.tag ?? 'nb-missing-page';
    try {
      await (found ? found.route.load() : import('./missing-page.js'));
    } catch {
      await import('./missing-page.js');
      return Object.assign(document.createElement('nb-missing-page'), { broken: true });
    }
    return Object.assign(document.createElement(tag), found?.params);
  }

  /** Sends a guest who wants a members' page to the login. True if so. */
  #guard() {
    if (!this.#route?.members || session.member) return false;
    router.go(`/login?then=${encodeURIComponent(location.pathname + location.search)}`, { replace: true });
    return true;
  }

  #entitle() {
    document.title = `${t(this.#route?.title ?? 'missing.title')} · NeighborBid`;
  }

  render() {
    return html`
      <a class="skip-link" href="#main">${t('app.skip')}</a>
      <nb-header .path=${this.#path}></nb-header>
      <main id="main" tabindex="-1"></main>
      <nb-footer></nb-footer>
      <nb-news-toast .path=${this.#path}></nb-news-toast>
      <nb-tab-bar .path=${this.#path} ?hidden=${this.#route?.own ?? false}></nb-tab-bar>
      <div id="say-politely" class="visually-hidden" aria-live="polite"></div>
      <div id="say-urgently" class="visually-hidden" role="alert" aria-live="assertive"></div>
    `;
  }
}
customElements.define('nb-app', App);
