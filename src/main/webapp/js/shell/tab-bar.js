import { html, nothing } from 'lit';
import { NbElement } from '../lib/element.js';
import { t } from '../lib/i18n.js';
import { icon } from '../parts/icons.js';
import { TABS } from './tabs.js';

/** The main pages at the foot of a phone's screen. */
class TabBar extends NbElement {
  static properties = { path: {} };

  constructor() {
    super();
    this.path = '/';
  }

  render() {
    return html`<nav class="tab-bar" aria-label=${t('app.pages')}>
      <ul>
        ${TABS.map(
          (tab) =>
            html`<li><a href=${tab.path} aria-current=${tab.path === this.path ? 'page' : nothing}>${icon(tab.icon)}<span>${t(tab.label)}</span></a></li>`,
        )}
      </ul>
    </nav>`;
  }
}
customElements.define('nb-tab-bar', TabBar);
