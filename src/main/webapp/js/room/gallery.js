import { html, nothing } from 'lit';
import { NbElement } from '../lib/element.js';
import { t } from '../lib/i18n.js';
import { icon } from '../parts/icons.js';
import { picture } from '../parts/picture.js';

/** The pictures of a lot: swiped on a phone, stepped through by buttons and thumbnails elsewhere. */
class Gallery extends NbElement {
  static properties = { photos: { attribute: false }, name: {}, at: { state: true } };

  constructor() {
    super();
    /** @type {{id: string, url: string, thumbnailUrl?: string}[]} */
    this.photos = [];
    this.name = '';
    this.at = 0;
  }

  /** @param {number} to */
  #go(to) {
    const track = /** @type {HTMLElement} */ (this.querySelector('.track'));
    track.scrollTo({ left: to * track.clientWidth, behavior: matchMedia('(prefers-reduced-motion: reduce)').matches ? 'instant' : 'smooth' });
  }

  /** @param {Event} event */
  #onScroll(event) {
    const track = /** @type {HTMLElement} */ (event.currentTarget);
    this.at = Math.round(track.scrollLeft / Math.max(1, track.clientWidth));
  }

  render() {
    const { photos, at } = this;
    if (photos.length === 0) return html`<div class="gallery"><div class="track"><div class="slide">${picture(null, '')}</div></div></div>`;
    return html`<section class="gallery" aria-label=${t('room.pictures')}>
      <div class="track" @scroll=${this.#onScroll} tabindex=${photos.length > 1 ? 0 : nothing} role=${photos.length > 1 ? 'group' : nothing} aria-label=${photos.length > 1 ? t('room.pictures') : nothing}>
        ${photos.map((photo, i) => html`<div class="slide">${picture(photo.url, t('room.pictureOf', { title: this.name, n: i + 1, of: photos.length }), i === 0)}</div>`)}
      </div>
      ${photos.length > 1 ? this.#controls() : nothing}
    </section>`;
  }

  #controls() {
    const { photos, at } = this;
    return html`
      <button type="button" class="icon-button step back" ?disabled=${at === 0} aria-label=${t('room.previousPicture')} @click=${() => this.#go(at - 1)}>${icon('left')}</button>
      <button type="button" class="icon-button step on" ?disabled=${at === photos.length - 1} aria-label=${t('room.nextPicture')} @click=${() => this.#go(at + 1)}>${icon('right')}</button>
      <span class="counter" aria-hidden="true">${at + 1} / ${photos.length}</span>
      <div class="thumbs">
        ${photos.map(
          (photo, i) => html`<button type="button" aria-label=${t('room.picture', { n: i + 1 })} aria-current=${i === at ? 'true' : nothing} @click=${() => this.#go(i)}>
            ${picture(photo.thumbnailUrl ?? photo.url, '')}
          </button>`,
        )}
      </div>
    `;
  }
}
customElements.define('nb-gallery', Gallery);
