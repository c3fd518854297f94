import { Injectable, inject } from '@angular/core';
import { type Observable, catchError, map, of, switchMap, timeout } from 'rxjs';
import type { Ticket, TicketEvent } from '../../api/model';
import { TicketsApi } from '../../api/tickets-api';
import { DialogOpening } from '../../core/dialog-opening';
import type { ValueOption } from '../../ui/vocabulary';
import { type Conflict, type ConflictValue, isText } from './conflict';
import { ConflictDialog } from './conflict-dialog';

/** The question does not wait longer to learn who it was. */
const WHO_MS = 3_000;

/** Asks which of two values a ticket shall have. */
@Injectable({ providedIn: 'root' })
export class ConflictQuestion {
  private readonly api = inject(TicketsApi);
  private readonly dialog = inject(DialogOpening);

  /** True for "Keep mine". Closing it any other way overwrites nothing. */
  ask(ticket: Ticket, mine: ValueOption, theirs: ValueOption): Observable<boolean> {
    return this.choose(ticket, mine, theirs).pipe(map((choice) => choice === 'mine'));
  }

  /** Which of the two shall stand; null when the person closes the question without saying so. */
  choose(ticket: Ticket, mine: ConflictValue, theirs: ConflictValue): Observable<'mine' | 'theirs' | null> {
    return this.author(ticket, theirs).pipe(
      switchMap((by) => this.open({ id: ticket.id, mine, theirs, by })),
      map((keepMine) => (keepMine === undefined ? null : keepMine ? 'mine' : 'theirs')),
    );
  }

  private open(data: Conflict): Observable<boolean | undefined> {
    return this.dialog
      .open<ConflictDialog, Conflict, boolean>(ConflictDialog, {
        data,
        autoFocus: 'first-heading',
        width: isText(data.mine) ? '640px' : '440px',
      })
      .afterClosed();
  }

  /** Who chose the other value, and from where; null when it cannot be told. */
  private author(ticket: Ticket, theirs: ConflictValue): Observable<Conflict['by']> {
    const chose = ({ changes }: TicketEvent) =>
      changes.some(({ field, to }) => field === theirs.kind && String(to ?? 'none') === theirs.value);
    return this.api.events(ticket.id).pipe(
      timeout(WHO_MS),
      map(({ results }) => {
        const event = results.findLast(chose);
        const { actor = null, via } = event ?? {};
        return actor === null || via === undefined ? null : { id: actor, via };
      }),
      catchError(() => of(null)),
    );
  }
}
