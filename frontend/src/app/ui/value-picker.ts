import {
  ChangeDetectionStrategy,
  ChangeDetectorRef,
  Component,
  DOCUMENT,
  type ElementRef,
  computed,
  inject,
  input,
  linkedSignal,
  output,
  viewChild,
} from '@angular/core';
import { MatIcon } from '@angular/material/icon';
import { type Picked, ValueMenu } from './value-menu';
import { ValueTag } from './value-tag';
import type { ValueOption } from './vocabulary';

/**
 * Changes one value where it stands: a tag that opens a menu. A `cell` is the bare tag of a row, a `field` the full-width
 * control of the detail.
 */
@Component({
  selector: 'desk-value-picker',
  imports: [MatIcon, ValueMenu, ValueTag],
  templateUrl: './value-picker.html',
  styleUrl: './value-picker.scss',
  host: { '[class]': 'appearance()' },
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class ValuePicker {
  /** What is being changed, such as "Status": the start of the accessible name. */
  readonly label = input.required<string>();
  readonly current = input.required<ValueOption>();
  readonly options = input.required<readonly ValueOption[]>();
  /** What the value belongs to: the menu of one is not that of another. */
  readonly of = input<unknown>();
  readonly appearance = input<'cell' | 'field'>('cell');
  /** False inside a composite where only the current row is reached by Tab. */
  readonly focusable = input(true);
  /** A value other than the current one was chosen. */
  readonly picked = output<Picked>();

  private readonly changes = inject(ChangeDetectorRef);
  private readonly document = inject(DOCUMENT);
  private readonly button = viewChild.required<ElementRef<HTMLElement>>('button');
  private readonly menu = viewChild(ValueMenu);
  /** Most are never opened: the menu is made when it is asked for. */
  protected readonly asked = linkedSignal<unknown, boolean>({ source: this.of, computation: () => false });
  protected readonly panel = computed(() => this.menu()?.panel() ?? null);
  /** Where the focus was when a shortcut opened the menu. */
  private cameFrom: HTMLElement | null = null;
  protected readonly name = computed(() => `${this.label()}: ${this.current().label}`);

  /** Opens the menu, for a keyboard shortcut. When it closes the focus is back where it was. */
  open(): void {
    const active = this.document.activeElement;
    this.show(active instanceof HTMLElement && active !== this.document.body ? active : null);
  }

  protected show(from: HTMLElement | null = null): void {
    this.cameFrom = from;
    this.asked.set(true);
    // At once, so that a digit typed right after the key is for the menu.
    this.changes.detectChanges();
    this.menu()?.open();
  }

  protected goBack(): void {
    const origin = this.cameFrom ?? this.button().nativeElement;
    this.cameFrom = null;
    origin.focus();
  }
}
