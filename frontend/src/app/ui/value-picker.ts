import {
  ChangeDetectionStrategy,
  Component,
  DOCUMENT,
  Injector,
  afterNextRender,
  computed,
  inject,
  input,
  output,
  signal,
  viewChild,
  viewChildren,
} from '@angular/core';
import { MatIcon } from '@angular/material/icon';
import { MatMenu, MatMenuContent, MatMenuItem, MatMenuTrigger } from '@angular/material/menu';
import { KeyCap } from './key-cap';
import { ValueTag } from './value-tag';
import type { ValueOption } from './vocabulary';

/** What somebody chose, and what stood there when they began to. */
export interface Picked {
  readonly option: ValueOption;
  readonly before: ValueOption;
}

/**
 * Changes one value where it stands: a tag that opens a menu. Arrows move, Enter picks, and so do the digits
 * 1 to 9; when the value becomes another one meanwhile, the menu says so. A `cell` is the bare tag of a row, a `field` the full-width control of the detail.
 */
@Component({
  selector: 'desk-value-picker',
  imports: [KeyCap, MatIcon, MatMenu, MatMenuContent, MatMenuItem, MatMenuTrigger, ValueTag],
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
  readonly appearance = input<'cell' | 'field'>('cell');
  /** False inside a composite where only the current row is reached by Tab. */
  readonly focusable = input(true);
  /** A value other than the current one was chosen. */
  readonly picked = output<Picked>();

  private readonly document = inject(DOCUMENT);
  private readonly injector = inject(Injector);
  private readonly trigger = viewChild.required(MatMenuTrigger);
  private readonly items = viewChildren(MatMenuItem);
  /** As it was when the menu opened. */
  private readonly before = signal<ValueOption | null>(null);
  protected readonly overtaken = computed(() => (this.before() ?? this.current()).value !== this.current().value);
  /** Where the focus was when a shortcut opened the menu. */
  private cameFrom: HTMLElement | null = null;
  protected readonly name = computed(() => `${this.label()}: ${this.current().label}`);

  /** Opens the menu, for a keyboard shortcut. When it closes the focus is back where it was. */
  open(): void {
    const active = this.document.activeElement;
    this.cameFrom = active instanceof HTMLElement && active !== this.document.body ? active : null;
    this.trigger().restoreFocus = !this.cameFrom;
    this.trigger().openMenu();
  }

  /** Enter then keeps what is there. */
  protected focusCurrent(): void {
    this.before.set(this.current());
    const index = this.options().findIndex((option) => option.value === this.current().value);
    afterNextRender(() => this.items()[index]?.focus('keyboard'), { injector: this.injector });
  }

  protected goBack(): void {
    this.before.set(null);
    const origin = this.cameFrom;
    this.cameFrom = null;
    this.trigger().restoreFocus = true;
    origin?.focus();
  }

  protected pick(option: ValueOption, before = this.before()): void {
    const current = this.current();
    if (option.value !== current.value) this.picked.emit({ option, before: before ?? current });
  }

  protected pickByNumber(event: KeyboardEvent): void {
    const option = /^[1-9]$/.test(event.key) ? this.options()[Number(event.key) - 1] : undefined;
    if (!option || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    const before = this.before();
    this.trigger().closeMenu();
    this.pick(option, before);
  }
}
