import { html, nothing } from 'lit';
import { NbElement } from '../lib/element.js';
import { t } from '../lib/i18n.js';
import { icon } from '../parts/icons.js';

const BYTES_MAX = 10 * 1024 * 1024;
const TYPES = ['image/jpeg', 'image/png', 'image/webp'];
const PHOTOS_MAX = 8;

/** Choosing a lot's pictures, with a preview; they are uploaded once the auction stands. */
class PhotoPicker extends NbElement {
  static properties = { photos: { state: true }, problems: { state: true } };

  constructor() {
    super();
    /** @type {{file: File, url: string}[]} */
    this.photos = [];
    /** @type {string[]} */
    this.problems = [];
  }

  disconnectedCallback() {
    for (const { url } of this.photos) URL.revokeObjectURL(url);
    super.disconnectedCallback();
  }

  /** The chosen files, the first one is for the lists. */
  get files() {
    return this.photos.map(({ file }) => file);
  }

  /** @param {Event} event */
  #onChoose(event) {
    const input = /** @type {HTMLInputElement} */ (event.currentTarget);
    const files = [...(input.files ?? [])];
    input.value = '';
    this.problems = files.map(problemOf).filter((problem) => problem !== '');
    const good = files.filter((file) => problemOf(file) === '').slice(0, PHOTOS_MAX - this.photos.length);
    this.photos = [...this.photos, ...good.map((file) => ({ file, url: URL.createObjectURL(file) }))];
  }

  /** @param {{file: File, url: string}} photo */
  #remove(photo) {
    URL.revokeObjectURL(photo.url);
    this.photos = this.photos.filter((each) => each !== photo);
    this.querySelector('input')?.focus();
  }

  render() {
    const { photos, problems } = this;
    return html`<div class="field">
      <ul class="picked">
        ${photos.map(
          (photo, i) => html`<li>
            <img src=${photo.url} alt=${t('sell.photoAlt', { n: i + 1 })} />
            <button type="button" class="link" @click=${() => this.#remove(photo)}>${t('app.remove')}<span class="visually-hidden"> ${t('sell.photoAlt', { n: i + 1 })}</span></button>
          </li>`,
        )}
      </ul>
      <input class="file-input visually-hidden" id="photos" type="file" accept=${TYPES.join(',')} multiple ?disabled=${photos.length >= PHOTOS_MAX} aria-describedby="photos-hint" @change=${this.#onChoose} />
      <label class="button quiet" for="photos">${icon('picture')}${t('sell.addPhotos')}</label>
      <p class="hint" id="photos-hint">${t('sell.photosHint', { max: PHOTOS_MAX })}</p>
      <div role="status">${problems.length > 0 ? problems.map((problem) => html`<p class="error">${problem}</p>`) : nothing}</div>
    </div>`;
  }
}
customElements.define('nb-photo-picker', PhotoPicker);

/** @param {File} file */
function problemOf(file) {
  if (!TYPES.includes(file.type)) return t('sell.photoType', { name: file.name });
  return file.size > BYTES_MAX ? t('sell.photoTooLarge', { name: file.name }) : '';
}
