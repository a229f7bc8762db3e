import { t } from './i18n.js';

/** What the server says of a bad field, and how the page says it in the member's language. @type {[RegExp, string][]} */
const KNOWN = [
  [/^is required/, 'field.required'],
  [/^must have (?<a>\d+) to (?<b>\d+) characters/, 'field.length'],
  [/^must be (?:an integer|a number) from (?<a>[\d.-]+) to (?<b>[\d.-]+)/, 'field.range'],
  [/^must be at least startPrice/, 'field.reserve'],
  [/^must be in the future/, 'field.future'],
  [/^must be at least a second after opensAt/, 'field.afterOpening'],
  [/^must be (?:at most|within) (?<a>\d+) days/, 'field.days'],
  [/^is not one of/, 'field.choice'],
  [/^must be an address/, 'field.email'],
  [/^is one of those that are guessed/, 'field.guessable'],
  [/^must not be the e-mail/, 'field.notEmail'],
  [/^must not contain/, 'field.characters'],
  [/^needs a location/, 'field.location'],
];

/** @param {string} message the server's, in English */
export function fieldMessage(message) {
  for (const [pattern, key] of KNOWN) {
    const match = pattern.exec(message);
    if (match) return t(key, match.groups);
  }
  return message;
}
