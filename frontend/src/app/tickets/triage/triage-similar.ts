import { Injectable, computed, inject } from '@angular/core';
import { map } from 'rxjs';
import { SimilarApi } from '../../api/similar-api';
import { readAhead } from './read-ahead';
import { TriageSession } from './triage-session';

/** The ticket that the one at hand is most like. Provided by the page. */
@Injectable()
export class TriageSimilar {
  private readonly api = inject(SimilarApi);
  private readonly session = inject(TriageSession);
  // Without it there is nothing to close the ticket for.
  private readonly known = readAhead((id) => this.api.toTicket(id, 1).pipe(map(([nearest]) => nearest ?? null)));

  /** Null while there is none, or none yet. */
  readonly nearest = computed(() => {
    const ticket = this.session.ticket();
    return (ticket && this.known().get(ticket.id)) ?? null;
  });
  /** The number of the ticket that the one at hand would be a duplicate of; null while there is none. */
  readonly original = computed(() => {
    const nearest = this.nearest();
    return nearest && (nearest.duplicate_of ?? nearest.id);
  });

  /** Closes the ticket at hand for that one. */
  close(): void {
    const ticket = this.session.ticket();
    const original = this.original();
    if (ticket && original !== null) this.session.closeFor(ticket, original);
  }
}
