import { LitElement } from 'lit';
import { messages } from './i18n.js';

/**
 * What all elements of the house share: they render into the page itself, so that labels, live regions and the style
 * sheets work across them, and they render again when the language changes.
 */
export class NbElement extends LitElement {
  #again = () => this.requestUpdate();

  createRenderRoot() {
    return this;
  }

  connectedCallback() {
    super.connectedCallback();
    messages.addEventListener('change', this.#again);
  }

  disconnectedCallback() {
    messages.removeEventListener('change', this.#again);
    super.disconnectedCallback();
  }
}

/** Renders its host again whenever a source tells an event. */
export class Follow {
  /**
   * @param {LitElement} host
   * @param {EventTarget} source
   * @param {string} [event]
   */
  constructor(host, source, event = 'change') {
    this.host = host;
    this.source = source;
    this.event = event;
    host.addController(this);
  }

  #again = () => this.host.requestUpdate();

  hostConnected() {
    this.source.addEventListener(this.event, this.#again);
  }

  hostDisconnected() {
    this.source.removeEventListener(this.event, this.#again);
  }
}
