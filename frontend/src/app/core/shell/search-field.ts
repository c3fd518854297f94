import {
  ChangeDetectionStrategy,
  Component,
  DestroyRef,
  type ElementRef,
  computed,
  inject,
  signal,
  viewChild,
} from '@angular/core';
import { takeUntilDestroyed } from '@angular/core/rxjs-interop';
import { MatIconButton } from '@angular/material/button';
import { MatIcon } from '@angular/material/icon';
import { NavigationEnd, Router } from '@angular/router';
import { Subject, debounceTime, filter } from 'rxjs';
import { KeyCap } from '../../ui/key-cap';
import { isComposing } from '../../ui/composing';
import { isVisible, withoutUnseen } from '../../ui/unseen';
import { KeyboardShortcuts } from '../keyboard-shortcuts';
import { PageList } from '../page-list';
import { pathOf } from '../path-of';
import { Viewport } from '../viewport';

/** Who types on asks once, and who stops hardly waits: the answer has most of 300 ms left. */
const PAUSE_MS = 80;
const TICKET_NUMBER = /^#(\d{1,15})$/;

/**
 * The search of the ticket list, at hand on every page. On the list it follows the typing; Enter and the arrow down go
 * to what was found, from elsewhere too. `#123` and Enter opens that ticket. The address bar holds the truth: what changes it changes the field.
 */
@Component({
  selector: 'desk-search-field',
  imports: [KeyCap, MatIcon, MatIconButton],
  templateUrl: './search-field.html',
  styleUrl: './search-field.scss',
  host: { role: 'search' },
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class SearchField {
  private readonly list = inject(PageList);
  private readonly router = inject(Router);
  private readonly viewport = inject(Viewport);
  private readonly input = viewChild.required<ElementRef<HTMLInputElement>>('input');
  private readonly typed = new Subject<void>();

  protected readonly text = signal('');
  protected readonly placeholder = computed(() =>
    this.viewport.compact() ? 'Search words or #123' : 'Search words, or type #123 to open a ticket',
  );

  constructor() {
    this.typed.pipe(debounceTime(PAUSE_MS), takeUntilDestroyed()).subscribe(() => this.write());
    this.router.events
      .pipe(
        filter((event) => event instanceof NavigationEnd),
        takeUntilDestroyed(),
      )
      .subscribe(() => this.read());
    inject(KeyboardShortcuts).register(
      [{ key: '/', label: 'Search', group: 'Everywhere', run: () => this.focus() }],
      inject(DestroyRef),
    );
  }

  protected type(text: string): void {
    this.text.set(text);
    this.typed.next();
  }

  protected submit(event: Event): void {
    if (isComposing(event)) return;
    const number = TICKET_NUMBER.exec(withoutUnseen(this.text().normalize('NFKC')).trim())?.[1];
    const search = number ? null : this.wanted() || null;
    if (number) this.show('');
    void this.router.navigate(number ? ['/tickets', number] : ['/tickets'], {
      queryParams: { search },
      queryParamsHandling: this.onTickets() ? 'merge' : 'replace',
    });
    if (number) this.input().nativeElement.blur();
    else this.leave();
  }

  protected escape(event: Event): void {
    // An input method gives up its word, and the field stays.
    if (isComposing(event)) return;
    this.write();
    this.input().nativeElement.blur();
  }

  protected goToList(event: Event): void {
    if (isComposing(event) || !this.onTickets()) return;
    event.preventDefault();
    this.write();
    this.leave();
  }

  /** The focus goes to what was found, as soon as it is there; keys typed meanwhile are for it. */
  private leave(): void {
    this.input().nativeElement.blur();
    this.list.goTo();
  }

  protected clear(): void {
    this.show('');
    this.typed.next();
    this.input().nativeElement.focus();
  }

  private show(text: string): void {
    this.text.set(text);
    // Typing changed the element behind the binding's back.
    this.input().nativeElement.value = text;
  }

  private focus(): void {
    this.input().nativeElement.focus();
    this.input().nativeElement.select();
  }

  private onTickets(): boolean {
    return pathOf(this.router.url).split('/')[1] === 'tickets';
  }

  private write(): void {
    const search = this.wanted();
    if (!this.onTickets() || search === this.inAddress()) return;
    void this.router.navigate([pathOf(this.router.url)], {
      queryParams: { search: search || null },
      queryParamsHandling: 'merge',
      replaceUrl: true,
    });
  }

  private read(): void {
    const search = this.onTickets() ? this.inAddress() : '';
    // While a person types, the address is behind the field; it must not take letters back.
    const typing = this.onTickets() && document.activeElement === this.input().nativeElement;
    if (!typing && search !== this.wanted()) this.show(search);
  }

  /** What nobody sees looks for nothing. */
  private wanted(): string {
    return isVisible(this.text()) ? this.text().trim() : '';
  }

  private inAddress(): string {
    const search: unknown = this.router.parseUrl(this.router.url).queryParams['search'];
    return typeof search === 'string' ? search : '';
  }
}
