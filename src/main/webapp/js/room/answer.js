import { html, nothing } from 'lit';
import { money } from '../lib/format.js';
import { t } from '../lib/i18n.js';
import { explainCode } from '../lib/problems.js';
import { icon } from '../parts/icons.js';

/** @typedef {import('./desk.js').Placed} Placed */

/** What was bid. @param {Placed} item @param {string} currency */
export function whatWasBid(item, currency) {
  if (item.kind === 'proxy' && item.value === 0) return t('placed.takeBack');
  const amount = money(item.value, currency);
  return item.kind === 'bid' ? amount : t('placed.maximum', { amount });
}

/** What became of a bid: one tick when accepted, two when recorded for good, or why not. @param {import('./room.js').Room} room @param {Placed} item */
export function answerTo(room, item) {
  switch (item.status) {
    case 'sending':
      return html`<span class="muted"><span class="spinner" aria-hidden="true"></span>${t('placed.sending')}</span>`;
    case 'accepted':
      return html`<span class="ticks ${item.recorded ? 'two' : ''}" title=${t(item.recorded ? 'placed.recordedTitle' : 'placed.acceptedTitle')}>
        ${icon(item.recorded ? 'ticks' : 'tick')}${t(item.recorded ? 'placed.recorded' : 'placed.accepted')}${item.leading || item.value === 0 ? nothing : html` · ${t('placed.notLeading')}`}
      </span>`;
    case 'rejected':
      return html`<span class="error">${explainCode(item.code ?? '')}</span>${again(room, item)}`;
    default:
      return html`<span class="error">${t('placed.unknown')}</span>${again(room, item)}`;
  }
}

/** @param {import('./room.js').Room} room @param {Placed} item */
const again = ({ desk, canSend }, item) => html`<span class="placed-buttons">
  ${desk.mayRetry(item) ? html`<button type="button" class="button small" ?disabled=${!canSend} @click=${() => desk.retry(item.ref)}>${t('placed.retry')}</button>` : nothing}
  <button type="button" class="link" @click=${() => desk.dismiss(item.ref)}>${t('placed.dismiss')}</button>
</span>`;
