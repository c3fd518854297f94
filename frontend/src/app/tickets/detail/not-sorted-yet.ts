import { ChangeDetectionStrategy, Component, computed, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { Priority, Suggestion } from '../../api/model';
import { Token } from '../../ui/token';
import { ValueTag } from '../../ui/value-tag';
import { categoryOption, priorityOption } from '../../ui/vocabulary';
import { TicketNames } from '../ticket-names';

/** Says of a ticket that its category and priority are only filled in, and beside it, never over it, what is suggested. */
@Component({
  selector: 'desk-not-sorted-yet',
  imports: [RouterLink, Token, ValueTag],
  template: `
    <b>Not sorted yet</b>
    @if (options().length > 0) {
      <span>The desk suggests</span>
      @for (option of options(); track option.value) {
        <desk-token origin="desk"><desk-value-tag [option]="option" /></desk-token>
      }
    } @else {
      <span>Category and priority are only filled in.</span>
    }
    <a class="link" routerLink="/triage">Triage</a>
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

    a {
      margin-left: auto;
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class NotSortedYet {
  /** Null when the desk says nothing, or not yet. */
  readonly suggestion = input.required<Suggestion | null>();

  private readonly names = inject(TicketNames);
  protected readonly options = computed(() => {
    const options = this.suggestion()?.options ?? { category: [], priority: [] };
    return [
      ...options.category.map((key) => categoryOption({ key, label: this.names.category(key) })),
      ...options.priority.map((value: Priority) => priorityOption(value)),
    ];
  });
}
