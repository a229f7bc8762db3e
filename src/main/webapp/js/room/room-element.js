import { NbElement } from '../lib/element.js';

/** A part of the room's page; it renders again whenever the room changes. */
export class RoomElement extends NbElement {
  /** @type {import('lit').PropertyDeclarations} */
  static properties = { room: { attribute: false } };

  #again = () => this.requestUpdate();

  constructor() {
    super();
    this.room = /** @type {import('./room.js').Room} */ (/** @type {unknown} */ (null));
  }

  connectedCallback() {
    super.connectedCallback();
    this.room.addEventListener('change', this.#again);
  }

  disconnectedCallback() {
    this.room.removeEventListener('change', this.#again);
    super.disconnectedCallback();
  }

  get view() {
    return this.room.view;
  }

  get currency() {
    return this.room.detail?.currency ?? 'KRW';
  }
}
