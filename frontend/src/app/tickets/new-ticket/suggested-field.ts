import { ChangeDetectionStrategy, Component, computed, input, output, viewChild } from '@angular/core';
import { MatIcon } from '@angular/material/icon';
import { ConfidenceMeter } from '../../ui/confidence-meter';
import { FirstGuess } from '../../ui/first-guess';
import { isolated } from '../../ui/isolated';
import { QuotedWords } from '../../ui/quoted-words';
import { ReasonedValue } from '../../ui/reasoned-value';
import { Skeleton } from '../../ui/skeleton';
import { Token } from '../../ui/token';
import { TrackRecord } from '../../ui/track-record';
import { ValueSelect } from '../../ui/value-select';
import { ValueTag } from '../../ui/value-tag';
import type { ValueOption } from '../../ui/vocabulary';
import { type DecidedValue } from './decided-value';

let ids = 0;

/** One field that the desk proposes for: the choice, and below it how sure the desk is, why, and the way back to it. */
@Component({
  selector: 'desk-suggested-field',
  imports: [
    ConfidenceMeter,
    FirstGuess,
    MatIcon,
    QuotedWords,
    ReasonedValue,
    Skeleton,
    Token,
    TrackRecord,
    ValueSelect,
    ValueTag,
  ],
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
  /** Why a default stands here though the desk has judged the text. */
  readonly nothingOwn = input<string | null>(null);

  private readonly select = viewChild.required<ValueSelect<T>>(ValueSelect);
  protected readonly why = `desk-suggested-field-${ids++}`;
  /** Nothing is here yet, and a proposal may come. */
  protected readonly waiting = computed(() => this.reading() && this.decided().origin() === null);
  /** What the desk holds possible. */
  protected readonly proposed = computed(() => {
    const possible: readonly string[] = this.decided().proposal()?.options ?? [];
    return possible.flatMap((value) => this.options().find((option) => option.value === value) ?? []);
  });
  /** The words that speak for what stands here, where the picks do not say them. */
  protected readonly because = computed(() => {
    const [proposal, standing] = [this.decided().proposal(), this.decided().standing()];
    if (!proposal || standing === null) return [];
    if (standing === 'asked' && proposal.optionReasons.size > 0) return [];
    const own = standing === 'agreed' ? proposal.optionReasons.get(this.decided().value()) : undefined;
    return own ?? proposal.reasons;
  });
  protected readonly names = computed(() =>
    this.proposed()
      .map(({ label }) => isolated(label))
      .join(' or '),
  );
  protected readonly placeholder = computed(() => {
    const from = this.decided().origin();
    if (this.decided().standing() === 'asked') return `Another ${this.label().toLowerCase()}`;
    if (from === 'needed') return 'Please choose';
    return this.waiting() ? 'Choose, or wait a moment' : 'Choose';
  });

  focus(): void {
    this.select().focus();
  }

  /** The words that speak for one of two. */
  protected wordsFor({ value }: ValueOption): readonly string[] {
    return this.decided().proposal()?.optionReasons.get(value) ?? [];
  }

  /** One of the two. */
  protected pick(option: ValueOption): void {
    const value = this.decided()
      .proposal()
      ?.options.find((one) => one === option.value);
    if (value === undefined) return;
    this.decided().choose(value);
    // The button is gone now; the person stays at the field.
    this.focus();
  }

  protected undo(): void {
    this.decided().takeBack();
    // The button is gone now; the person stays at the field.
    this.focus();
  }
}
