import { html, render } from 'lit';
import { t } from '../lib/i18n.js';

/**
 * Asks before something that cannot be undone.
 * @param {{title: string, text: unknown, yes: string, no?: string}} question
 * @returns {Promise<boolean>}
 */
export function confirm({ title, text, yes, no = t('app.cancel') }) {
  const dialog = document.createElement('dialog');
  dialog.className = 'sheet';
  dialog.setAttribute('aria-labelledby', 'confirm-title');
  render(
    html`<form method="dialog">
      <h2 id="confirm-title">${title}</h2>
      <div class="sheet-text">${text}</div>
      <div class="buttons">
        <button class="button quiet" value="no">${no}</button>
        <button class="button" value="yes">${yes}</button>
      </div>
    </form>`,
    dialog,
  );
  document.body.append(dialog);
  dialog.showModal();
  return new Promise((answered) => {
    dialog.addEventListener('close', () => {
      dialog.remove();
      answered(dialog.returnValue === 'yes');
    });
  });
}
