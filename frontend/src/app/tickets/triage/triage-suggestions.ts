import { Injectable, effect, inject, untracked } from '@angular/core';
import { switchMap, timer } from 'rxjs';
import type { Suggestion, Ticket, TicketDetail } from '../../api/model';
import { TicketStore } from '../../api/ticket-store';
import { TicketsApi } from '../../api/tickets-api';
import { readAhead } from './read-ahead';
import { TriageSession } from './triage-session';

/** What the desk said of a ticket; `waiting` while it is being asked for, null where it has said nothing. */
export type Said = Suggestion | null | 'waiting';

/** So long until a suggestion that is still to come is asked for again. */
const AGAIN_MS = 3_000;

/**
 * The suggestions of the ticket at hand and of those that come next. When it is a ticket's turn it is read once more:
 * somebody may have sorted it meanwhile, and then the next one is at hand. Provided by the page.
 */
@Injectable()
export class TriageSuggestions {
  private readonly api = inject(TicketsApi);
  private readonly session = inject(TriageSession);
  private readonly store = inject(TicketStore);
  // Without it the person chooses unaided.
  private readonly read = readAhead<TicketDetail>((id) => this.api.fetch(id));

  constructor() {
    effect((onCleanup) => {
      const ticket = this.session.ticket();
      if (!ticket) return;
      const look = untracked(() => this.takeTurn(ticket));
      onCleanup(() => look?.unsubscribe());
    });
    effect((onCleanup) => {
      const ticket = this.session.ticket();
      if (!ticket || this.of(ticket.id) !== null) return;
      const wait = timer(AGAIN_MS)
        .pipe(switchMap(() => this.read.again(ticket.id)))
        .subscribe();
      onCleanup(() => wait.unsubscribe());
    });
  }

  /** Reads a signal. */
  of(id: number): Said {
    const detail = this.read.known().get(id);
    return detail === undefined ? 'waiting' : (detail?.suggestion ?? null);
  }

  /** Whether other tickets are duplicates of this one, as far as is known. Reads a signal. */
  hasDuplicates(id: number): boolean {
    return (this.read.known().get(id)?.duplicates.length ?? 0) > 0;
  }

  private takeTurn(ticket: Ticket) {
    // It is being read for the first time.
    if (!this.read.known().has(ticket.id)) return undefined;
    // It may have come meanwhile: keys wait for what it says.
    if (this.of(ticket.id) === null) this.read.forget(ticket.id);
    return this.read.again(ticket.id).subscribe(() => {
      if (this.store.isGone(ticket.id) || this.store.newest(ticket).triage === null) this.session.overtaken(ticket);
    });
  }
}
