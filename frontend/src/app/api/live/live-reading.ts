import { DOCUMENT, DestroyRef, Injectable, inject } from '@angular/core';
import { Categories } from '../categories';
import { People } from '../people';
import { Live, type Missed } from './live';
import { type LiveEvent, isOfTicket } from './live-event';
import { LiveTickets } from './live-tickets';

/** Figures are not asked for more often. */
export const FIGURES_MS = 2_000;

/** Sees to it that what is told is read again: tickets, figures, categories, people. */
@Injectable({ providedIn: 'root' })
export class LiveReading {
  private readonly categories = inject(Categories);
  private readonly document = inject(DOCUMENT);
  private readonly live = inject(Live);
  private readonly people = inject(People);
  private readonly tickets = inject(LiveTickets);

  private figuresAt = -FIGURES_MS;
  private timer: ReturnType<typeof setTimeout> | undefined;
  /** Figures moved and were not asked for yet. */
  private due = false;

  constructor() {
    const looked = () => this.figures();
    this.document.addEventListener('visibilitychange', looked);
    inject(DestroyRef).onDestroy(() => {
      this.document.removeEventListener('visibilitychange', looked);
      this.stop();
    });
  }

  hear(event: LiveEvent): void {
    this.live.hear(event);
    if (isOfTicket(event)) this.tickets.hear(event);
    else if (event.kind === 'categories.changed') this.categories.reload();
    else if (event.kind === 'people.changed') this.people.reload();
    else if (event.kind === 'statistics.changed') {
      this.due = true;
      this.figures();
    }
  }

  missed(what: Missed): void {
    if (what === 'all') this.tickets.forget();
    this.categories.refresh();
    this.people.reload();
    this.live.tellMissed(what);
  }

  /** What was told and not read yet is not read any more. */
  stop(): void {
    this.tickets.forget();
    clearTimeout(this.timer);
    this.timer = undefined;
    this.due = false;
  }

  /** At most once in a while, and not while nobody looks. */
  private figures(): void {
    if (!this.due || this.timer !== undefined || this.document.visibilityState === 'hidden') return;
    const wait = Math.max(0, this.figuresAt + FIGURES_MS - Date.now());
    this.timer = setTimeout(() => {
      this.timer = undefined;
      this.due = false;
      this.figuresAt = Date.now();
      this.live.moveFigures();
    }, wait);
  }
}
