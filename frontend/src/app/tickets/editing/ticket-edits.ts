import { Injectable, computed, inject, signal } from '@angular/core';
import { EMPTY, type Observable, Subject, catchError, concatMap, finalize, groupBy, mergeMap, tap } from 'rxjs';
import type { Ticket } from '../../api/model';
import { TicketStore } from '../../api/ticket-store';
import { Notifications } from '../../core/notifications';
import { type Step, Undo } from '../../core/undo';
import type { ValueOption } from '../../ui/vocabulary';
import { TicketNames } from '../ticket-names';
import { updateTo, valueOf } from '../ticket-values';
import { changeWords } from './change-words';
import { type ValueEdit, ValueSaving, WAITS_AGAIN } from './value-saving';

interface Edit extends ValueEdit {
  /** What it takes back; undefined when it takes back nothing. */
  readonly undoing?: Edit;
  /** What takes it back; an undoing is not undone. */
  readonly step?: Step;
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
  private readonly names = inject(TicketNames);
  private readonly notifications = inject(Notifications);
  private readonly saving = inject(ValueSaving);
  private readonly store = inject(TicketStore);
  private readonly undo = inject(Undo);

  private readonly chosen = new Subject<Edit>();
  private readonly pending = signal<readonly Edit[]>([]);
  /** Those by which somebody sorted a ticket that waited for it. */
  private readonly ended = new WeakSet<Edit>();

  /** The numbers of the tickets of which something is being saved. Reads a signal. */
  readonly underWay = computed(() => this.pending().map(({ ticket }) => ticket.id));

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
    const pending = this.pending();
    // A long list asks for every ticket, and most of the time nothing is being saved.
    if (pending.length === 0) return ticket;
    return pending
      .filter((edit) => edit.ticket.id === ticket.id)
      .reduce((shown, edit) => ({ ...shown, ...updateTo(edit.option), updated_at: edit.at }), ticket);
  }

  /**
   * @param before what stood there when the person began to choose: where somebody else has changed it since, they are asked
   *   which of the two shall stand.
   */
  change(ticket: Ticket, option: ValueOption, before?: ValueOption): void {
    const now = valueOf(ticket, option.kind, this.names);
    if (before && now.value !== before.value && now.value !== option.value)
      this.saving.ask(ticket, option, now).subscribe((keepMine) => keepMine && this.change(ticket, option));
    else this.begin(ticket, option);
  }

  private begin(ticket: Ticket, option: ValueOption): void {
    const step = { takeBack: () => this.takeBack(edit) };
    const edit: Edit = { ticket, option, at: new Date().toISOString(), step };
    this.undo.add(step);
    this.choose(edit);
  }

  private choose(edit: Edit): void {
    this.pending.update((all) => [...all, edit]);
    this.chosen.next(edit);
  }

  /** When the value has been changed again since, the person decides. */
  private takeBack(edit: Edit): void {
    const ticket = this.shown(this.store.newest(edit.ticket));
    const [before, now] = [this.value(edit.ticket, edit), this.value(ticket, edit)];
    const undo = () => this.choose({ ticket, option: before, undoing: edit, at: new Date().toISOString() });
    if (now.value === edit.option.value || now.value === before.value) undo();
    else this.saving.ask(ticket, before, now).subscribe((keepMine) => keepMine && undo());
  }

  private perform(edit: Edit): Observable<unknown> {
    const base = this.store.newest(edit.ticket);
    const update = this.waitsAgain(edit) ? WAITS_AGAIN : undefined;
    return this.saving
      .save(edit, base, () => this.takeAway(edit), update)
      .pipe(
        tap(({ triage }) => {
          if (base.triage !== null && triage === null) this.ended.add(edit);
          this.tell(edit, triage);
        }),
        catchError((error: unknown) => {
          this.takeAway(edit);
          const again = { label: 'Try again', run: () => this.tryAgain(edit) };
          this.notifications.showError(`The ${edit.option.kind} of #${edit.ticket.id} was not changed`, error, again);
          return EMPTY;
        }),
        finalize(() => this.pending.update((all) => all.filter((one) => one !== edit))),
      );
  }

  /** It does not stand, so there is nothing to take back. */
  private takeAway({ step }: Edit): void {
    if (step) this.undo.forget(step);
  }

  private tryAgain(edit: Edit): void {
    const ticket = this.store.newest(edit.ticket);
    if (edit.undoing) this.choose({ ...edit, ticket });
    else this.change(ticket, edit.option);
  }

  private tell(edit: Edit, triage: Ticket['triage']): void {
    const waits = this.waitsAgain(edit) && triage !== null;
    const words = waits
      ? `Ticket #${edit.ticket.id} waits to be sorted`
      : changeWords(edit.ticket.id, edit.option, this.names.me());
    const { step } = edit;
    if (step) this.undo.offer(step, words);
    else this.notifications.show(`Undone. ${words} again`);
  }

  /** What ended the waiting of a ticket is taken back whole. */
  private waitsAgain({ undoing }: Edit): boolean {
    return undoing !== undefined && this.ended.has(undoing);
  }

  private value(ticket: Ticket, edit: Edit): ValueOption {
    return valueOf(ticket, edit.option.kind, this.names);
  }
}
