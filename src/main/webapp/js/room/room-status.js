import { html, nothing } from 'lit';
import { t } from '../lib/i18n.js';
import { RoomElement } from './room-element.js';

/** How the page is connected, when there is something to say about it. */
class RoomStatus extends RoomElement {
  render() {
    const { status } = this.room;
    return html`<div class="room-status" role="status">${status === 'live' || (this.view.closed && status !== 'offline') ? nothing : this.#banner(status)}</div>`;
  }

  /** @param {string} status */
  #banner(status) {
    return html`<p class="banner ${status}">
      ${status === 'reconnecting' ? html`<span class="spinner" aria-hidden="true"></span>` : nothing}<span>${t(`connection.${status}`)}</span>
      ${status === 'refused' ? html`<button type="button" class="link" @click=${() => location.reload()}>${t('app.reload')}</button>` : nothing}
    </p>`;
  }
}
customElements.define('nb-room-status', RoomStatus);
