import { html } from 'lit';
import { money, moneyInput, parseMoney } from '../lib/format.js';
import { t } from '../lib/i18n.js';
import { field, textField } from '../parts/field.js';

const MINUTES = [5, 10, 30, 60, 1440];
const MINUTE_MS = 60_000;

/**
 * What can be done to a row of a list.
 * @param {string} register
 * @param {any} row
 * @returns {import('./act.js').Act[]}
 */
export function actsOn(register, row) {
  switch (register) {
    case 'auctions':
      return onAuction(row);
    case 'members':
      return onMember(row);
    case 'orders':
      return onOrder(row);
    case 'disputes':
      return onDispute(row);
    case 'reports':
      return onReport(row);
    case 'letters':
      return onLetter(row);
    default:
      return [];
  }
}

/** @param {any} row @returns {import('./act.js').Act[]} */
function onAuction({ auctionId, state, endsAt }) {
  if (state === 'CLOSED') return [];
  const path = `/auctions/${auctionId}`;
  const first =
    state === 'PAUSED'
      ? { title: t('admin.act.resume'), text: t('admin.act.resumeText'), path: `${path}/resume` }
      : { title: t('admin.act.pause'), text: t('admin.act.pauseText'), path: `${path}/pause` };
  const extend = {
    title: t('admin.act.extend'),
    path: `${path}/extend`,
    fields: (/** @type {FormData} */ form) => ({ endsAt: endsAt + Number(form.get('minutes')) * MINUTE_MS }),
    controls: minutes('act-minutes', 'minutes', t('admin.act.minutes'), MINUTES),
  };
  return [first, extend, { title: t('admin.act.withdraw'), text: t('admin.act.withdrawText'), path: `${path}/withdraw` }];
}

/** @param {any} row @returns {import('./act.js').Act[]} */
function onMember({ memberId, name, admin, bannedAt, erasedAt }) {
  if (erasedAt) return [];
  const path = `/members/${memberId}`;
  return [
    bannedAt ? { title: t('admin.act.pardon'), path: `${path}/pardon` } : { title: t('admin.act.ban'), text: t('admin.act.banText'), path: `${path}/ban` },
    admin
      ? { title: t('admin.act.demote'), path: `${path}/role`, fields: () => ({ role: 'member' }) }
      : { title: t('admin.act.promote'), text: t('admin.act.promoteText'), path: `${path}/role`, fields: () => ({ role: 'admin' }) },
    ...(admin ? [] : [{ title: t('admin.act.erase'), text: t('admin.act.eraseText', { name }), path: `${path}/erase` }]),
  ];
}

/** @param {any} row @returns {import('./act.js').Act[]} */
function onOrder({ orderId, status, buyer }) {
  return status === 'HELD_IN_ESCROW' ? [{ title: t('admin.act.refund'), text: t('admin.act.refundText', { name: buyer }), path: `/orders/${orderId}/refund` }] : [];
}

/** @param {any} row @returns {import('./act.js').Act[]} */
function onDispute({ orderId, status, seller, buyer, price, currency }) {
  if (status !== 'OPEN') return [];
  const path = `/orders/${orderId}/decide`;
  const half = moneyInput(Math.floor(price / 2), currency);
  return [
    { title: t('admin.act.toSeller'), text: t('admin.act.toSellerText', { name: seller, amount: money(price, currency) }), path, fields: () => ({ decision: 'seller' }) },
    { title: t('admin.act.toBuyer'), text: t('admin.act.toBuyerText', { name: buyer, amount: money(price, currency) }), path, fields: () => ({ decision: 'buyer' }) },
    {
      title: t('admin.act.split'),
      text: t('admin.act.splitText', { seller, buyer, amount: money(price, currency) }),
      path,
      fields: (/** @type {FormData} */ form) => ({ decision: 'split', toBuyer: parseMoney(String(form.get('toBuyer')), currency) }),
      controls: textField({ id: 'act-to-buyer', name: 'toBuyer', label: t('admin.act.splitPart', { name: buyer }), hint: t('admin.act.splitHint', { example: half }), inputmode: 'decimal', autocomplete: 'off', required: true }),
    },
  ];
}

/** @param {any} row @returns {import('./act.js').Act[]} */
function onReport({ reportId, kind, status, member }) {
  if (status !== 'OPEN') return [];
  const path = `/reports/${reportId}`;
  const dismiss = { title: t('admin.act.dismiss'), text: t('admin.act.dismissText'), path: `${path}/dismiss` };
  const ban = { title: t('admin.act.banOne', { name: member }), text: t('admin.act.banText'), path: `${path}/ban` };
  switch (kind) {
    case 'AUCTION':
      return [dismiss, { title: t('admin.act.withdraw'), text: t('admin.act.withdrawText'), path: `${path}/withdraw` }, ban];
    case 'CHAT':
      return [dismiss, { title: t('admin.act.remove'), text: t('admin.act.removeText'), path: `${path}/remove` }, ban];
    default:
      return [dismiss, ban];
  }
}

/** @param {any} row @returns {import('./act.js').Act[]} */
function onLetter({ letterId }) {
  const path = `/letters/${encodeURIComponent(letterId)}`;
  return [
    { title: t('admin.act.replay'), text: t('admin.act.replayText'), path: `${path}/replay` },
    { title: t('admin.act.discard'), text: t('admin.act.discardText'), path: `${path}/discard` },
  ];
}

/** A choice of minutes. @param {string} id @param {string} name @param {string} label @param {number[]} choices */
export const minutes = (id, name, label, choices) =>
  field({ id, label, control: html`<select id=${id} name=${name}>${choices.map((n) => html`<option value=${n}>${n}</option>`)}</select>` });
