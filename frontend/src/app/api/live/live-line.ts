import { DOCUMENT, Injectable, inject } from '@angular/core';
import { Subscription, fromEvent } from 'rxjs';
import { BASE_PATH } from '../base-path';
import { Connection } from '../connection';
import { Live } from './live';
import { LiveReading } from './live-reading';
import { LiveTabs } from './live-tabs';

const EVENTS_URL = '/api/events';
/** Who was away for longer may have been put to sleep, with the line that seems to stand. */
export const AWAY_MS = 60_000;

/**
 * The line on which the desk tells what happens, while somebody is signed in. Fetched after the first page; what it brings
 * is told through `Live`.
 */
@Injectable({ providedIn: 'root' })
export class LiveLine {
  private readonly basePath = inject(BASE_PATH);
  private readonly connection = inject(Connection);
  private readonly document = inject(DOCUMENT);
  private readonly live = inject(Live);
  private readonly reading = inject(LiveReading);

  private tabs: LiveTabs | undefined;
  private listening = new Subscription();
  private hiddenAt: number | undefined;

  /** A browser that cannot listen stays as it is. */
  start(): void {
    if (this.tabs || typeof EventSource === 'undefined') return;
    this.tabs = new LiveTabs(`desk.live${this.basePath}`, this.basePath + EVENTS_URL, {
      event: (event) => this.reading.hear(event),
      state: (state, asOf) => this.live.become(state, asOf),
      missed: (what) => this.reading.missed(what),
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
    this.reading.stop();
    this.tabs?.stop();
    this.tabs = undefined;
    this.live.become('connecting', null);
  }

  /** Somebody has signed in again. */
  resume(): void {
    this.tabs?.ensure();
  }

  private looked(): void {
    if (this.document.visibilityState === 'hidden') {
      this.hiddenAt = Date.now();
      return;
    }
    const away = this.hiddenAt === undefined ? 0 : Date.now() - this.hiddenAt;
    this.hiddenAt = undefined;
    if (away < AWAY_MS) {
      this.tabs?.checkLeader();
    } else if (this.tabs?.leads) {
      this.tabs.reopen();
    } else {
      this.tabs?.checkLeader();
      this.reading.missed('all');
    }
  }
}
