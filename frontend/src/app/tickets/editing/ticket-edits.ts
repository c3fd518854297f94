import { Injectable, inject, signal } from '@angular/core';
import {
  EMPTY,
  type Observable,
  Subject,
  catchError,
  concatMap,
  finalize,
  groupBy,
  mergeMap,
  of,
  switchMap,
  tap,
  throwError,
} from 'rxjs';
import type { Ticket } from '../../api/model';
import { problemOf } from '../../api/problem-error';
import { TicketStore } from '../../api/ticket-store';
import { TicketsApi } from '../../api/tickets-api';
import { Notifications } from '../../core/notifications';
import type { ValueOption } from '../../ui/vocabulary';
import { TicketNames } from '../ticket-names';
import { updateTo, valueOf } from '../ticket-values';
import { changeWords } from './change-words';
import { ConflictQuestion } from './conflict-question';

interface Edit {
  /** As it was on screen when the value was chosen. */
  readonly ticket: Ticket;
  readonly option: ValueOption;
  readonly undoing: boolean;
  /** When it was chosen, as the API writes times. */
  readonly at: string;
}

/** More than this many others in between and something else is wrong. */
const MAX_TRIES = 5;

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

  private save(edit: Edit, base: Ticket, tries = 1): Observable<Ticket> {
    return this.api
      .update(edit.ticket.id, updateTo(edit.option), base.version)
      .pipe(
        catchError((error: unknown) =>
          problemOf(error)?.code === 'stale_version' && tries < MAX_TRIES
            ? this.settle(edit, tries)
            : throwError(() => error),
        ),
      );
  }

  /** Someone changed the ticket meanwhile: find out what, and ask only when it is the same value. */
  private settle(edit: Edit, tries: number): Observable<Ticket> {
    return this.api.fetch(edit.ticket.id).pipe(
      switchMap((theirs) => {
        const now = this.value(theirs, edit);
        if (now.value === edit.option.value) return of(theirs);
        if (now.value === this.value(edit.ticket, edit).value) return this.save(edit, theirs, tries + 1);
        return this.conflict
          .ask(theirs, edit.option, now)
          .pipe(switchMap((keepMine) => (keepMine ? this.save(edit, theirs, tries + 1) : EMPTY)));
      }),
    );
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
