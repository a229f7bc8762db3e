import { html } from 'lit';
import { icon } from './icons.js';

/** A picture, or a stand-in where there is none. @param {string | null | undefined} url @param {string} alt @param {boolean} [eager] */
export const picture = (url, alt, eager = false) =>
  url
    ? html`<img src=${url} alt=${alt} loading=${eager ? 'eager' : 'lazy'} decoding="async" />`
    : html`<span class="no-picture">${icon('picture')}</span>`;
