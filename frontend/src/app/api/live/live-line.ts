import { DOCUMENT, Injectable, inject } from '@angular/core';
import { Subscription, fromEvent } from 'rxjs';
import { BASE_PATH } from '../base-path';
import { Categories } from '../categories';
import { Connection } from '../connection';
import { People } from '../people';
import { Live, type Missed } from './live';
import { type LiveEvent, isOfTicket } from './live-event';
import { LiveTabs } from './live-tabs';
import { LiveTickets } from './live-tickets';

const EVENTS_URL = '/api/events';
/** Who was away for longer may have been put to sleep, with the line that seems to stand. */
export const AWAY_MS = 60_000;
/** Figures are not asked for more often. */
export const FIGURES_MS = 2_000;

/**
 * The line on which the desk tells what happens, while somebody is signed in. Fetched after the first page; what it brings
 * is told through `Live`.
 */
@Injectable({ providedIn: 'root' })
export class LiveLine {
  private readonly basePath = inject(BASE_PATH);
  private readonly categories = inject(Categories);
  private readonly connection = inject(Connection);
  private readonly document = inject(DOCUMENT);
  private readonly live = inject(Live);
  private readonly people = inject(People);
  private readonly tickets = inject(LiveTickets);

  private tabs: LiveTabs | undefined;
  private listening = new Subscription();
  private figuresAt = -FIGURES_MS;
  private figuresTimer: ReturnType<typeof setTimeout> | undefined;
  /** Figures moved while nobody looked. */
  private figuresDue = false;
  private hiddenAt: number | undefined;

  /** A browser that cannot listen stays as it is. */
  start(): void {
    if (this.tabs || typeof EventSource === 'undefined') return;
    this.tabs = new LiveTabs(`desk.live${this.basePath}`, this.basePath + EVENTS_URL, {
      event: (event) => this.hear(event),
      state: (state, asOf) => this.live.become(state, asOf),
      missed: (what) => this.missed(what),
    });
    const window = this.document.defaultView ?? globalThis.window;
    this.listening = new Subscription();
    this.listening.add(fromEvent(this.document, 'visibilitychange').subscribe(() => this.looked()));
    this.listening.add(fromEvent(window, 'offline').subscribe(() => this.tabs?.pause()));
    this.listening.add(this.connection.back.subscribe(() => this.tabs?.ensure()));
    this.listening.add(this.live.wanted.subscribe(() => this.tabs?.ensure()));
    this.tabs.start();
  }

  stop(): void {
    this.listening.unsubscribe();
    clearTimeout(this.figuresTimer);
    this.figuresTimer = undefined;
    this.tickets.forget();
    this.tabs?.stop();
    this.tabs = undefined;
    this.live.become('connecting', null);
  }

  /** Somebody has signed in again. */
  resume(): void {
    this.tabs?.ensure();
  }

  private hear(event: LiveEvent): void {
    this.live.hear(event);
    if (isOfTicket(event)) this.tickets.hear(event);
    else if (event.kind === 'statistics.changed') this.figures();
    else if (event.kind === 'categories.changed') this.categories.reload();
    else if (event.kind === 'people.changed') this.people.reload();
  }

  private missed(what: Missed): void {
    if (what === 'all') this.tickets.forget();
    this.categories.refresh();
    this.people.reload();
    this.live.tellMissed(what);
  }

  private figures(): void {
    this.figuresDue = true;
    if (this.figuresTimer !== undefined || this.document.visibilityState === 'hidden') return;
    const wait = Math.max(0, this.figuresAt + FIGURES_MS - Date.now());
    this.figuresTimer = setTimeout(() => {
      this.figuresTimer = undefined;
      this.figuresDue = false;
      this.figuresAt = Date.now();
      this.live.moveFigures();
    }, wait);
  }

  private looked(): void {
    if (this.document.visibilityState === 'hidden') {
      this.hiddenAt = Date.now();
      return;
    }
    const away = this.hiddenAt === undefined ? 0 : Date.now() - this.hiddenAt;
    this.hiddenAt = undefined;
    if (this.figuresDue) this.figures();
    if (away < AWAY_MS) {
      this.tabs?.checkLeader();
    } else if (this.tabs?.leads) {
      this.tabs.reopen();
    } else {
      this.tabs?.checkLeader();
      this.missed('all');
    }
  }
}
