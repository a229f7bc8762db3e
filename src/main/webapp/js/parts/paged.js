import { html, nothing } from 'lit';
import { t } from '../lib/i18n.js';
import { explain } from '../lib/problems.js';

/**
 * A paged list: waiting, failed, empty, or its items with a button for more.
 * @param {import('../lib/pages.js').Paged} paged
 * @param {{empty: unknown, list: (items: any[]) => unknown}} how
 */
export function pagedList(paged, { empty, list }) {
  const { items, failure, busy, next } = paged;
  if (failure) {
    return html`<div class="empty" role="alert">
      <p>${explain(failure)}</p>
      <button type="button" class="button quiet" @click=${() => paged.begin()}>${t('app.again')}</button>
    </div>`;
  }
  if (!items) return html`<p class="muted" aria-busy="true">${t('app.loading')}</p>`;
  if (items.length === 0) return empty;
  return html`${list(items)}
  ${next ? html`<div class="more"><button type="button" class="button quiet" ?disabled=${busy} @click=${() => paged.more()}>${t(busy ? 'app.loading' : 'app.more')}</button></div>` : nothing}`;
}
