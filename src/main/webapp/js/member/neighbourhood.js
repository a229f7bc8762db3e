import { html, nothing } from 'lit';
import { call } from '../lib/api.js';
import { serverClock } from '../lib/clock.js';
import { NbElement, Follow } from '../lib/element.js';
import { dateTime } from '../lib/format.js';
import { t } from '../lib/i18n.js';
import { whereAmI } from '../lib/place.js';
import { explain, fieldErrors } from '../lib/problems.js';
import { ownPath } from '../lib/router.js';
import { session } from '../lib/session.js';
import { textField, valuesOf } from '../parts/field.js';
import { icon } from '../parts/icons.js';

/** The proof of where the member lives, by the device's location; it lasts 30 days. */
class Neighbourhood extends NbElement {
  static properties = { problem: { state: true }, errors: { state: true }, busy: { state: true }, done: { state: true } };

  constructor() {
    super();
    this.problem = '';
    /** @type {Record<string, string>} */
    this.errors = {};
    this.busy = false;
    this.done = false;
    new Follow(this, session);
  }

  /** @param {SubmitEvent} event */
  async #onSubmit(event) {
    event.preventDefault();
    const { name } = valuesOf(event);
    this.busy = true;
    this.problem = '';
    this.errors = {};
    try {
      await call('PUT', '/members/me/neighbourhood', { body: { ...(await whereAmI()), name } });
      await session.refresh();
      this.done = true;
    } catch (failure) {
      this.errors = fieldErrors(failure);
      this.problem = explain(failure);
    } finally {
      this.busy = false;
    }
  }

  render() {
    const then = new URLSearchParams(location.search).get('then');
    return html`<section class="panel" aria-labelledby="neighbourhood-title">
      <h2 id="neighbourhood-title">${icon('pin')}${t('me.neighbourhood')}</h2>
      <p>${t('me.neighbourhoodText')}</p>
      <div role="status">${this.#standing()}</div>
      ${this.problem ? html`<p class="notice bad" role="alert">${this.problem}</p>` : nothing}
      <form class="form" @submit=${this.#onSubmit}>
        ${textField({ id: 'place', name: 'name', label: t('me.placeName'), hint: t('sell.placeHint'), value: session.member?.neighbourhood?.name, error: this.errors.name, required: true, maxlength: 60, autocomplete: 'off' })}
        <button class="button" ?disabled=${this.busy}>${t(this.busy ? 'me.proving' : 'me.prove')}</button>
      </form>
      ${this.done && then ? html`<a class="button quiet" href=${ownPath(then)}>${t('me.back')}</a>` : nothing}
    </section>`;
  }

  #standing() {
    const proof = session.member?.neighbourhood;
    if (!proof) return html`<p class="muted">${t('me.notProven')}</p>`;
    const until = proof.expiresAt ?? proof.until;
    if (until && until < serverClock.now()) return html`<p class="notice">${t('me.expired')}</p>`;
    return html`<p class="notice good">${t('me.proven', { name: proof.name })}${until ? html` <span>${t('me.until', { time: dateTime(until) })}</span>` : nothing}</p>`;
  }
}
customElements.define('nb-neighbourhood', Neighbourhood);
