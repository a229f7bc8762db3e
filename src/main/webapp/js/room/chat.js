import { html, nothing } from 'lit';
import { Follow } from '../lib/element.js';
import { clockTime } from '../lib/format.js';
import { t } from '../lib/i18n.js';
import { explainCode } from '../lib/problems.js';
import { session } from '../lib/session.js';
import { reportButton } from '../parts/report.js';
import { RoomElement } from './room-element.js';

const TEXT_MAX = 500;

/** What the people in the room say. It does not speak by itself: a busy room would drown the bids. */
class Chat extends RoomElement {
  constructor() {
    super();
    new Follow(this, session);
  }

  updated() {
    const log = this.querySelector('.chat-log');
    if (log) log.scrollTop = log.scrollHeight;
  }

  /** @param {SubmitEvent} event */
  #onSubmit(event) {
    event.preventDefault();
    const form = /** @type {HTMLFormElement} */ (event.currentTarget);
    const text = String(new FormData(form).get('text') ?? '').trim();
    if (text && this.room.say(text)) form.reset();
  }

  render() {
    const { chat, chatProblem, status } = this.room;
    return html`<section class="panel chat" aria-labelledby="chat-title">
      <h2 id="chat-title">${t('chat.title')}</h2>
      <div class="chat-log" tabindex="0" role="log" aria-live="off" aria-labelledby="chat-title">
        ${chat.length === 0 ? html`<p class="muted">${t('chat.empty')}</p>` : nothing}
        ${chat.map(
          ({ id, from, paddle, text, at }) => html`<div><p><b>${from}</b>${paddle ? html` <span class="muted">${t('ladder.paddle', { n: paddle })}</span>` : nothing} <time datetime=${new Date(at).toISOString()}>${clockTime(at)}</time>${id && session.member ? html` ${reportButton({ kind: 'chat', id, label: t('report.chat', { name: from }) })}` : nothing}</p><p>${text}</p></div>`,
        )}
      </div>
      ${chatProblem ? html`<p class="error" role="alert">${explainCode(chatProblem)}</p>` : nothing}
      ${session.member
        ? html`<form class="inline-form" @submit=${this.#onSubmit}>
            <label class="visually-hidden" for="chat-text">${t('chat.say')}</label>
            <input id="chat-text" name="text" maxlength=${TEXT_MAX} autocomplete="off" placeholder=${t('chat.hint')} enterkeyhint="send" required />
            <button class="button quiet" ?disabled=${status !== 'live'}>${t('chat.send')}</button>
          </form>`
        : html`<p class="muted">${t('chat.guest')}</p>`}
    </section>`;
  }
}
customElements.define('nb-chat', Chat);
