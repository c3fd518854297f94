import { ChangeDetectionStrategy, Component, computed, inject, input, linkedSignal, output } from '@angular/core';
import { MatButton } from '@angular/material/button';
import type { LaterSuggestion, Ticket, TicketUpdate } from '../../api/model';
import { problemOf } from '../../api/problem-error';
import { TicketStore } from '../../api/ticket-store';
import { TicketsApi } from '../../api/tickets-api';
import { Notifications } from '../../core/notifications';
import { Undo } from '../../core/undo';
import { Token } from '../../ui/token';
import { ValueTag } from '../../ui/value-tag';
import { type ValueOption, categoryOption, priorityOption } from '../../ui/vocabulary';
import { TicketNames } from '../ticket-names';

/** What the desk suggests for what the customer wrote after the ticket was sorted: to be taken or left, and nothing by itself. */
@Component({
  selector: 'desk-later-suggested',
  imports: [MatButton, Token, ValueTag],
  template: `
    <b id="desk-later-suggested">Another matter now?</b>
    <span>The desk suggests</span>
    @for (option of options(); track option.kind) {
      <desk-token origin="desk"><desk-value-tag [option]="option" /></desk-token>
    }
    <span class="ways">
      <button
        matButton="tonal"
        class="button-small"
        type="button"
        disabledInteractive
        [disabled]="busy()"
        (click)="decide('taken')"
      >
        Take
      </button>
      <button
        matButton
        class="button-small"
        type="button"
        disabledInteractive
        [disabled]="busy()"
        (click)="decide('left')"
      >
        Leave as it is
      </button>
    </span>
  `,
  styles: `
    :host {
      display: flex;
      flex-wrap: wrap;
      align-items: center;
      gap: 4px 8px;
      padding: 8px 12px;
      border: 1.5px dashed var(--mat-sys-tertiary);
      border-radius: 8px;
      color: var(--mat-sys-on-surface-variant);
      font: var(--mat-sys-body-small);
    }

    b {
      color: var(--mat-sys-on-surface);
      font-weight: 600;
    }

    .ways {
      display: flex;
      flex-wrap: wrap;
      gap: 4px;
      margin-left: auto;
    }
  `,
  host: { role: 'group', 'aria-labelledby': 'desk-later-suggested' },
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class LaterSuggested {
  readonly ticket = input.required<Ticket>();
  readonly suggestion = input.required<LaterSuggestion>();
  readonly decided = output();

  private readonly api = inject(TicketsApi);
  private readonly names = inject(TicketNames);
  private readonly notifications = inject(Notifications);
  private readonly store = inject(TicketStore);
  private readonly undo = inject(Undo);
  /** Until another one stands there. */
  protected readonly busy = linkedSignal({ source: () => this.suggestion().id, computation: () => false });

  protected readonly options = computed(() => {
    const { category, priority } = this.suggestion();
    return [
      ...(category === null ? [] : [categoryOption({ key: category, label: this.names.category(category) })]),
      ...(priority === null ? [] : [priorityOption(priority)]),
    ];
  });

  protected decide(decision: 'taken' | 'left'): void {
    this.send(decision, this.ticket(), this.suggestion().id, this.options());
  }

  /** Another ticket may be open by the time somebody tries again. */
  private send(decision: 'taken' | 'left', ticket: Ticket, id: string, values: readonly ValueOption[]): void {
    this.busy.set(this.suggestion().id === id);
    this.api.decideLater(ticket.id, id, decision).subscribe({
      next: () => {
        if (this.suggestion().id === id) this.decided.emit();
        if (decision === 'taken') this.offerUndo(ticket, values);
        else this.notifications.show(`Ticket #${ticket.id} stays as it is`);
      },
      error: (error: unknown) => {
        const isShown = this.suggestion().id === id;
        if (isShown) this.busy.set(false);
        const failed = `Ticket #${ticket.id} was not changed`;
        // Somebody else was quicker, or the ticket is another by now: no second try finds it.
        if (problemOf(error)?.code === 'suggestion_not_found') {
          if (isShown) this.decided.emit();
          this.notifications.showError(failed, error);
          return;
        }
        const again = { label: 'Try again', run: () => this.send(decision, ticket, id, values) };
        this.notifications.showError(failed, error, again);
      },
    });
  }

  private offerUndo(before: Ticket, taken: readonly ValueOption[]): void {
    const step = { takeBack: () => this.takeBack(before, taken) };
    this.undo.add(step);
    this.undo.offer(step, `Ticket #${before.id} is changed as the desk suggested`);
  }

  /** What somebody has changed since stays. */
  private takeBack(before: Ticket, taken: readonly ValueOption[]): void {
    const { id } = before;
    const now = this.store.newest(before);
    // Until the store has heard of what was taken, it knows the values before.
    const stands = taken.filter(({ kind, value }) => [value, before[kind]].includes(now[kind]));
    const also = stands.length < taken.length ? '. What was changed since stays' : '';
    if (stands.length === 0) {
      this.notifications.show(`Ticket #${id} was changed since and stays`);
      return;
    }
    const update = Object.fromEntries(stands.map(({ kind }) => [kind, before[kind]])) as TicketUpdate;
    this.api.update(id, update).subscribe({
      next: () => this.notifications.show(`Undone. Ticket #${id} is as it was${also}`),
      error: (error: unknown) => this.notifications.showError(`Ticket #${id} was not changed`, error),
    });
  }
}
