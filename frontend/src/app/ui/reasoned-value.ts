import { ChangeDetectionStrategy, Component, booleanAttribute, input } from '@angular/core';
import { QuotedWords } from './quoted-words';
import { ValueTag } from './value-tag';
import type { ValueOption } from './vocabulary';

const inOneSentence = new Intl.ListFormat('en-GB');

/** "Technical, because of webhooks": what a button is called that shows a `ReasonedValue`. */
export function reasonedName({ label }: ValueOption, words: readonly string[]): string {
  return words.length === 0 ? label : `${label}, because of ${inOneSentence.format(words)}`;
}

/**
 * A value to choose from, with the words of a ticket that speak for it. It stands in a button that is called by
 * `reasonedName`: what a browser would make of these pieces has blanks where they are set apart.
 */
@Component({
  selector: 'desk-reasoned-value',
  imports: [QuotedWords, ValueTag],
  template: `
    <desk-value-tag [option]="option()" />
    @if (words().length > 0) {
      <span class="why">
        @if (!brief()) {
          because of
        }
        <desk-quoted-words [words]="words()" />
      </span>
    }
  `,
  styles: `
    :host {
      display: flex;
      flex: 1;
      flex-wrap: wrap;
      align-items: center;
      justify-content: space-between;
      gap: 0 12px;
      min-width: 0;
      padding: 6px 0;
    }

    .why {
      min-width: 0;
      color: var(--mat-sys-on-surface-variant);
      font: var(--mat-sys-body-small);
      overflow-wrap: anywhere;
      text-align: start;
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class ReasonedValue {
  readonly option = input.required<ValueOption>();
  /** None where none speak for it in particular. */
  readonly words = input.required<readonly string[]>();
  /** The words alone. */
  readonly brief = input(false, { transform: booleanAttribute });
}
