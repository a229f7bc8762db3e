import { html, nothing } from 'lit';
import { call, Problem } from '../lib/api.js';
import { NbElement } from '../lib/element.js';
import { messages, t } from '../lib/i18n.js';
import { explain, fieldErrors } from '../lib/problems.js';
import { ownPath } from '../lib/router.js';
import { session } from '../lib/session.js';
import { focusFirstBad, textField, valuesOf } from '../parts/field.js';
import { router } from '../shell/site.js';

/** Registration; the new member is signed in at once. */
class RegisterPage extends NbElement {
  static properties = { problem: { state: true }, errors: { state: true }, busy: { state: true } };

  constructor() {
    super();
    this.problem = '';
    /** @type {Record<string, string>} */
    this.errors = {};
    this.busy = false;
  }

  /** @param {SubmitEvent} event */
  async #onSubmit(event) {
    event.preventDefault();
    const form = /** @type {HTMLFormElement} */ (event.currentTarget);
    const { email, password, displayName } = valuesOf(event);
    this.busy = true;
    this.problem = '';
    this.errors = {};
    try {
      await call('POST', '/members', { body: { email, password, displayName, locale: messages.language } });
      await session.signIn(email, password);
      router.go(ownPath(new URLSearchParams(location.search).get('then') ?? '/me'), { replace: true });
    } catch (failure) {
      this.errors = fieldErrors(failure);
      if (failure instanceof Problem && failure.code === 'EMAIL_TAKEN') this.errors = { email: explain(failure) };
      this.problem = explain(failure);
      await this.updateComplete;
      focusFirstBad(form);
    } finally {
      this.busy = false;
    }
  }

  render() {
    const { errors } = this;
    return html`<section class="narrow">
      <h1 tabindex="-1">${t('register.heading')}</h1>
      <form class="panel form" @submit=${this.#onSubmit}>
        ${this.problem ? html`<p class="notice bad" role="alert">${this.problem}</p>` : nothing}
        ${textField({ id: 'displayName', label: t('member.displayName'), hint: t('member.displayNameHint'), error: errors.displayName, autocomplete: 'nickname', required: true, maxlength: 40 })}
        ${textField({ id: 'email', label: t('member.email'), type: 'email', error: errors.email, autocomplete: 'username', required: true })}
        ${textField({ id: 'password', label: t('member.password'), type: 'password', hint: t('member.passwordHint'), error: errors.password, autocomplete: 'new-password', required: true })}
        <button class="button wide" ?disabled=${this.busy}>${t(this.busy ? 'app.wait' : 'register.submit')}</button>
      </form>
      <p>${t('register.haveAccount')} <a href="/login${location.search}">${t('login.title')}</a></p>
    </section>`;
  }
}
customElements.define('nb-register-page', RegisterPage);
