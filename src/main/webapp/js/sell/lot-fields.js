import { html, nothing } from 'lit';
import { t } from '../lib/i18n.js';
import { describedBy, field, textField } from '../parts/field.js';
import { icon } from '../parts/icons.js';
import { CURRENCY, HOURS, RADII, SOFT_CLOSES } from './lot.js';

const CONDITIONS = ['NEW', 'LIKE_NEW', 'GOOD', 'FAIR', 'PARTS'];
const HANDOVERS = ['MEET', 'DELIVERY', 'EITHER'];

/**
 * The fields of a lot, in four groups.
 * @typedef {object} Look
 * @property {Record<string, string>} errors
 * @property {Record<string, string>} chosen
 * @property {{lat: number, lng: number} | null} place
 * @property {{id: string, name: string}[]} names categories
 * @property {() => void} onLocate
 */

/** @param {Look} look */
export const lotFields = (look) => [what(look), price(look), time(look), where(look)];

/** @param {string} id @param {unknown} title @param {unknown} content */
const group = (id, title, content) => html`<section class="panel" aria-labelledby="${id}-title"><h2 id="${id}-title">${title}</h2>${content}</section>`;

/** @param {Look} look */
const what = ({ errors, names }) =>
  group('what', t('sell.what'), html`
    ${textField({ id: 'title', label: t('sell.name'), error: errors.title, maxlength: 120, required: true, autocomplete: 'off' })}
    ${field({
      id: 'description',
      label: t('sell.description'),
      error: errors.description,
      control: html`<textarea id="description" name="description" maxlength="5000" required aria-invalid=${errors.description ? 'true' : nothing} aria-describedby=${describedBy('description', '', errors.description)}></textarea>`,
    })}
    ${select('category', t('sell.category'), [['', t('sell.chooseCategory')], ...names.map(({ id, name }) => [id, name])], { error: errors.category })}
    ${select('condition', t('sell.condition'), CONDITIONS.map((id) => [id, t(`condition.${id}`)]), { usual: 'GOOD', error: errors.condition })}
    ${select('handover', t('sell.handover'), HANDOVERS.map((id) => [id, t(`handover.${id}`)]), { error: errors.handover })}
  `);

/** @param {Look} look */
const price = ({ errors, chosen }) =>
  group('price', t('sell.price'), html`
    ${amount('startPrice', t('sell.startPrice'), { error: errors.startPrice, required: true })}
    ${amount('reservePrice', t('sell.reserve'), { error: errors.reservePrice, hint: t('sell.reserveHint') })}
    ${select('increments', t('sell.increments'), [['table', t('sell.byTable')], ['fixed', t('sell.fixed')]])}
    ${chosen.increments === 'fixed' ? amount('increment', t('sell.increment'), { error: errors.increment, required: true }) : nothing}
  `);

/** @param {Look} look */
const time = ({ errors, chosen }) =>
  group('time', t('sell.time'), html`
    ${select('opens', t('sell.opens'), [['now', t('sell.opensNow')], ['later', t('sell.opensLater')]])}
    ${chosen.opens === 'later' ? textField({ id: 'opensAt', label: t('sell.opensAt'), type: 'datetime-local', error: errors.opensAt, required: true }) : nothing}
    ${select('ends', t('sell.ends'), [...HOURS.map((n) => [String(n), n < 24 ? t('sell.hours', { n }) : t('sell.days', { n: n / 24 })]), ['custom', t('sell.endsCustom')]], { usual: '24', error: chosen.ends === 'custom' ? '' : errors.endsAt })}
    ${chosen.ends === 'custom' ? textField({ id: 'endsAt', label: t('sell.endsAt'), type: 'datetime-local', error: errors.endsAt, required: true }) : nothing}
    ${select('softCloseSeconds', t('sell.softClose'), SOFT_CLOSES.map((s) => [String(s), s ? t('sell.softCloseSeconds', { s }) : t('sell.softCloseOff')]), { hint: t('sell.softCloseHint'), error: errors.softCloseSeconds })}
  `);

/** @param {Look} look */
const where = ({ errors, place, onLocate }) =>
  group('where', t('sell.where'), html`
    ${textField({ id: 'place', label: t('sell.place'), hint: t('sell.placeHint'), error: errors.place || errors.location || errors['location.name'], maxlength: 60, autocomplete: 'off' })}
    <div class="buttons"><button type="button" class="button quiet" @click=${onLocate}>${icon('pin')}${t('sell.locate')}</button></div>
    <p class="muted" role="status">${place ? t('sell.located') : ''}</p>
    ${select('radiusKm', t('sell.radius'), [['', t('sell.everyone')], ...RADII.map((km) => [String(km), t('sell.within', { km })])], { error: errors.radiusKm })}
  `);

/** @param {string} id @param {string} label @param {{error?: string, hint?: string, required?: boolean}} how */
const amount = (id, label, how) => textField({ id, label, inputmode: 'numeric', autocomplete: 'off', suffix: CURRENCY, ...how });

/** @param {string} id @param {string} label @param {string[][]} options value and word @param {{usual?: string, hint?: string, error?: string}} [how] */
const select = (id, label, options, { usual, hint, error } = {}) =>
  field({
    id,
    label,
    hint,
    error,
    control: html`<select id=${id} name=${id} aria-invalid=${error ? 'true' : nothing} aria-describedby=${describedBy(id, hint, error)}>
      ${options.map(([value, word]) => html`<option value=${value} ?selected=${value === usual}>${word}</option>`)}
    </select>`,
  });
