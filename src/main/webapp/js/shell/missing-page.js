import { html } from 'lit';
import { NbElement } from '../lib/element.js';
import { t } from '../lib/i18n.js';

/** There is no such page, or it could not be fetched. */
class MissingPage extends NbElement {
  static properties = { broken: { type: Boolean } };

  constructor() {
    super();
    this.broken = false;
  }

  render() {
    return html`<div class="empty">
      <h1 tabindex="-1">${t(this.broken ? 'missing.broken' : 'missing.title')}</h1>
      ${this.broken
        ? html`<button type="button" class="button" @click=${() => location.reload()}>${t('app.reload')}</button>`
        : html`<p>${t('missing.text')}</p><a class="button" href="/">${t('missing.home')}</a>`}
    </div>`;
  }
}
customElements.define('nb-missing-page', MissingPage);
