import { html } from 'lit';
import { NbElement } from '../lib/element.js';
import { LANGUAGES, messages, t } from '../lib/i18n.js';

/** The foot of every page: what the house promises, and the language. */
class Footer extends NbElement {
  render() {
    return html`<footer class="site-footer">
      <p>${t('app.promise')}</p>
      <div role="group" aria-label=${t('app.language')} class="languages">
        ${LANGUAGES.map(
          (language) => html`<button
            type="button"
            class="link"
            lang=${language}
            aria-pressed=${messages.language === language}
            @click=${() => messages.choose(language)}
          >
            ${t(`language.${language}`)}
          </button>`,
        )}
      </div>
    </footer>`;
  }
}
customElements.define('nb-footer', Footer);
