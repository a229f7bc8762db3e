import { html, nothing } from 'lit';
import { t } from '../lib/i18n.js';

/** A member's rating: a number, or {stars, count}. @param {any} value */
export function rating(value) {
  const stars = typeof value === 'object' ? value?.stars ?? value?.average : value;
  if (stars === null || stars === undefined) return nothing;
  return html`<span class="rating"><span aria-hidden="true">★ ${stars}</span><span class="visually-hidden">${t('facts.rating', { stars })}</span></span>`;
}
