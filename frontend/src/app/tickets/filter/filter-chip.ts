import { ChangeDetectionStrategy, Component, type ElementRef, computed, input, output, viewChild } from '@angular/core';
import { MatPseudoCheckbox } from '@angular/material/core';
import { MatIcon } from '@angular/material/icon';
import { MatMenu, MatMenuContent, MatMenuItem, MatMenuTrigger } from '@angular/material/menu';
import { ValueTag } from '../../ui/value-tag';
import type { ValueOption } from '../../ui/vocabulary';

/** Narrows the list by one field: a chip that opens a menu of checkboxes, shows what is chosen, and clears it. */
@Component({
  selector: 'desk-filter-chip',
  imports: [MatIcon, MatMenu, MatMenuContent, MatMenuItem, MatMenuTrigger, MatPseudoCheckbox, ValueTag],
  templateUrl: './filter-chip.html',
  styleUrl: './filter-chip.scss',
  host: { '[class.on]': 'on()' },
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class FilterChip {
  readonly label = input.required<string>();
  readonly options = input.required<readonly ValueOption[]>();
  readonly chosen = input<readonly string[]>([]);
  /** The values chosen now, in the order of the options. */
  readonly changed = output<readonly string[]>();

  private readonly button = viewChild.required<ElementRef<HTMLButtonElement>>('button');
  protected readonly on = computed(() => this.chosen().length > 0);
  private readonly labels = computed(() =>
    this.options()
      .filter(({ value }) => this.chosen().includes(value))
      .map(({ label }) => label),
  );
  protected readonly words = computed(() => this.labels().join(', '));
  /** Fits on the chip. */
  protected readonly short = computed(() => {
    const labels = this.labels();
    return labels.length <= 3 ? this.words() : `${labels.slice(0, 2).join(', ')} and ${labels.length - 2} more`;
  });

  focus(): void {
    this.button().nativeElement.focus();
  }

  protected toggle(event: Event, value: string): void {
    // The menu stays open: several values are chosen in one go.
    event.stopPropagation();
    const isChosen = (one: string) => (one === value) !== this.chosen().includes(one);
    this.changed.emit(
      this.options()
        .map((option) => option.value)
        .filter(isChosen),
    );
  }

  protected clear(): void {
    this.focus();
    this.changed.emit([]);
  }
}
