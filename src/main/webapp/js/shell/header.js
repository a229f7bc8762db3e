import { html, nothing } from 'lit';
import { NbElement, Follow } from '../lib/element.js';
import { t, tn } from '../lib/i18n.js';
import { session } from '../lib/session.js';
import { icon } from '../parts/icons.js';
import { TABS } from './tabs.js';

/** The site's header: the name, the pages on a wide screen, the bell, and who is signed in. */
class Header extends NbElement {
  static properties = { path: {} };

  constructor() {
    super();
    this.path = '/';
    new Follow(this, session);
  }

  render() {
    return html`<header class="site-header">
      <a class="brand" href="/"><img src="/icon.svg" alt="" width="34" height="34" /><span>Neighbor<b>Bid</b></span></a>
      <nav class="wide-nav" aria-label=${t('app.pages')}>
        <ul>
          ${TABS.filter((tab) => tab.path !== '/me').map(
            (tab) => html`<li><a href=${tab.path} aria-current=${tab.path === this.path ? 'page' : nothing}>${t(tab.label)}</a></li>`,
          )}
        </ul>
      </nav>
      <div class="header-end">${session.member ? this.#member(session.member) : this.#guest()}</div>
    </header>`;
  }

  /** @param {import('../lib/session.js').Member} member */
  #member(member) {
    const unread = session.unread;
    return html`
      <a class="icon-button" href="/notifications">
        <span class="visually-hidden">${unread ? tn('news.unread', unread) : t('news.title')}</span>${icon('bell')}${unread ? html`<span class="badge" aria-hidden="true">${Math.min(unread, 99)}</span>` : nothing}
      </a>
      <a class="who" href="/me">${icon('person')}<span>${member.displayName}</span></a>
    `;
  }

  #guest() {
    const then = this.path === '/login' || this.path === '/register' ? '' : `?then=${encodeURIComponent(location.pathname + location.search)}`;
    return html`<a class="button quiet" href="/login${then}">${t('login.title')}</a>`;
  }
}
customElements.define('nb-header', Header);
