import { html, nothing } from 'lit';
import { call } from '../lib/api.js';
import { NbElement } from '../lib/element.js';
import { t } from '../lib/i18n.js';
import { explain, fieldErrors } from '../lib/problems.js';
import { textField } from '../parts/field.js';

/** A new password in place of the old one. */
class Password extends NbElement {
  static properties = { problem: { state: true }, errors: { state: true }, saved: { state: true } };

  constructor() {
    super();
    this.problem = '';
    /** @type {Record<string, string>} */
    this.errors = {};
    this.saved = false;
  }

  /** @param {SubmitEvent} event */
  async #onSubmit(event) {
    event.preventDefault();
    const form = /** @type {HTMLFormElement} */ (event.currentTarget);
    const typed = new FormData(form);
    this.problem = '';
    this.errors = {};
    this.saved = false;
    try {
      await call('PUT', '/members/me/password', { body: { password: typed.get('password'), newPassword: typed.get('newPassword') } });
      form.reset();
      this.saved = true;
    } catch (failure) {
      this.errors = fieldErrors(failure);
      this.problem = explain(failure);
    }
  }

  render() {
    return html`<section class="panel" aria-labelledby="password-title">
      <h2 id="password-title">${t('me.password')}</h2>
      <form class="form" @submit=${this.#onSubmit}>
        <p>${t('me.passwordText')}</p>
        ${this.problem ? html`<p class="notice bad" role="alert">${this.problem}</p>` : nothing}
        ${textField({ id: 'password-now', name: 'password', label: t('me.passwordNow'), type: 'password', autocomplete: 'current-password', required: true })}
        ${textField({ id: 'password-new', name: 'newPassword', label: t('me.passwordNew'), hint: t('member.passwordHint'), error: this.errors.newPassword, type: 'password', autocomplete: 'new-password', required: true })}
        <button class="button quiet">${t('me.password')}</button>
        <div role="status">${this.saved ? html`<p class="notice good">${t('app.saved')}</p>` : nothing}</div>
      </form>
    </section>`;
  }
}
customElements.define('nb-password', Password);
