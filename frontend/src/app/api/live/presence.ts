import { HttpClient } from '@angular/common/http';
import { DestroyRef, Injectable, effect, inject, signal, untracked } from '@angular/core';
import { takeUntilDestroyed } from '@angular/core/rxjs-interop';
import { EMPTY, catchError } from 'rxjs';
import type { PersonPresent, PresenceList } from '../model';
import { Live } from './live';
import { PresencePlace } from './presence-place';

const NOBODY: readonly PersonPresent[] = [];

interface KnownPresence {
  readonly ticket_id: number;
  readonly people: readonly PersonPresent[];
}

/** Who has which ticket open, as the desk tells it; nobody while that is not told. */
@Injectable({ providedIn: 'root' })
export class Presence {
  private readonly http = inject(HttpClient);
  private readonly live = inject(Live);
  private readonly tickets = signal<ReadonlyMap<number, readonly PersonPresent[]>>(new Map());
  /** When each ticket was told of, by `performance.now()`: an answer to what was asked before is older. */
  private readonly heardAt = new Map<number, number>();

  constructor() {
    this.live.events.pipe(takeUntilDestroyed()).subscribe((event) => {
      if (event.kind !== 'presence') return;
      this.heardAt.set(event.ticket_id, performance.now());
      this.know([event]);
    });
    inject(PresencePlace)
      .answers.pipe(takeUntilDestroyed())
      .subscribe(({ presence, askedAt }) => this.answer([presence], askedAt));
    const destroyed = inject(DestroyRef);
    // A line that comes to stand says what may have been missed.
    this.live.missed.pipe(takeUntilDestroyed()).subscribe(() => this.read(destroyed));
    if (untracked(this.live.state) === 'on') this.read(destroyed);
    effect(() => {
      // What nobody tells of may not be so any more.
      if (this.live.state() === 'off') this.tickets.set(new Map());
    });
  }

  /** Everybody who has the ticket open, the reader too. Reads a signal. */
  at(ticket: number): readonly PersonPresent[] {
    return this.tickets().get(ticket) ?? NOBODY;
  }

  private read(destroyed: DestroyRef): void {
    const askedAt = performance.now();
    this.http
      .get<PresenceList>('/api/presence')
      .pipe(
        // It is asked again when the line is back.
        catchError(() => EMPTY),
        takeUntilDestroyed(destroyed),
      )
      .subscribe(({ results }) => {
        const there = new Set(results.map(({ ticket_id }) => ticket_id));
        const gone = [...untracked(this.tickets).keys()].filter((ticket) => !there.has(ticket));
        this.answer([...results, ...gone.map((ticket_id) => ({ ticket_id, people: [] }))], askedAt);
      });
  }

  private answer(presences: readonly KnownPresence[], askedAt: number): void {
    this.know(presences.filter(({ ticket_id }) => (this.heardAt.get(ticket_id) ?? 0) < askedAt));
  }

  private know(presences: readonly KnownPresence[]): void {
    this.tickets.update((before) => {
      const now = new Map(before);
      for (const { ticket_id, people } of presences) {
        if (people.length > 0) now.set(ticket_id, people);
        else now.delete(ticket_id);
      }
      return now;
    });
  }
}
