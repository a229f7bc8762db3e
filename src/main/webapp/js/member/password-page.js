import { html, nothing } from 'lit';
import { call } from '../lib/api.js';
import { NbElement } from '../lib/element.js';
import { t } from '../lib/i18n.js';
import { explain, fieldErrors } from '../lib/problems.js';
import { textField, valuesOf } from '../parts/field.js';

/** A forgotten password: asks for the mail, or, with the token of its link behind the #, for the new password. */
class PasswordPage extends NbElement {
  static properties = { problem: { state: true }, errors: { state: true }, busy: { state: true }, done: { state: true } };

  constructor() {
    super();
    this.problem = '';
    /** @type {Record<string, string>} */
    this.errors = {};
    this.busy = false;
    this.done = false;
    this.token = location.hash.slice(1);
    if (this.token) history.replaceState(history.state, '', location.pathname);
  }

  /** @param {SubmitEvent} event */
  async #onSubmit(event) {
    event.preventDefault();
    const { email, newPassword } = valuesOf(event);
    this.busy = true;
    this.problem = '';
    this.errors = {};
    try {
      if (this.token) await call('POST', '/password-resets/redemption', { body: { token: this.token, newPassword } });
      else await call('POST', '/password-resets', { body: { email } });
      this.done = true;
    } catch (failure) {
      this.errors = fieldErrors(failure);
      this.problem = explain(failure);
    } finally {
      this.busy = false;
    }
  }

  render() {
    const { token, errors } = this;
    return html`<section class="narrow">
      <h1 tabindex="-1">${t(token ? 'password.choose' : 'password.title')}</h1>
      ${this.done
        ? html`<div class="panel" role="status">
            <p class="notice good">${t(token ? 'password.set' : 'password.sent')}</p>
            ${token ? html`<a class="button wide" href="/login">${t('login.title')}</a>` : html`<p class="muted">${t('password.sentHint')}</p>`}
          </div>`
        : html`<form class="panel form" @submit=${this.#onSubmit}>
            ${this.problem ? html`<p class="notice bad" role="alert">${this.problem}</p>` : nothing}
            ${token
              ? textField({ id: 'new-password', name: 'newPassword', label: t('password.new'), hint: t('member.passwordHint'), type: 'password', error: errors.newPassword, autocomplete: 'new-password', required: true })
              : html`<p>${t('password.text')}</p>
                  ${textField({ id: 'email', label: t('member.email'), type: 'email', error: errors.email, autocomplete: 'username', required: true })}`}
            <button class="button wide" ?disabled=${this.busy}>${t(this.busy ? 'app.wait' : token ? 'password.save' : 'password.send')}</button>
          </form>`}
      ${token && this.problem ? html`<p><a href="/password" @click=${this.#onAnother}>${t('password.another')}</a></p>` : nothing}
    </section>`;
  }

  /** @param {MouseEvent} event */
  #onAnother(event) {
    event.preventDefault();
    this.token = '';
    this.problem = '';
    this.requestUpdate();
  }
}
customElements.define('nb-password-page', PasswordPage);
