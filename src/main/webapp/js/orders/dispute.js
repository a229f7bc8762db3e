import { html, nothing } from 'lit';
import { call } from '../lib/api.js';
import { NbElement } from '../lib/element.js';
import { dateTime, money } from '../lib/format.js';
import { t } from '../lib/i18n.js';
import { explain } from '../lib/problems.js';
import { session } from '../lib/session.js';
import { confirm } from '../parts/confirm.js';
import { field } from '../parts/field.js';

const STATEMENT_MAX = 2000;

/**
 * What the sides of an order say when they disagree, and what the house decided. Tells `changed` with the order as it is
 * afterwards.
 */
class Dispute extends NbElement {
  static properties = { order: {}, problem: { state: true }, busy: { state: true } };

  constructor() {
    super();
    /** @type {any} */
    this.order = null;
    this.problem = '';
    this.busy = false;
  }

  /** @param {SubmitEvent} event */
  async #onSubmit(event) {
    event.preventDefault();
    const form = /** @type {HTMLFormElement} */ (event.currentTarget);
    const text = String(new FormData(form).get('text') ?? '').trim();
    const opened = this.order.dispute;
    if (!opened && !(await confirm({ title: t('dispute.openTitle'), text: t('dispute.openText'), yes: t('dispute.openYes') }))) return;
    this.busy = true;
    this.problem = '';
    try {
      const path = `/orders/${this.order.id}/dispute`;
      const order = await (opened ? call('POST', `${path}/statements`, { body: { text } }) : call('POST', path, { body: { reason: text } }));
      form.reset();
      this.dispatchEvent(new CustomEvent('changed', { detail: order, bubbles: true }));
    } catch (failure) {
      this.problem = explain(failure);
    } finally {
      this.busy = false;
    }
  }

  render() {
    const { dispute, status } = this.order;
    if (dispute) return this.#dispute(dispute, status === 'DISPUTED');
    if (status !== 'HELD_IN_ESCROW') return nothing;
    return html`<details class="panel">
      <summary>${t('dispute.open')}</summary>
      <p>${t('dispute.openText')}</p>
      ${this.#form(t('dispute.reason'), t('dispute.open'))}
    </details>`;
  }

  /** @param {any} dispute @param {boolean} open */
  #dispute({ openedAt, statements, decidedAt, outcome, toBuyer, toSeller, reason }, open) {
    const { currency } = this.order;
    return html`<section class="panel" aria-labelledby="dispute-title">
      <h2 id="dispute-title">${t('dispute.title')}</h2>
      <p class="muted">${t('dispute.since', { time: dateTime(openedAt) })}</p>
      <ol class="statements">
        ${statements.map(({ by, text, at }) => html`<li><p><b>${this.#who(by)}</b> <small class="muted">${dateTime(at)}</small></p><p class="said">${text}</p></li>`)}
      </ol>
      ${outcome
        ? html`<div class="notice">
            <p><b>${t(`dispute.outcome.${outcome}`)}</b> <small>${dateTime(decidedAt)}</small></p>
            <p>${t('dispute.parts', { seller: money(toSeller, currency), buyer: money(toBuyer, currency) })}</p>
            <p class="said">${reason}</p>
          </div>`
        : nothing}
      ${open ? html`<p>${t('dispute.waiting')}</p>${this.#form(t('dispute.add'), t('dispute.send'))}` : nothing}
    </section>`;
  }

  /** @param {string} label @param {string} send */
  #form(label, send) {
    return html`<form class="form" @submit=${this.#onSubmit}>
      ${this.problem ? html`<p class="notice bad" role="alert">${this.problem}</p>` : nothing}
      ${field({ id: 'dispute-text', label, hint: t('dispute.hint'), control: html`<textarea id="dispute-text" name="text" rows="4" required maxlength=${STATEMENT_MAX} aria-describedby="dispute-text-hint"></textarea>` })}
      <button class="button quiet" ?disabled=${this.busy}>${this.busy ? t('app.wait') : send}</button>
    </form>`;
  }

  /** @param {string} member */
  #who(member) {
    if (member === session.member?.id) return t('dispute.you');
    return member === this.order.buyer.id ? t('orders.buyer') : t('orders.seller');
  }
}
customElements.define('nb-dispute', Dispute);
