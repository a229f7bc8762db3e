import { html, nothing, render } from 'lit';
import { announcer } from '../lib/announce.js';
import { call } from '../lib/api.js';
import { t } from '../lib/i18n.js';
import { explain } from '../lib/problems.js';
import { field } from './field.js';
import { icon } from './icons.js';

const REASON_MAX = 1000;

/**
 * What is reported.
 * @typedef {{kind: 'auction' | 'chat' | 'member', id: string, auction?: string, label: string, text?: string}} Thing `label` says it in
 *   full, `text` is written on the button, which has a flag alone without one
 */

/** Reports a thing to the house. @param {Thing} thing */
export const reportButton = (thing) =>
  thing.text
    ? html`<button type="button" class="link" @click=${() => report(thing)}>${thing.text}</button>`
    : html`<button type="button" class="icon-button small" aria-label=${thing.label} title=${thing.label} @click=${() => report(thing)}>${icon('flag')}</button>`;

/** @param {Thing} thing */
function report({ kind, id, auction, label }) {
  const dialog = document.createElement('dialog');
  dialog.className = 'sheet';
  dialog.setAttribute('aria-labelledby', 'report-title');
  /** @param {unknown} [failure] @param {boolean} [busy] */
  const draw = (failure, busy = false) =>
    render(
      html`<form class="form" @submit=${onSubmit}>
        <h2 id="report-title">${label}</h2>
        ${failure ? html`<p class="notice bad" role="alert">${explain(failure)}</p>` : nothing}
        ${field({ id: 'report-reason', label: t('report.reason'), hint: t('report.hint'), control: html`<textarea id="report-reason" name="reason" rows="3" required maxlength=${REASON_MAX} aria-describedby="report-reason-hint"></textarea>` })}
        <div class="buttons">
          <button type="button" class="button quiet" @click=${() => dialog.close()}>${t('app.cancel')}</button>
          <button class="button" ?disabled=${busy}>${t(busy ? 'app.wait' : 'report.send')}</button>
        </div>
      </form>`,
      dialog,
    );
  const thanks = () =>
    render(
      html`<div class="form"><h2 id="report-title">${t('report.thanks')}</h2><p>${t('report.thanksText')}</p>
        <div class="buttons"><button type="button" class="button" autofocus @click=${() => dialog.close()}>${t('report.close')}</button></div></div>`,
      dialog,
    );
  /** @param {SubmitEvent} event */
  async function onSubmit(event) {
    event.preventDefault();
    const reason = new FormData(/** @type {HTMLFormElement} */ (event.currentTarget)).get('reason');
    draw(undefined, true);
    try {
      await call('POST', '/reports', { body: { kind, id, reason, ...(auction && { auction }) } });
      thanks();
      announcer.politely(t('report.thanks'));
    } catch (failure) {
      draw(failure);
    }
  }
  draw();
  document.body.append(dialog);
  dialog.showModal();
  dialog.addEventListener('close', () => dialog.remove());
}
