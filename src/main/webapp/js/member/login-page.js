import { html, nothing } from 'lit';
import { NbElement } from '../lib/element.js';
import { t } from '../lib/i18n.js';
import { explain } from '../lib/problems.js';
import { ownPath } from '../lib/router.js';
import { session } from '../lib/session.js';
import { textField, valuesOf } from '../parts/field.js';
import { router } from '../shell/site.js';

/** Signing in. Afterwards the member is where it wanted to go (`?then=`). */
class LoginPage extends NbElement {
  static properties = { problem: { state: true }, busy: { state: true } };

  constructor() {
    super();
    this.problem = '';
    this.busy = false;
  }

  /** @param {SubmitEvent} event */
  async #onSubmit(event) {
    event.preventDefault();
    const { email, password } = valuesOf(event);
    this.busy = true;
    this.problem = '';
    try {
      await session.signIn(email, password);
      router.go(ownPath(new URLSearchParams(location.search).get('then')), { replace: true });
    } catch (failure) {
      this.problem = explain(failure);
    } finally {
      this.busy = false;
    }
  }

  render() {
    return html`<section class="narrow">
      <h1 tabindex="-1">${t('login.heading')}</h1>
      <form class="panel form" @submit=${this.#onSubmit}>
        ${this.problem ? html`<p class="notice bad" role="alert">${this.problem}</p>` : nothing}
        ${textField({ id: 'email', label: t('member.email'), type: 'email', autocomplete: 'username', required: true })}
        ${textField({ id: 'password', label: t('member.password'), type: 'password', autocomplete: 'current-password', required: true })}
        <button class="button wide" ?disabled=${this.busy}>${t(this.busy ? 'app.wait' : 'login.submit')}</button>
      </form>
      <p><a href="/password">${t('login.forgotten')}</a></p>
      <p>${t('login.noAccount')} <a href="/register${location.search}">${t('register.title')}</a></p>
    </section>`;
  }
}
customElements.define('nb-login-page', LoginPage);
