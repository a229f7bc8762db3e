import { html } from 'lit';
import { dateTime } from '../lib/format.js';
import { t } from '../lib/i18n.js';
import { field, textField } from '../parts/field.js';
import { minutes } from './acts.js';

const LEVELS = ['debug', 'trace', 'info', 'warning', 'error'];
const MINUTES = [5, 15, 30, 60, 240];
const HOUSE = 'com.neighborbid';

/**
 * What the logs say for a while, and what to do about it.
 * @param {{logger: string, node?: string, level: string, until: number}[]} levels
 * @param {(act: import('./act.js').Act) => void} onAct
 */
export const logLevels = (levels, onAct) => html`<section class="panel">
  <h2>${t('admin.logLevels')}</h2>
  <p>${t('admin.logText')}</p>
  ${levels.length === 0 ? html`<p class="muted">${t('admin.logNone')}</p>` : html`<ul class="lines">${levels.map((one) => line(one, onAct))}</ul>`}
  <div><button type="button" class="button" @click=${() => onAct(change())}>${t('admin.act.logLevel')}</button></div>
</section>`;

/** @param {any} one @param {(act: import('./act.js').Act) => void} onAct */
function line({ logger, node, level, until }, onAct) {
  const back = { title: t('admin.act.logReturn'), text: logger, path: '/log-levels/return', fields: () => ({ logger, ...(node && { node }) }) };
  return html`<li>
    <span><code>${logger}</code> <small class="muted">${t('admin.logLine', { level, node: node ?? t('admin.everyNode'), until: dateTime(until) })}</small></span>
    <button type="button" class="button quiet small" @click=${() => onAct(back)}>${back.title}</button>
  </li>`;
}

/** @returns {import('./act.js').Act} */
const change = () => ({
  title: t('admin.act.logLevel'),
  path: '/log-levels',
  fields: (form) => {
    const node = String(form.get('node')).trim();
    return { logger: String(form.get('logger')).trim(), level: form.get('level'), minutes: Number(form.get('minutes')), ...(node && { node }) };
  },
  controls: html`
    ${textField({ id: 'act-logger', name: 'logger', label: t('admin.act.logger'), hint: t('admin.act.loggerHint'), value: HOUSE, autocomplete: 'off', required: true, maxlength: 200 })}
    ${field({ id: 'act-level', label: t('admin.act.level'), control: html`<select id="act-level" name="level">${LEVELS.map((level) => html`<option value=${level}>${level}</option>`)}</select>` })}
    ${minutes('act-minutes', 'minutes', t('admin.act.logMinutes'), MINUTES)}
    ${textField({ id: 'act-node', name: 'node', label: t('admin.act.node'), autocomplete: 'off', maxlength: 200 })}
  `,
});
