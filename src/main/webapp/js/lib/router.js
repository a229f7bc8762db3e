/**
 * @typedef {object} Route
 * @property {string} path `/auctions/:id`
 * @property {string} tag the page's element
 * @property {() => Promise<unknown>} load its module
 * @property {string} title message key
 * @property {boolean} [members] for members only
 * @property {boolean} [own] the page has a bar of its own at the foot of a phone's screen
 */

/** Which page the address names. Tells `change`; links inside the site do not load the page anew. */
export class Router extends EventTarget {
  /** @param {Route[]} routes */
  constructor(routes) {
    super();
    this.routes = routes;
    history.scrollRestoration = 'manual';
    addEventListener('popstate', () => this.#changed(true));
    document.addEventListener('click', (event) => this.#onClick(event));
  }

  /** @returns {{route: Route, params: Record<string, string>} | null} */
  match(path = location.pathname) {
    for (const route of this.routes) {
      const params = match(route.path, path);
      if (params) return { route, params };
    }
    return null;
  }

  /** @param {string} to path with query @param {{replace?: boolean}} [how] */
  go(to, { replace = false } = {}) {
    history[replace ? 'replaceState' : 'pushState'](null, '', to);
    this.#changed(false);
  }

  /** @param {boolean} back */
  #changed(back) {
    this.dispatchEvent(new CustomEvent('change', { detail: { back } }));
  }

  /** @param {MouseEvent} event */
  #onClick(event) {
    if (event.defaultPrevented || event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
    const link = event.target instanceof Element ? event.target.closest('a[href]') : null;
    if (!(link instanceof HTMLAnchorElement) || link.origin !== location.origin || link.target || link.hasAttribute('download')) return;
    if (link.hash && link.pathname === location.pathname) return;
    if (!this.match(link.pathname)) return;
    event.preventDefault();
    if (link.href !== location.href) this.go(link.pathname + link.search);
  }
}

/** @param {string} pattern @param {string} path @returns {Record<string, string> | null} */
function match(pattern, path) {
  const wanted = pattern.split('/').filter(Boolean);
  const given = path.split('/').filter(Boolean);
  if (wanted.length !== given.length) return null;
  /** @type {Record<string, string>} */
  const params = {};
  for (const [i, part] of wanted.entries()) {
    if (part.startsWith(':')) params[part.slice(1)] = given[i];
    else if (part !== given[i]) return null;
  }
  return params;
}

/** A path of this site, from a query; anything else is the front page. @param {string | null} path */
export function ownPath(path) {
  return path && /^\/(?![/\\])/.test(path) ? path : '/';
}
