import { serverClock } from './clock.js';

/**
 * A refusal or a failure of a call: the server's problem (RFC 9457), or one of the codes `OFFLINE`, `NETWORK` and
 * `TIMEOUT` when no answer came.
 */
export class Problem extends Error {
  /**
   * @param {string} code stable, UPPER_SNAKE
   * @param {number} status HTTP status, 0 without an answer
   * @param {{detail?: string, errors?: {field: string, message: string}[], next?: number}} [body]
   */
  constructor(code, status, body = {}) {
    super(body.detail ?? code);
    this.code = code;
    this.status = status;
    this.detail = body.detail;
    this.errors = body.errors ?? [];
    this.body = body;
  }

  /** Whether nobody knows if the call took effect, so that it may be sent again under the same key. */
  get unknown() {
    return this.status === 0 || this.status >= 500 || this.code === 'IDEMPOTENCY_IN_PROGRESS';
  }
}

/** Tells `unauthenticated` whenever a call found that nobody is signed in. */
export const calls = new EventTarget();

/**
 * @typedef {object} CallOptions
 * @property {unknown} [body] sent as JSON, or as it is when it is a FormData
 * @property {Record<string, string | number | null | undefined>} [query] empty values are left out
 * @property {string} [key] Idempotency-Key
 * @property {number} [timeoutMs]
 */

/**
 * Calls the server and answers its JSON, or null for an empty answer.
 * @param {string} method
 * @param {string} path under /api, with the slash
 * @param {CallOptions} [options]
 * @returns {Promise<any>}
 * @throws {Problem}
 */
export async function call(method, path, { body, query, key, timeoutMs = 15_000 } = {}) {
  const url = new URL(`/api${path}`, location.origin);
  for (const [name, value] of Object.entries(query ?? {})) {
    if (value !== null && value !== undefined && value !== '') url.searchParams.set(name, String(value));
  }
  const isForm = body instanceof FormData;
  /** @type {Record<string, string>} */
  const headers = { Accept: 'application/json, application/problem+json', 'Accept-Language': document.documentElement.lang };
  if (body !== undefined && !isForm) headers['Content-Type'] = 'application/json';
  if (key) headers['Idempotency-Key'] = key;

  const sentAt = performance.now();
  let response;
  try {
    response = await fetch(url, {
      method,
      headers,
      body: isForm ? body : body === undefined ? undefined : JSON.stringify(body),
      credentials: 'same-origin',
      cache: 'no-store',
      signal: AbortSignal.timeout(timeoutMs),
    });
  } catch (failure) {
    const timedOut = failure instanceof DOMException && failure.name === 'TimeoutError';
    throw new Problem(navigator.onLine === false ? 'OFFLINE' : timedOut ? 'TIMEOUT' : 'NETWORK', 0);
  }
  const arrivedAt = performance.now();
  const answer = await read(response);
  if (typeof answer?.now === 'number') serverClock.sample(answer.now, sentAt, arrivedAt);
  else serverClock.sampleDate(response.headers.get('Date'), sentAt, arrivedAt);
  if (response.ok) return answer;
  if (response.status === 401) calls.dispatchEvent(new Event('unauthenticated'));
  throw new Problem(answer?.code ?? `HTTP_${response.status}`, response.status, answer ?? {});
}

/** @param {Response} response */
async function read(response) {
  if (!/json/.test(response.headers.get('Content-Type') ?? '')) return null;
  try {
    const text = await response.text();
    return text === '' ? null : JSON.parse(text);
  } catch {
    throw new Problem('NETWORK', 0); // cut off midway
  }
}

/** @param {string} path @param {CallOptions['query']} [query] */
export const get = (path, query) => call('GET', path, { query });
