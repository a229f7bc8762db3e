import { Problem } from './api.js';
import { fieldMessage } from './field-messages.js';
import { has, t } from './i18n.js';

/** What to tell a person about a failure, by its code; the server's own words when the code is new to the page. @param {unknown} failure */
export function explain(failure) {
  if (!(failure instanceof Problem)) throw failure;
  return explainCode(failure.code, failure.status, failure.detail);
}

/** @param {string} code @param {number} [status] @param {string} [detail] */
export function explainCode(code, status = 0, detail) {
  const key = `problem.${code}`;
  if (has(key)) return t(key);
  if (status >= 500) return t('problem.SERVER');
  return detail ?? t('problem.OTHER', { code });
}

/** The messages of a problem's bad fields, by field. @param {unknown} failure @returns {Record<string, string>} */
export function fieldErrors(failure) {
  if (!(failure instanceof Problem)) return {};
  return Object.fromEntries(failure.errors.map(({ field, message }) => [field, fieldMessage(message)]));
}
