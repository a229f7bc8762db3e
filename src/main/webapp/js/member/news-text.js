import { has, t } from '../lib/i18n.js';

/** What a notification says, in the words of its kind and, where there are such, of its reason. @param {any} item */
export function newsText({ kind, reason, title }) {
  const key = [`news.${kind}.${reason}`, `news.${kind}`].find(has) ?? 'news.OTHER';
  return t(key, { title: title ?? '' });
}
