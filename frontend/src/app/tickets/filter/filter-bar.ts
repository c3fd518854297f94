import { ChangeDetectionStrategy, Component, computed, inject, viewChildren } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { ChoiceChip } from '../../kit/list/choice-chip';
import { valueChoices } from '../../kit/list/choices';
import { TicketChoices } from '../ticket-choices';
import type { ValueKind } from '../ticket-values';
import { FilterAddress } from './filter-address';
import { filterSize } from './filter-words';

const ORDER: readonly ValueKind[] = ['status', 'priority', 'category', 'assignee'];

/** The filters of the list, one chip each. */
@Component({
  selector: 'desk-filter-bar',
  imports: [ChoiceChip, MatButton],
  template: `
    @for (choice of choices(); track choice.kind) {
      <desk-choice-chip
        multiple
        [label]="choice.label"
        [choices]="choice.choices"
        [chosen]="address.filter()[choice.kind] ?? []"
        (changed)="change(choice.kind, $event)"
      />
    }
    @if (filtered()) {
      <button matButton class="button-small" type="button" (click)="clear()">Clear</button>
    }
  `,
  styles: `
    :host {
      display: flex;
      flex-wrap: wrap;
      align-items: center;
      gap: 8px;
      padding: 0 20px 12px;
    }

    @media (max-width: 599px) {
      :host {
        // Scrolls sideways under the finger, with room for the focus ring.
        flex-wrap: nowrap;
        overflow-x: auto;
        margin-top: -4px;
        padding: 4px 16px 12px;
        scrollbar-width: none;
      }
    }
  `,
  host: { role: 'group', 'aria-label': 'Filters' },
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class FilterBar {
  private readonly offered = inject(TicketChoices);
  protected readonly address = inject(FilterAddress);

  private readonly chips = viewChildren(ChoiceChip);
  protected readonly filtered = computed(() => filterSize(this.address.filter()) > 0);
  protected readonly choices = computed(() =>
    ORDER.flatMap((kind) => this.offered.forFilters().filter((choice) => choice.kind === kind)).map(
      ({ kind, label, options }) => ({ kind, label, choices: valueChoices(options) }),
    ),
  );

  protected change(kind: ValueKind, values: readonly string[]): void {
    this.address.change({ [kind]: values });
  }

  protected clear(): void {
    // The button goes away with the filters.
    this.chips()[0]?.focus();
    this.address.clear();
  }
}
