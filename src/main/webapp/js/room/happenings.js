import { announcer } from '../lib/announce.js';
import { clockTime, money } from '../lib/format.js';
import { t } from '../lib/i18n.js';
import { explainCode } from '../lib/problems.js';

const NOTICE_MS = 8_000;

/** Tells what happens in a room: to screen readers, by a notice on the page, and by the phone's buzz when outbid. */
export class HappeningTeller {
  /** @param {import('./room.js').Room} room */
  constructor(room) {
    this.room = room;
    room.addEventListener('happening', (event) => this.#tell(/** @type {CustomEvent} */ (event).detail));
  }

  /** @param {any} happening */
  #tell(happening) {
    const { view, detail } = this.room;
    const price = money(view.price, detail?.currency);
    switch (happening.kind) {
      case 'price':
        return announcer.politely(view.leading ? t('say.priceYours', { price }) : t('say.price', { price, n: view.leader ?? 0 }));
      case 'outbid':
        navigator.vibrate?.([120, 60, 120]);
        announcer.urgently(t('say.outbid', { price, next: money(view.next, detail?.currency) }));
        return this.#notice('outbid', t('room.outbid', { price }));
      case 'extended':
        announcer.politely(t('room.extended', { time: clockTime(view.endsAt) }));
        return this.#notice('extended', t('room.extended', { time: clockTime(view.endsAt) }));
      case 'state':
        return announcer.politely(t(`state.${happening.state}`));
      case 'closed':
        return announcer.urgently(view.outcome === 'SOLD' && view.leading ? t('outcome.youWon') : t('say.closed', { outcome: t(`outcome.${view.outcome ?? 'CLOSED'}`), price }));
      case 'answered':
        return this.#answered(happening.item);
    }
  }

  /** @param {import('./desk.js').Placed} item */
  #answered(item) {
    if (item.status === 'rejected') announcer.urgently(t('say.rejected', { why: explainCode(item.code ?? '') }));
    else if (item.kind === 'proxy' && item.value === 0) announcer.urgently(t('placed.takenBack'));
    else announcer.urgently(t(item.leading ? 'say.acceptedLeading' : 'say.acceptedNotLeading'));
    if (item.leading) this.room.dismissNotice('outbid');
  }

  /** @param {'outbid' | 'extended'} kind @param {string} text */
  #notice(kind, text) {
    this.room.notice(kind, text);
    if (kind === 'extended') setTimeout(() => this.room.dismissNotice(kind), NOTICE_MS);
  }
}
