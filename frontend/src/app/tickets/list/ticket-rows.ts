import {
  ChangeDetectionStrategy,
  Component,
  type ElementRef,
  afterNextRender,
  computed,
  effect,
  inject,
  input,
  linkedSignal,
  output,
  signal,
  untracked,
  viewChild,
  viewChildren,
} from '@angular/core';
import type { Ticket } from '../../api/model';
import { KeyTurns } from '../../core/key-turns';
import { NextPaint } from '../../core/next-paint';
import { Viewport } from '../../core/viewport';
import { Skeleton } from '../../ui/skeleton';
import { TagRuler } from '../../ui/tag-ruler';
import { TryAgain } from '../../ui/try-again';
import type { Picked } from '../../ui/value-menu';
import { TicketEdits } from '../editing/ticket-edits';
import { keepPlace } from './kept-place';
import { ListedTickets } from './listed-tickets';
import type { ValueKind } from '../ticket-values';
import { RowScroll } from './row-scroll';
import { ListNews } from './row-news';
import { NO_ROWS, type RowSlots, withTickets } from './row-slots';
import { MARGIN, placesToDraw, rowRange } from './row-window';
import { TicketRow } from './ticket-row';

/** So many rows before the end the next page is asked for. */
const ASK_AHEAD = 20;
/** A tabular figure at the size of the column. */
const DIGIT_PX = 8.2;

/** A ticket in its place of the list. */
interface Placed {
  readonly ticket: Ticket;
  readonly place: number;
  readonly reachable: boolean;
}

const STEPS: Readonly<Record<string, number>> = { ArrowDown: 1, ArrowUp: -1, PageDown: 10, PageUp: -10 };

/**
 * The rows of the list. Only those in sight are drawn, plus the active one, so that the focus is never lost; who scrolls
 * sees the same rows with other tickets, and more are loaded on the way down. A grid to the reading voice: arrows move, Tab enters and leaves.
 */
@Component({
  selector: 'desk-ticket-rows',
  imports: [Skeleton, TagRuler, TicketRow, TryAgain],
  providers: [RowScroll],
  templateUrl: './ticket-rows.html',
  styleUrl: './ticket-rows.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class TicketRows {
  /** The ticket shown beside the list. */
  readonly openId = input<number | undefined>();
  /** False while a ticket takes the place of the list. */
  readonly inSight = input(true);
  /** The keys moved on to another ticket. */
  readonly moved = output<number>();

  private readonly edits = inject(TicketEdits);
  private readonly news = inject(ListNews);
  private readonly turns = inject(KeyTurns);
  private readonly scroll = inject(RowScroll);
  private readonly viewport = inject(Viewport);
  protected readonly listed = inject(ListedTickets);

  private readonly scroller = viewChild.required<ElementRef<HTMLElement>>('scroller');
  private readonly body = viewChild.required<ElementRef<HTMLElement>>('body');
  private readonly rows = viewChildren(TicketRow);

  /** The first rows are sooner on the screen without those around them, which follow. */
  private readonly margin = signal(0);
  protected readonly rowHeight = computed(() => (this.viewport.compact() ? 96 : this.viewport.low() ? 48 : 56));
  private readonly range = computed(
    () => {
      const sight = { offset: this.scroll.offset(), height: this.scroll.height(), margin: this.margin() };
      return rowRange(sight, this.rowHeight(), this.listed.length());
    },
    { equal: (one, other) => one.start === other.start && one.end === other.end },
  );
  /** The row that Tab reaches: the active one, else the open one, else the first. */
  private readonly reachable = computed(() => {
    const { active, length } = this.listed;
    return this.listed.place(active()) ?? this.listed.place(this.openId()) ?? (length() > 0 ? 0 : undefined);
  });
  private readonly inPlace = computed(() =>
    placesToDraw(this.range(), this.reachable()).flatMap((place) => {
      const ticket = this.listed.at(place);
      return ticket ? { ticket, place, reachable: place === this.reachable() } : [];
    }),
  );
  private readonly slots = linkedSignal<Placed[], RowSlots>({
    source: this.inPlace,
    computation: (placed, previous) => {
      const kept = placed.find(({ reachable }) => reachable)?.ticket.id;
      return withTickets(
        placed.map(({ ticket }) => ticket.id),
        kept,
        previous?.value ?? NO_ROWS,
      );
    },
  });
  protected readonly drawn = computed(() => {
    const { rows } = this.slots();
    return this.inPlace().map((one) => ({
      ...one,
      slot: rows.get(one.ticket.id),
      leaving: this.listed.leaving(one.ticket),
      news: this.news.of(one.ticket),
    }));
  });
  /** The column of the numbers is as wide as the longest, and never narrower than the design. */
  protected readonly idWidth = computed(() => {
    const digits = Math.max(0, ...this.drawn().map(({ ticket }) => String(ticket.id).length));
    return Math.max(44, Math.ceil(digits * DIGIT_PX + 10));
  });

  constructor() {
    const paint = inject(NextPaint);
    afterNextRender(() => {
      this.scroll.follow(this.scroller().nativeElement, this.body().nativeElement);
      paint.after(() => this.margin.set(MARGIN));
    });
    effect(() => this.scroll.active.set(this.inSight()));
    effect(() => {
      const near = Math.max(this.range().end, this.listed.place(this.openId()) ?? 0);
      if (near > this.listed.length() - ASK_AHEAD && this.listed.pages.more() === 'idle')
        untracked(() => this.listed.pages.loadMore());
    });
    effect(() => {
      if (this.range().start < ASK_AHEAD && this.listed.pages.earlier() === 'idle')
        untracked(() => this.listed.pages.loadEarlier());
    });
    keepPlace(this.listed.pages.loaded, this.scroll, this.rowHeight, () => this.listed.place(this.openId()));
  }

  /** Moves the active row; from nowhere, to the first. Beyond what is loaded, once more has come. */
  step(by: number): void {
    const last = this.listed.length() - 1;
    if (last < 0) return;
    const chosen = this.chosen();
    const from = this.listed.place(chosen) === undefined ? this.openId() : chosen;
    const to = this.listed.placeFrom(from, by) ?? 0;
    if (to > last && this.listed.moreToCome()) this.turns.after(this.listed.coming, () => this.step(by));
    else if (to < 0 && this.listed.earlierToCome()) this.turns.after(this.listed.coming, () => this.step(by));
    else this.go(Math.min(last, Math.max(0, to)));
  }

  /** Brings a ticket's row into view with the focus on it; false when it is not in the list. */
  focusRow(id: number | undefined): boolean {
    if (this.listed.place(id) === undefined) return false;
    this.listed.active.set(id);
    // At once where it can be, so that Enter right after J is not lost.
    const row = this.inSight() ? this.row(id) : undefined;
    if (row) row.focus();
    else this.scroll.afterRender(() => this.row(id)?.focus());
    return true;
  }

  /** Of the chosen row, and of no other when that has left the list; while none is chosen, of the first. */
  openPicker(kind: ValueKind): void {
    const chosen = this.chosen();
    const place = chosen === undefined ? this.reachable() : this.listed.place(chosen);
    const id = place === undefined ? undefined : this.listed.at(place)?.id;
    if (id === undefined) return;
    this.listed.active.set(id);
    this.row(id)?.openPicker(kind);
  }

  hasFocus(): boolean {
    return this.body().nativeElement.contains(document.activeElement);
  }

  protected change(ticket: Ticket, { option, before }: Picked): void {
    this.edits.change(ticket, option, before);
  }

  protected onKey(event: KeyboardEvent): void {
    if (event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return;
    if (event.key === 'Home') this.go(0);
    else if (event.key === 'End') this.go(this.listed.length() - 1);
    else if (STEPS[event.key]) this.step(STEPS[event.key] ?? 0);
    else return;
    event.preventDefault();
  }

  /** The button goes away with the failure; the focus goes to where reading goes on. */
  protected loadAgain(): void {
    this.listed.pages.loadMore();
    this.focusRow(this.listed.at(this.listed.length() - 1)?.id);
  }

  private chosen(): number | undefined {
    return this.listed.active() ?? this.openId();
  }

  private go(place: number): void {
    const id = this.listed.at(place)?.id;
    if (id === undefined) return;
    if (this.inSight()) this.focusRow(id);
    else this.listed.active.set(id);
    this.moved.emit(id);
  }

  private row(id: number | undefined): TicketRow | undefined {
    return this.rows().find((row) => row.ticket().id === id);
  }
}
