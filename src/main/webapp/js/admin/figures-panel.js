import { html, nothing } from 'lit';
import { Follow, NbElement } from '../lib/element.js';
import { clockTime, number } from '../lib/format.js';
import { t } from '../lib/i18n.js';
import { Feed } from './feed.js';
import './chart.js';

const MEBI = 1024 * 1024;

/** The live figures: what counts in tiles, how it went in charts, which rooms are hot, how engines and nodes are. */
class FiguresPanel extends NbElement {
  constructor() {
    super();
    this.feed = new Feed();
    this.feed.addEventListener('refused', () => this.dispatchEvent(new Event('refused', { bubbles: true })));
    new Follow(this, this.feed);
  }

  connectedCallback() {
    super.connectedCallback();
    this.feed.start();
  }

  disconnectedCallback() {
    this.feed.stop();
    super.disconnectedCallback();
  }

  render() {
    const { latest, points, live } = this.feed;
    if (!latest) return html`<p class="muted" aria-busy="true">${t('app.loading')}</p>`;
    return html`
      <p class="muted"><span class="pill ${live ? 'status-RELEASED' : 'status-DISPUTED'}">${t(live ? 'admin.live' : 'admin.stale')}</span> ${clockTime(latest.at)}</p>
      ${tiles(latest)}
      <div class="charts">
        ${chart(t('admin.bidsPerSecond'), points, [
          { label: t('admin.accepted'), color: '--lead', value: (p) => p.bidsPerSecond },
          { label: t('admin.rejected'), color: '--alert', value: (p) => p.rejectedPerSecond },
        ])}
        ${chart(t('admin.answerMs'), points, [
          { label: 'p99', color: '--brand', value: (p) => p.answer.p99Ms },
          { label: 'p50', color: '--lead', value: (p) => p.answer.p50Ms },
        ])}
        ${chart(t('admin.recordingMs'), points, [
          { label: 'p99', color: '--brand', value: (p) => p.recording.p99Ms },
          { label: t('admin.relayLag'), color: '--amber', value: (p) => p.relayLagMs },
        ])}
        ${chart(t('admin.socketsAndRooms'), points, [
          { label: t('admin.sockets'), color: '--brand', value: (p) => p.sockets },
          { label: t('admin.rooms'), color: '--lead', value: (p) => p.rooms },
        ])}
      </div>
      <div class="records">${hottest(latest.hottest)} ${engines(latest.house)} ${nodes(latest.nodes)}</div>
    `;
  }
}
customElements.define('nb-figures-panel', FiguresPanel);

/** @param {any} f */
function tiles(f) {
  const { database, books, deadLetters } = f.house ?? {};
  const known = (/** @type {number | undefined} */ n) => (n === undefined ? '–' : number(n));
  const pairs = [
    [t('admin.bidsPerSecond'), number(f.bidsPerSecond)],
    [t('admin.answerP99'), `${number(f.answer.p99Ms)} ms`],
    [t('admin.recordingP99'), `${number(f.recording.p99Ms)} ms`],
    [t('admin.sockets'), number(f.sockets)],
    [t('admin.open'), known(database?.open)],
    [t('admin.paused'), known(database?.paused)],
    [t('admin.outbox'), known(database?.outbox)],
    [t('admin.deadLetters'), known(deadLetters)],
    [t('admin.books'), books ? t(books.balances ? 'admin.balance' : 'admin.imbalance') : '–'],
  ];
  return html`<dl class="tiles">${pairs.map(([name, value]) => html`<div class="tile panel"><dt>${name}</dt><dd>${value}</dd></div>`)}</dl>`;
}

/** @param {string} title @param {any[]} points @param {import('./chart.js').Series[]} series */
function chart(title, points, series) {
  return html`<section class="panel">
    <h2>${title}</h2>
    <p class="legend">${series.map((line) => html`<span class="legend${line.color}">${line.label}</span>`)}</p>
    <nb-chart .label=${title} .points=${points} .series=${series}></nb-chart>
  </section>`;
}

/** @param {any[]} rooms */
function hottest(rooms) {
  const row = (/** @type {any} */ room) =>
    line(html`<a href="/auctions/${room.auction}">${room.title}</a>`, t('admin.roomFigures', { bids: number(room.bidsPerSecond), watching: number(room.watching) }));
  return html`<section class="panel">
    <h2>${t('admin.hottest')}</h2>
    ${rooms.length === 0 ? html`<p class="muted">${t('admin.quiet')}</p>` : html`<ul class="lines">${rooms.map(row)}</ul>`}
  </section>`;
}

/** @param {any} house */
function engines(house) {
  if (!house) return html`<p class="notice bad" role="alert">${t('admin.noWorker')}</p>`;
  const { redis, database } = house;
  const away = html`<b class="pill status-DISPUTED">${t('admin.away')}</b>`;
  const ofRedis = () => html`${t('admin.redisFigures', { used: number(Math.round(redis.memoryUsed / MEBI)), rate: number(redis.commandsPerSecond), delayed: number(redis.fsyncsDelayed) })}
    ${redis.logKept && redis.logWritten ? nothing : html`<b>${t('admin.noLog')}</b>`}`;
  const ofDatabase = () =>
    t('admin.databaseFigures', { busy: number(database.busy), all: number(database.connections), most: number(database.connectionsMost), lag: number(database.replicaLagMs), replicas: number(database.replicas) });
  return html`<section class="panel">
    <h2>${t('admin.engines')}</h2>
    <ul class="lines">
      ${line('Redis', redis ? ofRedis() : away)} ${line('PostgreSQL', database ? ofDatabase() : away)}
      ${line(t('admin.broker'), house.broker ? t('admin.answers') : away)}
    </ul>
  </section>`;
}

/** @param {any[]} all */
function nodes(all) {
  const row = (/** @type {any} */ node) =>
    line(
      html`<code>${node.node}</code> <small class="muted">${node.roles}</small>`,
      t('admin.nodeFigures', { sockets: number(node.sockets), pool: number(node.redisActive), most: number(node.redisMost), heap: number(Math.round(node.heapUsed / MEBI)), load: number(node.load) }),
    );
  return html`<section class="panel">
    <h2>${t('admin.nodes')}</h2>
    <ul class="lines">${all.map(row)}</ul>
  </section>`;
}

/** @param {unknown} name @param {unknown} figure */
const line = (name, figure) => html`<li><span>${name}</span><span class="figure">${figure}</span></li>`;
