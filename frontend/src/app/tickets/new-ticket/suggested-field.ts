import { ChangeDetectionStrategy, Component, computed, input, output, viewChild } from '@angular/core';
import { MatIcon } from '@angular/material/icon';
import { ConfidenceMeter } from '../../ui/confidence-meter';
import { Skeleton } from '../../ui/skeleton';
import { Token } from '../../ui/token';
import { ValueSelect } from '../../ui/value-select';
import { ValueTag } from '../../ui/value-tag';
import type { ValueOption } from '../../ui/vocabulary';
import { type DecidedValue } from './decided-value';
import { IsolatedPipe } from '../../ui/isolated';

let ids = 0;

/** One field that the desk proposes for: the choice, and below it how sure the desk is, why, and the way back to it. */
@Component({
  selector: 'desk-suggested-field',
  imports: [ConfidenceMeter, IsolatedPipe, MatIcon, Skeleton, Token, ValueSelect, ValueTag],
  templateUrl: './suggested-field.html',
  styleUrl: './suggested-field.scss',
  host: { '[class.from-desk]': 'waiting()' },
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class SuggestedField<T extends string> {
  readonly label = input.required<string>();
  readonly decided = input.required<DecidedValue<T>>();
  readonly options = input.required<readonly ValueOption[]>();
  /** The person begins to choose. */
  readonly opened = output();
  /** The desk is reading. */
  readonly reading = input(false);

  private readonly select = viewChild.required<ValueSelect<T>>(ValueSelect);
  protected readonly why = `desk-suggested-field-${ids++}`;
  /** Nothing is here yet, and a proposal may come. */
  protected readonly waiting = computed(() => this.reading() && this.decided().origin() === null);
  protected readonly proposed = computed(() => {
    const value = this.decided().proposal()?.value;
    return this.options().find((option) => option.value === value);
  });

  focus(): void {
    this.select().focus();
  }

  protected undo(): void {
    this.decided().takeBack();
    // The button is gone now; the person stays at the field.
    this.focus();
  }

  /** What stands behind the reason at this place: "a, b and c". */
  protected joint(index: number, count: number): string {
    if (index === count - 1) return '';
    return index === count - 2 ? ' and ' : ', ';
  }
}
