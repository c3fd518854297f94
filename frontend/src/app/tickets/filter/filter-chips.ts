import { ChangeDetectionStrategy, Component, computed, inject, viewChildren } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { ChoiceChip } from '../../kit/list/choice-chip';
import { valueChoices } from '../../kit/list/choices';
import type { ValueOption } from '../../ui/vocabulary';
import { TicketChoices } from '../ticket-choices';
import type { ValueKind } from '../ticket-values';
import { FilterAddress } from './filter-address';
import { filterSize } from './filter-words';

const ORDER: readonly ValueKind[] = ['status', 'priority', 'category', 'assignee'];

/** The filters of a list of tickets, one chip each; they stand among what is around them. */
@Component({
  selector: 'desk-filter-chips',
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
    <desk-choice-chip
      label="Triage"
      [choices]="waiting"
      [chosen]="address.filter().triage ? ['pending'] : []"
      (changed)="address.change({ triage: $event.length > 0 ? 'pending' : undefined })"
    />
    @if (filtered()) {
      <button matButton class="button-small" type="button" (click)="clear()">Clear</button>
    }
  `,
  styles: `
    :host {
      display: contents;
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class FilterChips {
  private readonly offered = inject(TicketChoices);
  protected readonly address = inject(FilterAddress);

  private readonly chips = viewChildren(ChoiceChip);
  protected readonly waiting = [{ value: 'pending', label: 'Not sorted yet' }];
  protected readonly filtered = computed(() => filterSize(this.address.filter()) > 0);
  protected readonly choices = computed(() =>
    ORDER.filter((kind) => kind !== 'assignee' || !this.address.within().assignee)
      .flatMap((kind) => this.offered.forFilters().filter((choice) => choice.kind === kind))
      .map(({ kind, label, options }) => ({ kind, label, choices: valueChoices(options.filter(this.isHeld(kind))) })),
  );

  /** What the view does not hold cannot be found in it. */
  private isHeld(kind: ValueKind): (option: ValueOption) => boolean {
    const held: readonly string[] | undefined = kind === 'status' ? this.address.within().status : undefined;
    return ({ value }) => held?.includes(value) ?? true;
  }

  focus(): void {
    this.chips()[0]?.focus();
  }

  /** What was clicked goes away with the filters. */
  clear(): void {
    this.focus();
    this.address.clear();
  }

  protected change(kind: ValueKind, values: readonly string[]): void {
    this.address.change({ [kind]: values });
  }
}
