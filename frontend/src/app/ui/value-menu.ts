import {
  ChangeDetectionStrategy,
  Component,
  Injector,
  type OnDestroy,
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
 * The menu of the values that one can become, below what it stands in. Arrows move, Enter picks, and so do the digits 1 to
 * 9; when the value becomes another one meanwhile, the menu says so.
 */
@Component({
  selector: 'desk-value-menu',
  imports: [KeyCap, MatIcon, MatMenu, MatMenuContent, MatMenuItem, MatMenuTrigger, ValueTag],
  templateUrl: './value-menu.html',
  styleUrl: './value-menu.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class ValueMenu implements OnDestroy {
  readonly label = input.required<string>();
  readonly current = input.required<ValueOption>();
  readonly options = input.required<readonly ValueOption[]>();
  /** A value other than the current one was chosen. */
  readonly picked = output<Picked>();
  /** The focus is to go back to where it came from. */
  readonly closed = output();

  private readonly injector = inject(Injector);
  private readonly menu = viewChild.required(MatMenu);
  private readonly trigger = viewChild.required(MatMenuTrigger);
  private readonly items = viewChildren(MatMenuItem);
  /** As it was when the menu opened. */
  private readonly before = signal<ValueOption | null>(null);
  /** The id of the menu while it is open, else null. */
  readonly panel = computed(() => (this.before() ? this.menu().panelId : null));
  protected readonly overtaken = computed(() => (this.before() ?? this.current()).value !== this.current().value);

  /** What goes away while it is open closes without saying so. */
  ngOnDestroy(): void {
    if (this.before()) this.goBack();
  }

  open(): void {
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
    this.closed.emit();
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
