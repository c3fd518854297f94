import { Injectable, inject } from '@angular/core';
import { type Observable, catchError, map, of, switchMap, timeout } from 'rxjs';
import type { Ticket, TicketEvent } from '../../api/model';
import { TicketsApi } from '../../api/tickets-api';
import { DialogOpening } from '../../core/dialog-opening';
import type { ValueOption } from '../../ui/vocabulary';
import { type Conflict, ConflictDialog } from './conflict-dialog';

/** The question does not wait longer to learn who it was. */
const WHO_MS = 3_000;

/** Asks which of two values a ticket shall have. */
@Injectable({ providedIn: 'root' })
export class ConflictQuestion {
  private readonly api = inject(TicketsApi);
  private readonly dialog = inject(DialogOpening);

  /** True for "Keep mine". Closing it any other way overwrites nothing. */
  ask(ticket: Ticket, mine: ValueOption, theirs: ValueOption): Observable<boolean> {
    return this.author(ticket, theirs).pipe(
      switchMap((by) => this.open({ id: ticket.id, mine, theirs, by })),
      map((keepMine) => keepMine === true),
    );
  }

  private open(data: Conflict): Observable<boolean | undefined> {
    return this.dialog
      .open<ConflictDialog, Conflict, boolean>(ConflictDialog, {
        data,
        autoFocus: 'first-heading',
        width: '440px',
      })
      .afterClosed();
  }

  /** The number of the person who chose the other value; null when it cannot be told. */
  private author(ticket: Ticket, theirs: ValueOption): Observable<number | null> {
    const chose = ({ changes }: TicketEvent) =>
      changes.some(({ field, to }) => field === theirs.kind && String(to ?? 'none') === theirs.value);
    return this.api.events(ticket.id).pipe(
      timeout(WHO_MS),
      map(({ results }) => results.findLast(chose)?.actor ?? null),
      catchError(() => of(null)),
    );
  }
}
