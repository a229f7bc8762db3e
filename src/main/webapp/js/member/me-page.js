import { html, nothing } from 'lit';
import { call } from '../lib/api.js';
import { NbElement, Follow } from '../lib/element.js';
import { LANGUAGES, t } from '../lib/i18n.js';
import { explain, fieldErrors } from '../lib/problems.js';
import { session } from '../lib/session.js';
import { field, textField, valuesOf } from '../parts/field.js';
import { rating } from '../parts/rating.js';
import { router } from '../shell/site.js';
import './neighbourhood.js';
import './own-data.js';
import './password.js';
import './logins.js';

/** The member: name, language of messages, neighbourhood, and the way out. */
class MePage extends NbElement {
  static properties = { problem: { state: true }, errors: { state: true }, saved: { state: true } };

  constructor() {
    super();
    this.problem = '';
    /** @type {Record<string, string>} */
    this.errors = {};
    this.saved = false;
    new Follow(this, session);
  }

  /** @param {SubmitEvent} event */
  async #onSubmit(event) {
    event.preventDefault();
    const { displayName, locale } = valuesOf(event);
    this.problem = '';
    this.errors = {};
    this.saved = false;
    try {
      await call('PATCH', '/members/me', { body: { displayName, locale } });
      await session.refresh();
      this.saved = true;
    } catch (failure) {
      this.errors = fieldErrors(failure);
      this.problem = explain(failure);
    }
  }

  async #onSignOut() {
    try {
      router.go('/', { replace: true });
      await session.signOut();
    } catch (failure) {
      this.problem = explain(failure);
    }
  }

  render() {
    const { member } = session;
    if (!member) return nothing;
    return html`<div class="medium">
      <h1 tabindex="-1">${member.displayName} ${rating(member.rating)}</h1>
      <section class="panel" aria-labelledby="profile-title">
        <h2 id="profile-title">${t('me.profile')}</h2>
        <form class="form" @submit=${this.#onSubmit}>
          ${this.problem ? html`<p class="notice bad" role="alert">${this.problem}</p>` : nothing}
          <p class="muted">${member.email}</p>
          ${textField({ id: 'displayName', label: t('member.displayName'), hint: t('member.displayNameHint'), value: member.displayName, error: this.errors.displayName, required: true, maxlength: 40, autocomplete: 'nickname' })}
          ${field({
            id: 'locale',
            label: t('me.locale'),
            control: html`<select id="locale" name="locale">
              ${LANGUAGES.map((language) => html`<option value=${language} ?selected=${member.locale?.startsWith(language) ?? false}>${t(`language.${language}`)}</option>`)}
            </select>`,
          })}
          <button class="button quiet">${t('app.save')}</button>
          <div role="status">${this.saved ? html`<p class="notice good">${t('app.saved')}</p>` : nothing}</div>
        </form>
      </section>
      <nb-neighbourhood></nb-neighbourhood>
      <nb-password></nb-password>
      <nb-logins></nb-logins>
      <nb-own-data></nb-own-data>
      ${member.roles?.includes('admin') ? html`<p><a class="button quiet" href="/admin">${t('admin.title')}</a></p>` : nothing}
      <p><button type="button" class="button quiet" @click=${this.#onSignOut}>${t('me.signOut')}</button></p>
    </div>`;
  }
}
customElements.define('nb-me-page', MePage);
