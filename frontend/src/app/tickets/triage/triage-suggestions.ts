import { DOCUMENT, Injectable, computed, effect, inject, untracked } from '@angular/core';
import { Observable, concatMap, from, switchMap, timer } from 'rxjs';
import type { Suggestion, Ticket, TicketDetail } from '../../api/model';
import { TicketStore } from '../../api/ticket-store';
import { TicketsApi } from '../../api/tickets-api';
import { readAhead } from './read-ahead';
import { TriageSession } from './triage-session';

/** What the desk said of a ticket; `waiting` while it is being asked for, null where it has said nothing. */
export type Said = Suggestion | null | 'waiting';

/** So long, each time, until a suggestion that is still to come is asked for again; then the person sorts unaided. */
const AGAIN_MS = [3_000, 3_000, 6_000, 12_000, 24_000, 48_000];

/**
 * The suggestions of the ticket at hand and of those that come next. When it is a ticket's turn it is read once more:
 * somebody may have sorted it meanwhile, and then the next one is at hand. Provided by the page.
 */
@Injectable()
export class TriageSuggestions {
  private readonly api = inject(TicketsApi);
  private readonly session = inject(TriageSession);
  private readonly store = inject(TicketStore);
  private readonly document = inject(DOCUMENT);
  // Without it the person chooses unaided.
  private readonly read = readAhead<TicketDetail>(
    (id) => this.api.fetch(id),
    (id) => this.lookAfter(id),
  );
  /** The number of the ticket at hand, if nothing is suggested for it yet. */
  private readonly missing = computed(() => {
    const ticket = this.session.ticket();
    return ticket && this.of(ticket.id) === null ? ticket.id : null;
  });

  constructor() {
    effect((onCleanup) => {
      const ticket = this.session.ticket();
      if (!ticket) return;
      const look = untracked(() => this.takeTurn(ticket));
      onCleanup(() => look?.unsubscribe());
    });
    effect((onCleanup) => {
      const id = this.missing();
      if (id === null) return;
      const asking = from(AGAIN_MS)
        .pipe(
          concatMap((ms) =>
            timer(ms).pipe(
              switchMap(() => this.seen()),
              switchMap(() => this.read.again(id)),
            ),
          ),
        )
        .subscribe();
      onCleanup(() => asking.unsubscribe());
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
    return this.read.again(ticket.id).subscribe();
  }

  /** Somebody may have sorted the ticket at hand meanwhile. */
  private lookAfter(id: number): void {
    const ticket = untracked(this.session.ticket);
    if (ticket?.id !== id) return;
    if (this.store.isGone(id) || this.store.newest(ticket).triage === null) this.session.overtaken(ticket);
  }

  /** As soon as somebody sees the page. */
  private seen(): Observable<void> {
    return new Observable((waiting) => {
      const look = () => {
        if (this.document.visibilityState !== 'visible') return;
        waiting.next();
        waiting.complete();
      };
      this.document.addEventListener('visibilitychange', look);
      look();
      return () => this.document.removeEventListener('visibilitychange', look);
    });
  }
}
