import { parseMoney } from '../lib/format.js';
import { t } from '../lib/i18n.js';

const HOUR_MS = 3_600_000;
export const CURRENCY = 'KRW';
export const SOFT_CLOSES = [60, 30, 120, 300, 0];
export const RADII = [2, 4, 6, 10];
/** How long an auction may run, by choice of hours. */
export const HOURS = [1, 3, 12, 24, 72, 168];

/**
 * What the form says, as the body of POST /api/auctions, and what is plainly wrong with it. The server has the last word.
 * @param {Record<string, string>} values the form's
 * @param {{lat: number, lng: number} | null} place
 * @param {boolean} proven whether the seller's neighbourhood is, which stands in for the place
 * @param {number} now on the server's clock
 * @returns {{body: Record<string, unknown>, errors: Record<string, string>}}
 */
export function lotOf(values, place, proven, now) {
  /** @type {Record<string, string>} */
  const errors = {};
  const money = (/** @type {string} */ name) => {
    if (!values[name]) return undefined;
    const amount = parseMoney(values[name], CURRENCY);
    if (amount === null) errors[name] = t('money.notMoney', { example: '10,000' });
    return amount ?? undefined;
  };
  for (const name of ['title', 'description', 'category', 'startPrice']) if (!values[name]) errors[name] = t('sell.required');

  const opensAt = values.opens === 'later' ? moment(values.opensAt) : undefined;
  if (opensAt === null) errors.opensAt = t('sell.badTime');
  const endsAt = values.ends === 'custom' ? moment(values.endsAt) : (opensAt ?? now) + Number(values.ends) * HOUR_MS;
  if (endsAt === null) errors.endsAt = t('sell.badTime');
  else if (endsAt <= (opensAt ?? now)) errors.endsAt = t('sell.endBeforeOpen');
  if (values.radiusKm && !place && !proven) errors.radiusKm = t('sell.radiusNeedsPlace');

  const fixed = values.increments === 'fixed';
  const increment = fixed ? money('increment') : undefined;
  if (fixed && increment === undefined) errors.increment ??= t('sell.required');

  const body = {
    title: values.title,
    description: values.description,
    category: values.category,
    condition: values.condition || undefined,
    handover: values.handover || undefined,
    currency: CURRENCY,
    startPrice: money('startPrice'),
    reservePrice: money('reservePrice'),
    increment,
    incrementTable: fixed ? undefined : CURRENCY,
    opensAt: opensAt ?? undefined,
    endsAt: Math.round(endsAt ?? 0),
    softCloseSeconds: Number(values.softCloseSeconds),
    radiusKm: values.radiusKm ? Number(values.radiusKm) : undefined,
    location: place ? { ...place, name: values.place || t('sell.where') } : undefined,
  };
  return { body, errors };
}

/** A datetime-local value in the device's zone, or null. @param {string | undefined} text */
function moment(text) {
  const at = text ? new Date(text).getTime() : NaN;
  return Number.isNaN(at) ? null : at;
}
