import { html, nothing, render } from 'lit';
import { call } from '../lib/api.js';
import { t } from '../lib/i18n.js';
import { explain } from '../lib/problems.js';
import { field } from '../parts/field.js';

/**
 * @typedef {object} Act
 * @property {string} title what is done
 * @property {string} path under /api/admin
 * @property {string} [text] what follows from it
 * @property {(form: FormData) => Record<string, unknown>} [fields] more fields of the call
 * @property {unknown} [controls] their controls
 */

/**
 * Asks for the reason, and does what an admin decided. Resolves to whether it was done.
 * @param {Act} act
 * @returns {Promise<boolean>}
 */
export function perform({ title, path, text, fields, controls }) {
  const dialog = document.createElement('dialog');
  dialog.className = 'sheet';
  dialog.setAttribute('aria-labelledby', 'act-title');
  let done = false;
  /** @param {unknown} [failure] @param {boolean} [busy] */
  const draw = (failure, busy = false) =>
    render(
      html`<form class="form" @submit=${onSubmit}>
        <h2 id="act-title">${title}</h2>
        ${text ? html`<p>${text}</p>` : nothing}
        ${failure ? html`<p class="notice bad" role="alert">${explain(failure)}</p>` : nothing}
        ${controls ?? nothing}
        ${field({ id: 'act-reason', label: t('admin.reason'), hint: t('admin.reasonHint'), control: html`<input id="act-reason" name="reason" required maxlength="500" autocomplete="off" aria-describedby="act-reason-hint" />` })}
        <div class="buttons">
          <button type="button" class="button quiet" @click=${() => dialog.close()}>${t('app.cancel')}</button>
          <button class="button" ?disabled=${busy}>${t(busy ? 'app.wait' : 'admin.doIt')}</button>
        </div>
      </form>`,
      dialog,
    );
  /** @param {SubmitEvent} event */
  async function onSubmit(event) {
    event.preventDefault();
    const form = new FormData(/** @type {HTMLFormElement} */ (event.currentTarget));
    draw(undefined, true);
    try {
      await call('POST', `/admin${path}`, { body: { ...fields?.(form), reason: form.get('reason'), confirm: true } });
      done = true;
      dialog.close();
    } catch (failure) {
      draw(failure);
    }
  }
  draw();
  document.body.append(dialog);
  dialog.showModal();
  return new Promise((answered) => {
    dialog.addEventListener('close', () => {
      dialog.remove();
      answered(done);
    });
  });
}
