import {
  ChangeDetectionStrategy,
  Component,
  ElementRef,
  computed,
  inject,
  input,
  output,
  viewChild,
  viewChildren,
} from '@angular/core';
import type { Ticket } from '../../api/model';
import { Age } from '../../ui/age';
import { ageInWords } from '../../ui/age-words';
import { Clock } from '../../ui/clock';
import type { Picked } from '../../ui/value-menu';
import { ValuePicker } from '../../ui/value-picker';
import type { ValueOption } from '../../ui/vocabulary';
import { RowPresence } from '../presence/row-presence';
import { TicketChoices } from '../ticket-choices';
import { TicketNames } from '../ticket-names';
import { type ValueKind, valueOf } from '../ticket-values';
import { RowLinks } from './row-links';
import { foundWords, quotedPieces } from './found-words';
import type { RowNews } from './row-news';

const EXCERPT_LENGTH = 240;
/** What somebody else changed stands out for so long at least. */
const FRESH_MS = 5_000;

/** One ticket of the list: a row of columns, on a phone a card. The whole row leads to the ticket. */
@Component({
  selector: 'desk-ticket-row',
  imports: [Age, RowPresence, ValuePicker],
  templateUrl: './ticket-row.html',
  styleUrl: './ticket-row.scss',
  host: {
    role: 'row',
    '[attr.aria-selected]': 'open()',
    '[class.is-open]': 'open() || links.opening() === ticket().id',
    '[class.is-leaving]': 'leaving()',
    '[class.is-fresh]': 'fresh()',
  },
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class TicketRow {
  readonly ticket = input.required<Ticket>();
  /** Shown beside the list. */
  readonly open = input(false);
  /** The row that Tab reaches. */
  readonly reachable = input(false);
  /** Why it leaves at the next refresh, or null. */
  readonly leaving = input<string | null>(null);
  /** What somebody else did to it, or null. */
  readonly news = input<RowNews | null>(null);
  readonly changed = output<Picked>();

  private readonly choices = inject(TicketChoices);
  private readonly clock = inject(Clock);
  private readonly names = inject(TicketNames);
  private readonly element = inject<ElementRef<HTMLElement>>(ElementRef);
  protected readonly links = inject(RowLinks);
  private readonly link = viewChild.required<ElementRef<HTMLAnchorElement>>('link');
  private readonly pickers = viewChildren(ValuePicker);

  protected readonly excerpt = computed(() => this.ticket().description.slice(0, EXCERPT_LENGTH));
  /** Who wrote the message in which it was found. */
  protected readonly foundBy = computed(() => foundWords(this.ticket(), this.names));
  protected readonly quoted = computed(() => quotedPieces(this.ticket()));
  protected readonly left = computed(() => {
    const words = this.leaving();
    const by = this.news()?.by;
    return words && `${words}${by ? ` by ${by}` : ''} ${this.age()}`;
  });
  /** It stands out for a moment: until the clock has gone on. */
  protected readonly fresh = computed(() => {
    const at = this.news()?.at;
    return at !== undefined && this.clock.now() - at < FRESH_MS;
  });
  protected readonly age = computed(() => ageInWords(Date.parse(this.ticket().updated_at), this.clock.now()));
  protected readonly cells = computed(() =>
    this.choices.all().map(({ kind, label, options }) => ({
      kind,
      label,
      options: this.choices.with(options, this.value(kind)),
      current: this.value(kind),
      fresh: this.fresh() && (this.news()?.fields.includes(kind) ?? false),
    })),
  );

  /** Brings the row into view and gives it the focus. */
  focus(): void {
    this.element.nativeElement.scrollIntoView({ block: 'nearest' });
    this.link().nativeElement.focus({ preventScroll: true });
  }

  openPicker(kind: ValueKind): void {
    this.pickers()
      .find((picker) => picker.current().kind === kind)
      ?.open();
  }

  /** Left and right move between what can be used in the row. */
  protected moveInside(event: Event, step: number): void {
    const stops = [...this.element.nativeElement.querySelectorAll<HTMLElement>('a, button')];
    const next = stops[stops.indexOf(event.target as HTMLElement) + step];
    if (!next) return;
    event.preventDefault();
    next.focus();
  }

  private value(kind: ValueKind): ValueOption {
    return valueOf(this.ticket(), kind, this.names);
  }
}
