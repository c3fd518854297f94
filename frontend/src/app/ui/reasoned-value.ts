import { ChangeDetectionStrategy, Component, booleanAttribute, computed, input } from '@angular/core';
import { QuotedWords } from './quoted-words';
import { ValueTag } from './value-tag';
import type { ValueOption } from './vocabulary';

const inOneSentence = new Intl.ListFormat('en-GB');

/**
 * A value to choose from, with the words of a ticket that speak for it. It reads "Technical, because of webhooks" to those who
 * hear it, and so names the button that it stands in: of its pieces a browser would make a name with blanks before commas.
 */
@Component({
  selector: 'desk-reasoned-value',
  imports: [QuotedWords, ValueTag],
  template: `
    <span class="sr">{{ name() }}</span>
    <span class="shown" aria-hidden="true">
      <desk-value-tag [option]="option()" />
      @if (words().length > 0) {
        <span class="why">
          @if (!brief()) {
            because of
          }
          <desk-quoted-words [words]="words()" />
        </span>
      }
    </span>
  `,
  styles: `
    :host {
      flex: 1;
      min-width: 0;
    }

    .shown {
      display: flex;
      flex-wrap: wrap;
      align-items: center;
      justify-content: space-between;
      gap: 2px 12px;
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
  /** The words alone are shown. */
  readonly brief = input(false, { transform: booleanAttribute });
  /** It is proposed, among others that are not. */
  readonly proposed = input(false, { transform: booleanAttribute });

  protected readonly name = computed(() =>
    [
      this.option().label,
      ...(this.words().length > 0 ? [`because of ${inOneSentence.format(this.words())}`] : []),
      ...(this.proposed() ? ['proposed'] : []),
    ].join(', '),
  );
}
