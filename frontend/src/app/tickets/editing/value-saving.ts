import { Injectable, inject } from '@angular/core';
import { EMPTY, type Observable, map, of, switchMap, tap } from 'rxjs';
import type { Ticket, TicketUpdate } from '../../api/model';
import { TicketsApi } from '../../api/tickets-api';
import type { ValueOption } from '../../ui/vocabulary';
import { TicketNames } from '../ticket-names';
import { updateTo, valueOf } from '../ticket-values';
import { ConflictQuestion } from './conflict-question';
import { type Settlement, saveOver, standing } from '../../kit/forms/overtaken';

/** A value that a person chose for a ticket. */
export interface ValueEdit {
  /** As it was on screen when the value was chosen. */
  readonly ticket: Ticket;
  readonly option: ValueOption;
}

/** What puts a ticket back among those that nobody has sorted. */
export const WAITS_AGAIN: TicketUpdate = { triage: 'pending' };

/**
 * Saves a value against the version that was seen. When someone else was faster with the same value, the person is
 * asked; another value of the ticket is no conflict.
 */
@Injectable({ providedIn: 'root' })
export class ValueSaving {
  private readonly api = inject(TicketsApi);
  private readonly conflict = inject(ConflictQuestion);
  private readonly names = inject(TicketNames);

  /** Emits what was saved, by `update` if that says more than the value; `left` is called when the person takes the other value. */
  save(edit: ValueEdit, base: Ticket, left: () => void, update = updateTo(edit.option)): Observable<Ticket> {
    const save = (over: Ticket) =>
      saveOver(over, {
        save: (seen) => this.api.update(seen.id, update, seen.version),
        fetch: ({ id }) => this.api.fetch(id),
        settle: (now) => this.settle(edit, now, left),
      });
    // What is known by now is not overwritten unseen: it may have come while this one waited for its turn.
    if (base.version <= edit.ticket.version) return save(base);
    return this.settle(edit, base, left).pipe(
      switchMap((settlement) => (settlement === 'save' ? save(base) : settlement === 'done' ? of(base) : EMPTY)),
    );
  }

  /** True for "Keep mine". */
  ask(ticket: Ticket, mine: ValueOption, theirs: ValueOption): Observable<boolean> {
    return this.conflict.ask(ticket, mine, theirs);
  }

  /** Asks only when someone else changed the same value to another. */
  private settle({ ticket, option }: ValueEdit, theirs: Ticket, left: () => void): Observable<Settlement> {
    const now = valueOf(theirs, option.kind, this.names);
    const stands = standing(option.value, valueOf(ticket, option.kind, this.names).value, now.value);
    if (stands === 'agreed') return of('done');
    if (stands === 'mine') return of('save');
    return this.conflict.ask(theirs, option, now).pipe(
      tap((keepMine) => {
        if (!keepMine) left();
      }),
      map((keepMine) => (keepMine ? 'save' : 'leave')),
    );
  }
}
