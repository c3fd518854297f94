import { Injectable, effect, inject, signal, untracked } from '@angular/core';
import type { Suggestion } from '../../api/model';
import { TicketsApi } from '../../api/tickets-api';
import { TriageSession } from './triage-session';

/** What the desk said of a ticket; `waiting` while it is being asked for, null where it has said nothing. */
export type Said = Suggestion | null | 'waiting';

/** The suggestions of the ticket at hand and of those that come next, so that they are there at once. Provided by the page. */
@Injectable()
export class TriageSuggestions {
  private readonly api = inject(TicketsApi);
  private readonly session = inject(TriageSession);
  private readonly known = signal<ReadonlyMap<number, Said>>(new Map());

  constructor() {
    effect(() => {
      const ticket = this.session.ticket();
      const wanted = [...(ticket ? [ticket] : []), ...this.session.next()];
      untracked(() => wanted.forEach(({ id }) => this.fetch(id)));
    });
  }

  /** Reads a signal. */
  of(id: number): Said {
    return this.known().get(id) ?? (this.known().has(id) ? null : 'waiting');
  }

  private fetch(id: number): void {
    if (this.known().has(id)) return;
    this.learn(id, 'waiting');
    // Without it the person chooses unaided.
    this.api.fetch(id).subscribe({
      next: ({ suggestion }) => this.learn(id, suggestion),
      error: () => this.learn(id, null),
    });
  }

  private learn(id: number, said: Said): void {
    this.known.update((known) => new Map([...known, [id, said]]));
  }
}
