import { Injectable, computed, effect, inject, signal, untracked } from '@angular/core';
import type { SimilarTicket } from '../../api/model';
import { SimilarApi } from '../../api/similar-api';
import { TriageSession } from './triage-session';

/** The ticket that the one at hand is most like, read ahead as the suggestions are. Provided by the page. */
@Injectable()
export class TriageSimilar {
  private readonly api = inject(SimilarApi);
  private readonly session = inject(TriageSession);
  private readonly known = signal<ReadonlyMap<number, SimilarTicket | null>>(new Map());

  /** Undefined while there is none, or none yet. */
  readonly nearest = computed(() => {
    const ticket = this.session.ticket();
    return (ticket && this.known().get(ticket.id)) ?? undefined;
  });

  constructor() {
    effect(() => {
      const ticket = this.session.ticket();
      const wanted = [...(ticket ? [ticket] : []), ...this.session.next()];
      untracked(() => wanted.forEach(({ id }) => this.fetch(id)));
    });
  }

  /** Closes the ticket at hand for that one. */
  close(): void {
    const ticket = this.session.ticket();
    const nearest = this.nearest();
    if (ticket && nearest) this.session.closeFor(ticket, nearest.duplicate_of ?? nearest.id);
  }

  private fetch(id: number): void {
    if (this.known().has(id)) return;
    this.learn(id, null);
    // Without it there is nothing to close the ticket for.
    this.api
      .toTicket(id, 1)
      .subscribe({ next: ([nearest]) => this.learn(id, nearest ?? null), error: () => undefined });
  }

  private learn(id: number, nearest: SimilarTicket | null): void {
    this.known.update((known) => new Map([...known, [id, nearest]]));
  }
}
