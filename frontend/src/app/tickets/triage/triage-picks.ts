import {
  ChangeDetectionStrategy,
  Component,
  DestroyRef,
  type ElementRef,
  Injector,
  computed,
  inject,
  input,
  output,
  viewChildren,
} from '@angular/core';
import { FocusKeyManager } from '@angular/cdk/a11y';
import { KeyboardShortcuts } from '../../core/keyboard-shortcuts';
import { KeyCap } from '../../ui/key-cap';
import { ReasonedValue } from '../../ui/reasoned-value';
import type { ValueOption } from '../../ui/vocabulary';

/** So many have a digit. */
const DIGITS = 9;

/**
 * Values to choose from: the first nine by their digits, all by the mouse and by the arrows; 0 leads to those without a
 * digit. What the desk holds possible is dashed.
 */
@Component({
  selector: 'desk-triage-picks',
  imports: [KeyCap, ReasonedValue],
  template: `
    @for (option of options(); track option.value) {
      <button #pick type="button" class="pick" [class.possible]="isPossible(option)" (click)="picked.emit(option)">
        @if (capOf($index); as cap) {
          <desk-key-cap decorative>{{ cap }}</desk-key-cap>
        }
        <desk-reasoned-value [option]="option" [words]="wordsFor(option)" [proposed]="isAmongOthers(option)" />
      </button>
    }
  `,
  styleUrl: './triage-picks.scss',
  host: {
    role: 'group',
    '[attr.aria-label]': 'label()',
    '[class.reasoned]': 'reasons().size > 0',
    '(keydown)': 'move($event)',
  },
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class TriagePicks {
  readonly label = input.required<string>();
  readonly options = input.required<readonly ValueOption[]>();
  /** What the desk holds possible. */
  readonly possible = input.required<readonly string[]>();
  /** The words of the ticket that speak for each, as far as they are known. */
  readonly reasons = input<ReadonlyMap<string, readonly string[]>>(new Map());
  readonly picked = output<ValueOption>();

  private readonly picks = viewChildren<ElementRef<HTMLButtonElement>>('pick');
  private readonly buttons = computed(() =>
    this.picks().map(({ nativeElement: element }) => ({ element, focus: () => element.focus() })),
  );
  private readonly focus = new FocusKeyManager(this.buttons, inject(Injector))
    .withHorizontalOrientation('ltr')
    .withHomeAndEnd()
    .withWrap();

  constructor() {
    const further = () => {
      if (this.options().length > DIGITS) this.focus.setActiveItem(DIGITS);
    };
    const destroyed = inject(DestroyRef);
    destroyed.onDestroy(() => this.focus.destroy());
    inject(KeyboardShortcuts).register(
      [{ key: '0', label: 'Go to what has no digit, then arrows and Enter', group: 'Triage', run: further }],
      destroyed,
    );
  }

  protected isPossible({ value }: ValueOption): boolean {
    return this.possible().includes(value);
  }

  /** None where none speak for it in particular. */
  protected wordsFor({ value }: ValueOption): readonly string[] {
    return this.reasons().get(value) ?? [];
  }

  /** It is possible, and others stand there that are not. */
  protected isAmongOthers(option: ValueOption): boolean {
    return this.isPossible(option) && this.options().length > this.possible().length;
  }

  /** The key that leads to the one at this place; none behind the tenth. */
  protected capOf(place: number): string | null {
    if (place > DIGITS) return null;
    return String((place + 1) % (DIGITS + 1));
  }

  /** From where the focus is, however it came there. */
  protected move(event: KeyboardEvent): void {
    this.focus.updateActiveItem(this.buttons().findIndex(({ element }) => element === event.target));
    this.focus.onKeydown(event);
  }
}
