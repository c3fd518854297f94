import { Injectable, inject, signal } from '@angular/core';
import {
  EMPTY,
  type Observable,
  Subject,
  catchError,
  concatMap,
  finalize,
  groupBy,
  map,
  mergeMap,
  of,
  tap,
} from 'rxjs';
import type { Ticket } from '../../api/model';
import { TicketStore } from '../../api/ticket-store';
import { TicketsApi } from '../../api/tickets-api';
import { Notifications } from '../../core/notifications';
import type { ValueOption } from '../../ui/vocabulary';
import { TicketNames } from '../ticket-names';
import { updateTo, valueOf } from '../ticket-values';
import { changeWords } from './change-words';
import { ConflictQuestion } from './conflict-question';
import { type Settlement, saveOver, standing } from './overtaken';

interface Edit {
  /** As it was on screen when the value was chosen. */
  readonly ticket: Ticket;
  readonly option: ValueOption;
  readonly undoing: boolean;
  /** When it was chosen, as the API writes times. */
  readonly at: string;
}

/**
 * Changes values of tickets in place. A change shows at once and is taken back when the server refuses it; changes of
 * one ticket go out one after the other, each against the version that was seen. When someone else was faster with the
 * same value, the person is asked; another value of the ticket is no conflict.
 */
@Injectable({ providedIn: 'root' })
export class TicketEdits {
  private readonly api = inject(TicketsApi);
  private readonly conflict = inject(ConflictQuestion);
  private readonly names = inject(TicketNames);
  private readonly notifications = inject(Notifications);
  private readonly store = inject(TicketStore);

  private readonly chosen = new Subject<Edit>();
  private readonly pending = signal<readonly Edit[]>([]);

  constructor() {
    // Not bound to the page: what was chosen is saved even when the person has moved on.
    this.chosen
      .pipe(
        groupBy((edit) => edit.ticket.id),
        mergeMap((ofOneTicket) => ofOneTicket.pipe(concatMap((edit) => this.perform(edit)))),
      )
      .subscribe();
  }

  /** The ticket with what is being saved, so that the screen does not wait for the server. */
  shown(ticket: Ticket): Ticket {
    return this.pending()
      .filter((edit) => edit.ticket.id === ticket.id)
      .reduce((shown, edit) => ({ ...shown, ...updateTo(edit.option), updated_at: edit.at }), ticket);
  }

  change(ticket: Ticket, option: ValueOption, undoing = false): void {
    const edit = { ticket, option, undoing, at: new Date().toISOString() };
    this.pending.update((all) => [...all, edit]);
    this.chosen.next(edit);
  }

  private perform(edit: Edit): Observable<unknown> {
    return this.save(edit, this.store.newest(edit.ticket)).pipe(
      tap((saved) => this.tell(edit, saved)),
      catchError((error: unknown) => {
        const action = {
          label: 'Try again',
          run: () => this.change(this.store.newest(edit.ticket), edit.option, edit.undoing),
        };
        this.notifications.showError(`The ${edit.option.kind} of #${edit.ticket.id} was not changed`, error, action);
        return EMPTY;
      }),
      finalize(() => this.pending.update((all) => all.filter((one) => one !== edit))),
    );
  }

  private save(edit: Edit, base: Ticket): Observable<Ticket> {
    return saveOver(base, {
      save: (seen) => this.api.update(seen.id, updateTo(edit.option), seen.version),
      fetch: (id) => this.api.fetch(id),
      settle: (now) => this.settle(edit, now),
    });
  }

  /** Asks only when someone else changed the same value to another. */
  private settle(edit: Edit, theirs: Ticket): Observable<Settlement> {
    const now = this.value(theirs, edit);
    const stands = standing(edit.option.value, this.value(edit.ticket, edit).value, now.value);
    if (stands === 'agreed') return of('done');
    if (stands === 'mine') return of('save');
    return this.conflict.ask(theirs, edit.option, now).pipe(map((keepMine) => (keepMine ? 'save' : 'leave')));
  }

  private tell(edit: Edit, saved: Ticket): void {
    const words = changeWords(edit.ticket.id, edit.option, this.names.me());
    const before = this.value(edit.ticket, edit);
    const undo = { label: 'Undo', key: 'z', run: () => this.change(this.store.newest(saved), before, true) };
    if (edit.undoing) this.notifications.show(`${words} again`);
    else this.notifications.show(words, undo);
  }

  private value(ticket: Ticket, edit: Edit): ValueOption {
    return valueOf(ticket, edit.option.kind, this.names);
  }
}
