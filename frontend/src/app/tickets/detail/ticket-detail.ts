import {
  ChangeDetectionStrategy,
  Component,
  DestroyRef,
  type ElementRef,
  afterNextRender,
  computed,
  effect,
  inject,
  input,
  untracked,
  viewChild,
} from '@angular/core';
import { LiveAnnouncer } from '@angular/cdk/a11y';
import { MatButton } from '@angular/material/button';
import { Router, RouterLink } from '@angular/router';
import { problemOf } from '../../api/problem-error';
import { TicketsApi } from '../../api/tickets-api';
import { KeyboardShortcuts } from '../../core/keyboard-shortcuts';
import { PageTitle } from '../../core/page-title';
import { Banner } from '../../ui/banner';
import { Clock } from '../../ui/clock';
import { EmptyState } from '../../ui/empty-state';
import { ErrorState } from '../../ui/error-state';
import { Skeleton } from '../../ui/skeleton';
import type { ValueOption } from '../../ui/vocabulary';
import { TicketEdits } from '../editing/ticket-edits';
import { TicketHistory } from '../history/ticket-history';
import { TicketTimeline } from '../history/ticket-timeline';
import { valueOrigin } from '../history/value-origin';
import { LatestTickets } from '../list/latest-tickets';
import { ListedTickets } from '../list/listed-tickets';
import { TicketLayout } from '../ticket-layout';
import { TicketNames } from '../ticket-names';
import type { ValueKind } from '../ticket-values';
import { DetailBar } from './detail-bar';
import { momentWords } from '../../ui/moment-words';
import { TicketDescription } from './ticket-description';
import { TicketFields } from './ticket-fields';

/** One ticket, by the number in the address: what the list knows of it at once, then as the API has it. */
@Component({
  selector: 'desk-ticket-detail',
  imports: [
    Banner,
    DetailBar,
    EmptyState,
    ErrorState,
    MatButton,
    RouterLink,
    Skeleton,
    TicketDescription,
    TicketFields,
    TicketTimeline,
  ],
  providers: [TicketHistory],
  templateUrl: './ticket-detail.html',
  styleUrl: './ticket-detail.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class TicketDetail {
  readonly id = input.required<number | undefined, string>({ transform: ticketNumber });

  private readonly announcer = inject(LiveAnnouncer);
  private readonly clock = inject(Clock);
  private readonly edits = inject(TicketEdits);
  private readonly history = inject(TicketHistory);
  private readonly latest = inject(LatestTickets);
  private readonly names = inject(TicketNames);
  private readonly pageTitle = inject(PageTitle);
  private readonly listed = inject(ListedTickets);
  private readonly router = inject(Router);
  protected readonly layout = inject(TicketLayout);

  private readonly pane = viewChild.required<ElementRef<HTMLElement>>('pane');
  private readonly fields = viewChild(TicketFields);
  protected readonly loaded = inject(TicketsApi).ticket(() => this.id());

  readonly ticket = computed(() => {
    const id = this.id();
    const answer = this.loaded.hasValue() ? this.loaded.value() : undefined;
    if (id === undefined) return undefined;
    const known = answer?.id === id ? answer : (this.listed.find(id) ?? this.latest.get(id));
    return known && this.edits.shown(this.latest.of(known));
  });
  protected readonly problem = computed(() => problemOf(this.loaded.error()));
  protected readonly missing = computed(() => this.id() === undefined || this.problem()?.status === 404);
  protected readonly byline = computed(() => {
    const ticket = this.ticket();
    if (!ticket) return '';
    const done = ticket.status === 'closed' ? 'Closed' : 'Resolved';
    const by = ticket.created_by === null ? '' : `by ${this.names.person(ticket.created_by)} `;
    const created = `Created ${by}${this.moment(ticket.created_at)}`;
    return ticket.resolved_at ? `${created} · ${done} ${this.moment(ticket.resolved_at)}` : created;
  });

  /** Who decided the values that the desk had a proposal for. */
  protected readonly origins = computed(() => {
    const ticket = this.ticket();
    const events = this.history.events();
    return {
      category: ticket && valueOrigin(events, 'category', ticket.category),
      priority: ticket && valueOrigin(events, 'priority', ticket.priority),
    };
  });

  constructor() {
    const destroyed = inject(DestroyRef);
    const close = { key: 'Escape', label: 'Close the ticket', group: 'Ticket', run: () => this.close() } as const;
    inject(KeyboardShortcuts).register([close], destroyed);
    effect(() => {
      const id = this.id();
      if (id === undefined) return;
      this.listed.active.set(id);
      untracked(() => this.history.open(id));
    });
    // The list's row follows what is read here.
    effect(() => {
      if (this.loaded.hasValue()) this.latest.learn(this.loaded.value());
    });
    effect(() => {
      const ticket = this.ticket();
      this.pageTitle.set(ticket ? `#${ticket.id} ${ticket.title}` : this.missing() ? 'Ticket not found' : undefined);
    });
    destroyed.onDestroy(() => this.pageTitle.set(undefined));
    if (this.router.navigated) afterNextRender(() => this.arrive());
  }

  openPicker(kind: ValueKind): void {
    this.fields()?.open(kind);
  }

  protected close(): void {
    void this.router.navigate(['/tickets'], { queryParamsHandling: 'preserve' });
  }

  protected retry(): void {
    this.pane().nativeElement.focus();
    this.names.retry();
    this.loaded.reload();
    this.history.readOn();
  }

  protected change(option: ValueOption): void {
    const ticket = this.ticket();
    if (ticket) this.edits.change(ticket, option);
  }

  /** In the place of the list it is a new page to the keyboard; beside the list the focus stays there. */
  private arrive(): void {
    if (this.layout.beside()) {
      void this.announcer.announce(`Ticket #${this.id() ?? ''} opened beside the list`);
      return;
    }
    this.pane().nativeElement.focus({ preventScroll: true });
    window.scrollTo({ top: 0, behavior: 'instant' });
  }

  private moment(iso: string): string {
    return momentWords(Date.parse(iso), this.clock.now());
  }
}

function ticketNumber(text: string): number | undefined {
  return /^[1-9]\d{0,14}$/.test(text) ? Number(text) : undefined;
}
