import { html, nothing } from 'lit';
import { call } from '../lib/api.js';
import { NbElement } from '../lib/element.js';
import { t } from '../lib/i18n.js';
import { explain } from '../lib/problems.js';
import { session } from '../lib/session.js';
import { confirm } from '../parts/confirm.js';
import { textField, valuesOf } from '../parts/field.js';
import { router } from '../shell/site.js';

/** What a member may do with its data: take it along, or have it erased. */
class OwnData extends NbElement {
  static properties = { problem: { state: true }, busy: { state: true } };

  constructor() {
    super();
    this.problem = '';
    this.busy = false;
  }

  /** @param {SubmitEvent} event */
  async #onLeave(event) {
    event.preventDefault();
    const { password } = valuesOf(event);
    if (!(await confirm({ title: t('me.leaveTitle'), text: t('me.leaveText'), yes: t('me.leaveYes') }))) return;
    this.busy = true;
    this.problem = '';
    try {
      await call('POST', '/sessions/current/confirmation', { body: { password } });
      await call('DELETE', '/members/me');
      router.go('/', { replace: true });
      await session.refresh();
    } catch (failure) {
      this.problem = explain(failure);
    } finally {
      this.busy = false;
    }
  }

  render() {
    return html`<section class="panel" aria-labelledby="data-title">
      <h2 id="data-title">${t('me.data')}</h2>
      <p>${t('me.exportText')}</p>
      <div><a class="button quiet" href="/api/members/me/export" download>${t('me.export')}</a></div>
      <details>
        <summary>${t('me.leave')}</summary>
        <form class="form" @submit=${this.#onLeave}>
          <p>${t('me.leaveText')}</p>
          <p>${t('me.leaveFirst')}</p>
          ${this.problem ? html`<p class="notice bad" role="alert">${this.problem}</p>` : nothing}
          ${textField({ id: 'leave-password', name: 'password', label: t('me.leavePassword'), type: 'password', autocomplete: 'current-password', required: true })}
          <button class="button quiet" ?disabled=${this.busy}>${t(this.busy ? 'app.wait' : 'me.leave')}</button>
        </form>
      </details>
    </section>`;
  }
}
customElements.define('nb-own-data', OwnData);
