import { get } from './api.js';
import { has, t } from './i18n.js';

/** @type {Promise<{id: string, name: string}[]> | undefined} */
let known;

/** The house's categories; asked once. @returns {Promise<{id: string, name: string}[]>} */
export function categories() {
  known ??= get('/categories').then(({ items }) => items);
  known.catch(() => (known = undefined));
  return known;
}

/** A category's name in the page's language, or as the server has it. @param {{id: string, name: string}} category */
export const categoryName = ({ id, name }) => (has(`category.${id}`) ? t(`category.${id}`) : name);
