import {
  ChangeDetectionStrategy,
  Component,
  Injector,
  afterNextRender,
  computed,
  effect,
  inject,
  signal,
  viewChild,
} from '@angular/core';
import { MatProgressBar } from '@angular/material/progress-bar';
import { Router, RouterOutlet } from '@angular/router';
import type { Ticket } from '../../api/model';
import { ViewCounts } from '../../core/view-counts';
import { Address } from '../../kit/list/address';
import { Banner } from '../../ui/banner';
import { TryAgain } from '../../ui/try-again';
import { SURROUNDINGS } from '../detail/surroundings';
import type { TicketDetail } from '../detail/ticket-detail';
import { FilterAddress } from '../filter/filter-address';
import { TicketLayout } from '../ticket-layout';
import type { ValueKind } from '../ticket-values';
import { IgnoredInList } from '../views/ignored-in-list';
import { ListView } from '../views/list-view';
import { ListFoot } from './list-foot';
import { ListHead } from './list-head';
import { type KeyTarget, ListKeys } from './list-keys';
import { ListStates } from './list-states';
import { ListSurroundings } from './list-surroundings';
import { ListedTickets } from './listed-tickets';
import { LiveList } from './live-list';
import { LiveOffBanner } from './live-off-banner';
import { NewTickets } from './new-tickets';
import { Newcomers } from './newcomers';
import { RowLinks } from './row-links';
import { ListNews } from './row-news';
import { SearchAnswers } from './search-answers';
import { TicketPages } from './ticket-pages';
import { TicketRows } from './ticket-rows';
import { Verdicts } from './verdicts';

/** The tickets of a view in its order, with the chosen ticket beside it or in its place. */
@Component({
  selector: 'desk-ticket-list',
  imports: [Banner, ListFoot, ListHead, ListStates, LiveOffBanner, MatProgressBar, RouterOutlet, TicketRows, TryAgain],
  providers: [
    Address,
    FilterAddress,
    IgnoredInList,
    ListedTickets,
    ListKeys,
    ListNews,
    ListView,
    LiveList,
    NewTickets,
    Newcomers,
    RowLinks,
    SearchAnswers,
    TicketLayout,
    TicketPages,
    Verdicts,
    { provide: SURROUNDINGS, useClass: ListSurroundings },
  ],
  templateUrl: './ticket-list.html',
  styleUrl: './ticket-list.scss',
  host: { '[class.beside]': 'layout.beside()' },
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class TicketList implements KeyTarget {
  private readonly injector = inject(Injector);
  private readonly newTickets = inject(NewTickets);
  private readonly router = inject(Router);
  protected readonly keys = inject(ListKeys);
  protected readonly layout = inject(TicketLayout);
  protected readonly listed = inject(ListedTickets);

  private readonly head = viewChild.required(ListHead);
  private readonly rows = viewChild(TicketRows);
  private readonly detail = signal<TicketDetail | undefined>(undefined);

  /** Rows are shown while they answer what was asked, or an answer is on its way. */
  protected readonly hasRows = computed(
    () => this.listed.length() > 0 && !(this.listed.pages.outdated() && this.listed.pages.error()),
  );
  protected readonly refreshing = computed(
    () => this.listed.pages.loading() && this.listed.pages.loaded() !== undefined,
  );

  constructor() {
    // What others have done since they were counted; while they are being counted that is enough.
    inject(ViewCounts).refresh();
    effect(() => {
      const id = this.layout.openId();
      if (id !== undefined) this.listed.active.set(id);
    });
    inject(LiveList);
    this.keys.register(this);
  }

  protected opened(component: unknown): void {
    this.detail.set(component as TicketDetail);
  }

  /** What had the focus in the ticket is gone: back to its row, or to the head of the list. */
  protected closed(): void {
    const id = this.detail()?.id();
    this.detail.set(undefined);
    this.layout.full.set(false);
    const backToList = () => {
      const active = document.activeElement;
      if (active && active !== document.body) return;
      if (!this.rows()?.focusRow(id)) this.head().focus();
    };
    afterNextRender(backToList, { injector: this.injector });
  }

  /** With a ticket open, moving on opens the next one; Back still leads to where it was opened. */
  protected show(id: number): void {
    if (this.layout.openId() === undefined) return;
    void this.router.navigate(['/tickets', id], { queryParamsHandling: 'preserve', replaceUrl: true });
  }

  arriving(): boolean {
    return this.listed.arriving();
  }

  focusFirst(): void {
    if (!this.rows()?.focusRow(this.listed.at(0)?.id)) this.head().focus();
  }

  step(by: number): void {
    this.rows()?.step(by);
  }

  /** Shows those that wait, with the focus on the first of them. */
  showNew(): void {
    this.newTickets.show((id) => {
      if (!this.rows()?.focusRow(id)) this.head().focus();
    });
  }

  openPicker(kind: ValueKind): void {
    const detail = this.detail();
    if (detail && !this.rows()?.hasFocus()) detail.openPicker(kind);
    else this.rows()?.openPicker(kind);
  }

  atHand(): Ticket | undefined {
    const detail = this.detail();
    if (detail && !this.rows()?.hasFocus()) return detail.ticket();
    const place = this.listed.place(this.listed.active());
    return place === undefined ? undefined : this.listed.at(place);
  }
}
