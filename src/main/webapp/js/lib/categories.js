import { get } from './api.js';
import { messages } from './i18n.js';

/** By language, as the server names them. @type {Map<string, Promise<{id: string, name: string}[]>>} */
const known = new Map();

/** The house's categories in the page's language; asked once for each. @returns {Promise<{id: string, name: string}[]>} */
export function categories() {
  const { language } = messages;
  let asked = known.get(language);
  if (!asked) {
    asked = get('/categories').then(({ items }) => items);
    asked.catch(() => known.delete(language));
    known.set(language, asked);
  }
  return asked;
}
