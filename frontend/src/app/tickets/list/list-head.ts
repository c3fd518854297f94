import {
  ChangeDetectionStrategy,
  Component,
  type ElementRef,
  computed,
  inject,
  linkedSignal,
  output,
  viewChild,
} from '@angular/core';
import { MatButton, MatIconButton } from '@angular/material/button';
import { MatIcon } from '@angular/material/icon';
import { MatTooltip } from '@angular/material/tooltip';
import { RouterLink } from '@angular/router';
import { ViewCounts } from '../../core/view-counts';
import { IgnoredBanner } from '../../kit/list/ignored-banner';
import { figure } from '../../ui/count-words';
import { KeyCap } from '../../ui/key-cap';
import { ExportLink } from '../filter/export-link';
import { FilterAddress } from '../filter/filter-address';
import { FilterBar } from '../filter/filter-bar';
import { filterSize } from '../filter/filter-words';
import { IgnoredInList } from '../views/ignored-in-list';
import { SortMenu } from '../views/sort-menu';
import { ViewTabs } from '../views/view-tabs';
import { countWords } from './count-words';
import { ListedTickets } from './listed-tickets';
import { Newcomers } from './newcomers';

/** What stands above the rows: the views, the order, the filters, and what of the address is not understood. */
@Component({
  selector: 'desk-list-head',
  imports: [
    ExportLink,
    FilterBar,
    IgnoredBanner,
    KeyCap,
    MatButton,
    MatIcon,
    MatIconButton,
    MatTooltip,
    RouterLink,
    SortMenu,
    ViewTabs,
  ],
  templateUrl: './list-head.html',
  styleUrl: './list-head.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class ListHead {
  private readonly counts = inject(ViewCounts);
  private readonly filters = inject(FilterAddress);
  protected readonly listed = inject(ListedTickets);
  protected readonly ignored = inject(IgnoredInList);
  protected readonly newcomers = inject(Newcomers);

  /** A person wants to see the tickets that wait to be shown. */
  readonly newWanted = output();

  private readonly heading = viewChild.required<ElementRef<HTMLElement>>('heading');

  protected readonly count = computed(() => {
    const list = this.listed.pages.loaded();
    return list && countWords(this.listed.count(), list.countExact, list.filter);
  });
  /** Filters narrow the view: then its own count does not say how many are listed. */
  protected readonly narrowed = computed(() => filterSize(this.filters.filter()) > 0);
  /** Counted apart; '' where there are none, and where they are what is listed. */
  protected readonly pending = computed(() => {
    const waiting = this.counts.pending();
    return waiting > 0 && !this.filters.filter().triage ? figure(waiting) : '';
  });
  private readonly chipped = computed(() => filterSize({ ...this.filters.filter(), search: '' }) > 0);
  /** The filters stand there while some are set, and when they are asked for. */
  protected readonly filtering = linkedSignal(() => this.chipped());

  focus(): void {
    this.heading().nativeElement.focus();
  }

  protected refresh(): void {
    this.listed.refresh();
    this.counts.refresh();
  }
}
