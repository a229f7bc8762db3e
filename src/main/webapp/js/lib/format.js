import { messages, t } from './i18n.js';

/** Digits after the point of a currency's minor unit: 0 for KRW, 2 for USD. @param {string} currency */
export function minorDigits(currency) {
  return new Intl.NumberFormat('en', { style: 'currency', currency }).resolvedOptions().maximumFractionDigits ?? 0;
}

/**
 * Money as people write it: 15,000원, ₩15,000, $1.50.
 * @param {number | null | undefined} amount minor units
 * @param {string} [currency]
 */
export function money(amount, currency = 'KRW') {
  if (amount === null || amount === undefined) return '–';
  const major = amount / 10 ** minorDigits(currency); // exact up to 2^53 when it is written with its digits
  if (messages.language === 'ko' && currency === 'KRW') return `${new Intl.NumberFormat('ko').format(major)}원`;
  return new Intl.NumberFormat(messages.language, { style: 'currency', currency }).format(major);
}

/** Money with its sign, for entries of an account. @param {number} amount @param {string} currency */
export const signedMoney = (amount, currency) =>
  amount > 0 ? `+${money(amount, currency)}` : amount < 0 ? `−${money(-amount, currency)}` : money(0, currency);

/**
 * What somebody typed as money, in minor units, or null when it is none.
 * @param {string} text
 * @param {string} currency
 */
export function parseMoney(text, currency) {
  const digits = minorDigits(currency);
  const match = /^(\d{1,15})(?:\.(\d+))?$/.exec(text.replace(/[\s,₩원$]/g, ''));
  if (!match || (match[2] ?? '').length > digits) return null;
  const amount = Number(match[1] + (match[2] ?? '').padEnd(digits, '0'));
  return Number.isSafeInteger(amount) ? amount : null;
}

/** Minor units as text for an input. @param {number} amount @param {string} currency */
export function moneyInput(amount, currency) {
  const digits = minorDigits(currency);
  return new Intl.NumberFormat('en', { minimumFractionDigits: digits, maximumFractionDigits: digits }).format(
    amount / 10 ** digits,
  );
}

/** @param {number} at milliseconds */
export const dateTime = (at) =>
  new Intl.DateTimeFormat(messages.language, { dateStyle: 'medium', timeStyle: 'short' }).format(at);

/** @param {number} at milliseconds */
export const clockTime = (at) => new Intl.DateTimeFormat(messages.language, { timeStyle: 'medium' }).format(at);

/** @param {number} n */
export const number = (n) => new Intl.NumberFormat(messages.language).format(n);

/** @param {number} km */
export const distance = (km) =>
  new Intl.NumberFormat(messages.language, { style: 'unit', unit: 'kilometer', maximumFractionDigits: km < 10 ? 1 : 0 }).format(km);

/**
 * A span of time, coarse when it is long and in tenths in the last ten seconds.
 * @param {number} ms
 */
export function span(ms) {
  const seconds = Math.floor(ms / 1000);
  if (ms < 10_000) return t('time.seconds', { s: (Math.max(0, ms) / 1000).toFixed(1) });
  if (seconds < 60) return t('time.seconds', { s: seconds });
  const [days, hours, minutes] = [Math.floor(seconds / 86_400), Math.floor(seconds / 3600) % 24, Math.floor(seconds / 60) % 60];
  if (days > 0) return t('time.days', { d: days, h: hours });
  if (hours > 0) return t('time.hours', { h: hours, m: minutes, s: two(seconds % 60) });
  return t('time.minutes', { m: minutes, s: two(seconds % 60) });
}

/** @param {number} n */
const two = (n) => String(n).padStart(2, '0');
