import {
  ChangeDetectionStrategy,
  Component,
  type ElementRef,
  booleanAttribute,
  computed,
  input,
  output,
  viewChild,
} from '@angular/core';
import { MatPseudoCheckbox } from '@angular/material/core';
import { MatIcon } from '@angular/material/icon';
import { MatMenu, MatMenuContent, MatMenuItem, MatMenuTrigger } from '@angular/material/menu';
import { ValueTag } from '../../ui/value-tag';
import { type Choice, grouped } from './choices';

/** Narrows a list by one field: a chip that opens a menu, shows what is chosen, and clears it. */
@Component({
  selector: 'desk-choice-chip',
  imports: [MatIcon, MatMenu, MatMenuContent, MatMenuItem, MatMenuTrigger, MatPseudoCheckbox, ValueTag],
  templateUrl: './choice-chip.html',
  styleUrl: './choice-chip.scss',
  host: { '[class.on]': 'on()' },
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class ChoiceChip {
  readonly label = input.required<string>();
  readonly choices = input.required<readonly Choice[]>();
  readonly chosen = input<readonly string[]>([]);
  /** Any of several values, or one at most. */
  readonly multiple = input(false, { transform: booleanAttribute });
  /** The values chosen now, in the order they are offered. */
  readonly changed = output<readonly string[]>();

  private readonly button = viewChild.required<ElementRef<HTMLButtonElement>>('button');
  protected readonly groups = computed(() => grouped(this.choices()));
  protected readonly on = computed(() => this.chosen().length > 0);
  /** As they are offered, then what is not offered any more. */
  private readonly labels = computed(() => {
    const offered = this.choices().filter(({ value }) => this.chosen().includes(value));
    const known = new Set(offered.map(({ value }) => value));
    return [...offered.map(({ label }) => label), ...this.chosen().filter((value) => !known.has(value))];
  });
  protected readonly words = computed(() => this.labels().join(', '));
  /** Fits on the chip. */
  protected readonly short = computed(() => {
    const labels = this.labels();
    return labels.length <= 3 ? this.words() : `${labels.slice(0, 2).join(', ')} and ${labels.length - 2} more`;
  });

  focus(): void {
    this.button().nativeElement.focus();
  }

  protected pick(event: Event, value: string): void {
    if (!this.multiple()) {
      this.changed.emit(this.chosen().includes(value) ? [] : [value]);
      return;
    }
    // The menu stays open: several values are chosen in one go.
    event.stopPropagation();
    const isChosen = (one: string) => (one === value) !== this.chosen().includes(one);
    this.changed.emit(
      this.choices()
        .map((choice) => choice.value)
        .filter(isChosen),
    );
  }

  protected clear(): void {
    this.focus();
    this.changed.emit([]);
  }
}
