import { html } from 'lit';
import { dateTime, money, number } from '../lib/format.js';
import { has, t } from '../lib/i18n.js';

const MONEY = ['price', 'amount', 'fee', 'balance', 'balanceAfter', 'reserve'];
const CODES = ['subject', 'request', 'detail'];

/** A column's name in the page's language. @param {string} key */
export const columnName = (key) => (has(`admin.col.${key}`) ? t(`admin.col.${key}`) : key);

/** A word that the house writes in capitals, in the page's language where it has one. @param {any} value */
export const word = (value) => (has(`admin.word.${value}`) ? t(`admin.word.${value}`) : String(value));

/** A value as its column's name says what it is. @param {string} key @param {any} value @param {string | undefined} currency */
export function shown(key, value, currency) {
  if (key.endsWith('At') && typeof value === 'number') return dateTime(value);
  if (MONEY.includes(key)) return money(value, currency);
  if (key === 'auctionId') return html`<a href="/auctions/${value}"><code>${value}</code></a>`;
  if (key.endsWith('Id') || CODES.includes(key)) return html`<code>${value}</code>`;
  if (typeof value === 'boolean') return t(value ? 'admin.yes' : 'admin.no');
  return typeof value === 'number' ? number(value) : word(value);
}
