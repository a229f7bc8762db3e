import { money } from '../lib/format.js';
import { t } from '../lib/i18n.js';
import { session } from '../lib/session.js';
import { confirm } from '../parts/confirm.js';

const FAR_TIMES = 2;
const FAR_TIMES_MAX = 10;

/**
 * What stands between the member and a bid now, or null when nothing does.
 * @param {import('./room.js').Room} room
 * @returns {'guest' | 'own' | 'paddle' | 'limit' | 'scheduled' | 'paused' | 'closed' | 'offline' | 'refused' | null}
 */
export function obstacle(room) {
  const { view, detail } = room;
  if (view.closed) return 'closed';
  if (!session.member) return 'guest';
  if (detail.mine || detail.seller?.id === session.member.id) return 'own';
  if (!view.me) return 'paddle';
  if (view.state === 'SCHEDULED') return 'scheduled';
  if (view.state === 'PAUSED') return 'paused';
  if (!room.canSend) return room.status === 'refused' ? 'refused' : 'offline';
  return !view.leading && view.next > view.me.limit ? 'limit' : null;
}

/**
 * Bids an exact amount; asks first when it is far above what would do.
 * @param {import('./room.js').Room} room
 * @param {number} amount minor units
 */
export async function bidAmount(room, amount) {
  const { next } = room.view;
  const currency = room.detail.currency;
  if (amount >= next * FAR_TIMES && !(await sure('confirm.farBid', amount, next, currency))) return false;
  room.bid(amount);
  return true;
}

/** Sets a maximum; asks first when it looks like a slip of the finger. @param {import('./room.js').Room} room @param {number} max minor units */
export async function bidMaximum(room, max) {
  const { next } = room.view;
  if (max >= next * FAR_TIMES_MAX && !(await sure('confirm.farMaximum', max, next, room.detail.currency))) return false;
  room.proxy(max);
  return true;
}

/** @param {string} key @param {number} amount @param {number} next @param {string} currency */
const sure = (key, amount, next, currency) =>
  confirm({
    title: t(`${key}.title`, { amount: money(amount, currency) }),
    text: t(`${key}.text`, { amount: money(amount, currency), next: money(next, currency) }),
    yes: t('confirm.bid', { amount: money(amount, currency) }),
  });
