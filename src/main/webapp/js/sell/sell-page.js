import { html, nothing } from 'lit';
import { call } from '../lib/api.js';
import { categories } from '../lib/categories.js';
import { serverClock } from '../lib/clock.js';
import { NbElement } from '../lib/element.js';
import { t } from '../lib/i18n.js';
import { whereAmI } from '../lib/place.js';
import { explain, fieldErrors } from '../lib/problems.js';
import { session } from '../lib/session.js';
import { focusFirstBad, valuesOf } from '../parts/field.js';
import { router } from '../shell/site.js';
import { lotFields } from './lot-fields.js';
import { lotOf } from './lot.js';
import { uploadPhotos } from './photo-upload.js';
import './photo-picker.js';

/** Putting a lot up for auction: the form, then its pictures. */
class SellPage extends NbElement {
  static properties = { names: { state: true }, errors: { state: true }, problem: { state: true }, busy: { state: true }, place: { state: true }, chosen: { state: true }, created: { state: true }, failed: { state: true } };

  constructor() {
    super();
    /** @type {{id: string, name: string}[]} */
    this.names = [];
    /** @type {Record<string, string>} */
    this.errors = {};
    this.problem = '';
    /** What is going on, in words; empty when nothing is. */
    this.busy = '';
    /** @type {{lat: number, lng: number} | null} */
    this.place = null;
    /** The choices that show or hide other fields. @type {Record<string, string>} */
    this.chosen = { increments: 'table', opens: 'now', ends: '24' };
    /** @type {string | null} */
    this.created = null;
    /** @type {{file: File, failure: unknown}[]} */
    this.failed = [];
  }

  connectedCallback() {
    super.connectedCallback();
    categories().then(
      (names) => (this.names = names),
      (failure) => (this.problem = explain(failure)),
    );
  }

  /** @param {Event} event */
  #onChange(event) {
    const { name, value } = /** @type {HTMLInputElement} */ (event.target);
    if (name in this.chosen) this.chosen = { ...this.chosen, [name]: value };
  }

  async #onLocate() {
    this.errors = { ...this.errors, place: '' };
    try {
      this.place = await whereAmI();
    } catch (failure) {
      this.errors = { ...this.errors, place: explain(failure) };
    }
  }

  /** @param {SubmitEvent} event */
  async #onSubmit(event) {
    event.preventDefault();
    const form = /** @type {HTMLFormElement} */ (event.currentTarget);
    const { body, errors } = lotOf(valuesOf(event), this.place, session.member?.neighbourhood != null, serverClock.now());
    this.errors = errors;
    this.problem = Object.values(errors).some(Boolean) ? t('problem.INVALID') : '';
    if (!this.problem) await this.#create(body);
    await this.updateComplete;
    if (this.problem) focusFirstBad(form);
  }

  /** @param {Record<string, unknown>} body */
  async #create(body) {
    this.busy = t('app.wait');
    try {
      const { id } = await call('POST', '/auctions', { body });
      this.created = id;
      const picker = /** @type {{files: File[]} | null} */ (/** @type {unknown} */ (this.querySelector('nb-photo-picker')));
      await this.#upload(picker?.files ?? []);
    } catch (failure) {
      this.errors = fieldErrors(failure);
      this.problem = explain(failure);
    } finally {
      this.busy = '';
    }
  }

  /** @param {File[]} files */
  async #upload(files) {
    const id = /** @type {string} */ (this.created);
    this.failed = await uploadPhotos(id, files, (n) => (this.busy = t('sell.uploading', { n, of: files.length })));
    this.busy = '';
    if (this.failed.length === 0) router.go(`/auctions/${id}`, { replace: true });
  }

  render() {
    const { errors } = this;
    const waiting = this.busy !== '' || this.created !== null;
    return html`<div class="medium">
      <h1 tabindex="-1">${t('sell.title')}</h1>
      <p class="muted">${t('sell.lead')}</p>
      <form class="form" novalidate @submit=${this.#onSubmit} @change=${this.#onChange}>
        <section class="panel" aria-labelledby="photos-title">
          <h2 id="photos-title">${t('sell.photos')}</h2>
          <nb-photo-picker></nb-photo-picker>
        </section>
        ${lotFields({ errors, chosen: this.chosen, place: this.place, names: this.names, onLocate: () => this.#onLocate() })}
        ${this.problem ? html`<p class="notice bad" role="alert">${this.problem}</p>` : nothing}
        ${this.created && this.failed.length > 0 ? this.#failedPhotos(this.created) : nothing}
        <button class="button wide big" ?disabled=${waiting}>${this.busy || t('sell.submit')}</button>
      </form>
    </div>`;
  }

  /** @param {string} id */
  #failedPhotos(id) {
    return html`<div class="notice" role="alert">
      <p>${t('sell.created')} ${t('sell.photosFailed')}</p>
      <ul>${this.failed.map(({ file, failure }) => html`<li>${file.name}: ${explain(failure)}</li>`)}</ul>
      <button type="button" class="button small" ?disabled=${this.busy !== ''} @click=${() => this.#upload(this.failed.map(({ file }) => file))}>${t('sell.retryPhotos')}</button>
      <a class="button small quiet" href="/auctions/${id}">${t('sell.toAuction')}</a>
    </div>`;
  }
}
customElements.define('nb-sell-page', SellPage);
