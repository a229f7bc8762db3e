import { html, nothing } from 'lit';
import { call } from '../lib/api.js';
import { t } from '../lib/i18n.js';
import { explain } from '../lib/problems.js';
import { confirm } from '../parts/confirm.js';
import { textField, valuesOf } from '../parts/field.js';
import { RoomElement } from './room-element.js';

/** What a seller may still do: cancel while nobody has bid. */
class SellerTools extends RoomElement {
  static properties = { problem: { state: true } };

  constructor() {
    super();
    this.problem = '';
  }

  /** @param {SubmitEvent} event */
  async #onCancel(event) {
    event.preventDefault();
    const { reason } = valuesOf(event);
    if (!(await confirm({ title: t('cancel.title'), text: t('cancel.text'), yes: t('cancel.yes') }))) return;
    try {
      this.problem = '';
      await call('POST', `/auctions/${this.room.id}/cancel`, { body: { reason } });
      await this.room.load();
    } catch (failure) {
      this.problem = explain(failure);
    }
  }

  render() {
    const { view } = this;
    if (view.closed || view.seq > 0) return nothing;
    return html`<details class="panel">
      <summary>${t('cancel.open')}</summary>
      <form class="form" @submit=${this.#onCancel}>
        ${textField({ id: 'reason', label: t('cancel.reason'), required: true, maxlength: 200, autocomplete: 'off' })}
        ${this.problem ? html`<p class="error" role="alert">${this.problem}</p>` : nothing}
        <button class="button quiet">${t('cancel.open')}</button>
      </form>
    </details>`;
  }
}
customElements.define('nb-seller-tools', SellerTools);
