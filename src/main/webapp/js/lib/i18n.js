export const LANGUAGES = /** @type {const} */ (['ko', 'en']);
/** @typedef {typeof LANGUAGES[number]} Language */

const STORE = 'nb.language';

/** The language of the page and its messages. Tells `change` when another was chosen. */
class Messages extends EventTarget {
  /** @type {Language} */
  language = 'ko';
  /** @type {Record<string, string>} */
  bundle = {};

  /** Loads the member's choice, else the browser's first language that the house speaks, else Korean. */
  async start() {
    const wanted = [localStorage.getItem(STORE), ...navigator.languages.map((tag) => tag.slice(0, 2))];
    await this.#load(LANGUAGES.find((language) => language === wanted.find((tag) => LANGUAGES.some((l) => l === tag))) ?? 'ko');
  }

  /** @param {Language} language */
  async choose(language) {
    localStorage.setItem(STORE, language);
    await this.#load(language);
    this.dispatchEvent(new Event('change'));
  }

  /** @param {Language} language */
  async #load(language) {
    this.bundle = (await import(`../messages/${language}.js`)).default;
    this.language = language;
    document.documentElement.lang = language;
  }
}

export const messages = new Messages();

/**
 * The message of a key, with `{name}` replaced from the values.
 * @param {string} key
 * @param {Record<string, string | number>} [values]
 */
export function t(key, values = {}) {
  return (messages.bundle[key] ?? key).replace(/\{(\w+)\}/g, (whole, name) => String(values[name] ?? whole));
}

/** The message of a count: `key.one` or `key.other`, with `{n}`. @param {string} key @param {number} n */
export function tn(key, n) {
  const rule = new Intl.PluralRules(messages.language).select(n) === 'one' ? 'one' : 'other';
  return t(`${key}.${rule}`, { n: new Intl.NumberFormat(messages.language).format(n) });
}

/** Whether the bundle has this key. @param {string} key */
export const has = (key) => key in messages.bundle;
