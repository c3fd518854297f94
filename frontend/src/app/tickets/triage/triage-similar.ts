import { Injectable, computed, inject } from '@angular/core';
import { SimilarApi } from '../../api/similar-api';
import { TicketStore } from '../../api/ticket-store';
import { duplicateOffer } from './duplicate-offer';
import { readAhead } from './read-ahead';
import { TriageSession } from './triage-session';
import { TriageSuggestions } from './triage-suggestions';

/** So many are asked for: some may be duplicates by now. */
const SIMILAR = 3;

/** The ticket that the one at hand is most like. Provided by the page. */
@Injectable()
export class TriageSimilar {
  private readonly api = inject(SimilarApi);
  private readonly session = inject(TriageSession);
  private readonly store = inject(TicketStore);
  private readonly suggestions = inject(TriageSuggestions);
  // Without it there is nothing to close the ticket for.
  private readonly read = readAhead((id) => this.api.toTicket(id, SIMILAR));

  /** What it is a duplicate of, as it seems; null while there is nothing, or nothing yet. */
  readonly offer = computed(() => {
    const ticket = this.session.ticket();
    if (!ticket || this.suggestions.hasDuplicates(ticket.id)) return null;
    return duplicateOffer(ticket, this.read.known().get(ticket.id) ?? [], {
      entries: this.session.entries(),
      newest: (one) => this.store.newest(one),
      isGone: (id) => this.store.isGone(id),
    });
  });

  /** Closes the ticket at hand for that one. */
  close(): void {
    const ticket = this.session.ticket();
    const offer = this.offer();
    if (ticket && offer) this.session.closeFor(ticket, offer.original);
  }
}
