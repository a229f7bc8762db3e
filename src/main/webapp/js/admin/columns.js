import { html } from 'lit';
import { serverClock } from '../lib/clock.js';
import { dateTime, money, number, span } from '../lib/format.js';
import { has, t } from '../lib/i18n.js';

const MONEY = ['price', 'amount', 'fee', 'balance', 'balanceAfter', 'reserve', 'toSeller', 'toBuyer'];
const SAID = ['sellerSays', 'buyerSays', 'reasons', 'said'];
/** Below this a span is told in tenths of a second. */
const LEAST_AGE_MS = 10_000;
const CODES = ['subject', 'request', 'detail'];

/** A column's name in the page's language. @param {string} key */
export const columnName = (key) => (has(`admin.col.${key}`) ? t(`admin.col.${key}`) : key);

/** A word that the house writes in capitals, in the page's language where it has one. @param {any} value */
export const word = (value) => (has(`admin.word.${value}`) ? t(`admin.word.${value}`) : String(value));

/** A value as its column's name says what it is. @param {string} key @param {any} value @param {string | undefined} currency */
export function shown(key, value, currency) {
  if (key.endsWith('Since')) return html`${dateTime(value)} <span class="pill">${age(value)}</span>`;
  if (SAID.includes(key)) return html`<span class="said">${value}</span>`;
  if (key.endsWith('At') && typeof value === 'number') return dateTime(value);
  if (MONEY.includes(key)) return money(value, currency);
  if (key === 'auctionId') return html`<a href="/auctions/${value}"><code>${value}</code></a>`;
  if (key.endsWith('Id') || CODES.includes(key)) return html`<code>${value}</code>`;
  if (typeof value === 'boolean') return t(value ? 'admin.yes' : 'admin.no');
  return typeof value === 'number' ? number(value) : word(value);
}

/** How long ago. @param {number} since */
const age = (since) => span(Math.max(LEAST_AGE_MS, serverClock.now() - since));
