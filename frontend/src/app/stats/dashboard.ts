import { ChangeDetectionStrategy, Component, computed, effect, inject, linkedSignal, untracked } from '@angular/core';
import { MatButton, MatIconButton } from '@angular/material/button';
import { MatIcon } from '@angular/material/icon';
import { MatProgressBar } from '@angular/material/progress-bar';
import { MatTooltip } from '@angular/material/tooltip';
import { RouterLink } from '@angular/router';
import { Categories } from '../api/categories';
import type { Category, Stats } from '../api/model';
import { problemOf, readableProblem } from '../api/problem-error';
import { StatsApi } from '../api/stats-api';
import { NewTicketLauncher } from '../core/new-ticket-launcher';
import { Banner } from '../ui/banner';
import type { Bar } from '../ui/chart/bar';
import { BarList } from '../ui/chart/bar-list';
import { LineCard } from '../ui/chart/line-card';
import { EmptyState } from '../ui/empty-state';
import { ErrorState } from '../ui/error-state';
import { registerIcons } from '../ui/icons';
import { KeyCap } from '../ui/key-cap';
import { type Segment, SegmentSwitch } from '../ui/segment-switch';
import { countText, decimalText } from '../ui/numbers';
import { TryAgain } from '../ui/try-again';
import { STATUSES, UNRESOLVED_STATUSES } from '../ui/vocabulary';
import { categoryBars, priorityBars } from './bars';
import { dailyLines } from './daily-lines';
import { daysOf } from './days';
import { DashboardChoices, OF_THE_DESK, type TicketSet } from './dashboard-choices';
import { averageDelta, createdDelta, unassignedDelta, unresolvedDelta } from './deltas';
import { FigureCard } from './figure-card';
import { LastFigures } from './last-figures';
import { STATS_ICONS } from './stats-icon-set';
import { StatusCard } from './status-card';
import { timeIn } from './time-zones';
import { ZoneChooser } from './zone-chooser';

interface CategoryFigures {
  stats: Stats;
  set: TicketSet;
  categories: readonly Category[];
}

/** The figures of the whole desk. They follow every change; what is on screen stays while they are asked again. */
@Component({
  selector: 'desk-dashboard',
  imports: [
    Banner,
    BarList,
    EmptyState,
    ErrorState,
    FigureCard,
    KeyCap,
    LineCard,
    MatButton,
    MatIcon,
    MatIconButton,
    MatProgressBar,
    MatTooltip,
    RouterLink,
    SegmentSwitch,
    StatusCard,
    TryAgain,
    ZoneChooser,
  ],
  providers: [DashboardChoices],
  templateUrl: './dashboard.html',
  styleUrl: './dashboard.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class Dashboard {
  protected readonly choices = inject(DashboardChoices);
  private readonly tz = computed(() => {
    const zone = this.choices.timeZone();
    return zone === OF_THE_DESK ? '' : zone;
  });
  private readonly answer = inject(StatsApi).stats(this.tz);
  private readonly categories = inject(Categories);
  private readonly last = inject(LastFigures);
  private readonly launcher = inject(NewTicketLauncher);

  protected readonly stats = computed(() => (this.answer.hasValue() ? this.answer.value() : this.last.stats()));
  protected readonly sets: readonly Segment<TicketSet>[] = [
    { value: 'unresolved', label: 'Unresolved' },
    { value: 'all', label: 'All' },
  ];
  protected readonly refreshing = computed(() => this.answer.isLoading() && this.stats() !== null);
  protected readonly problem = computed(() => readableProblem(this.answer.error()));
  protected readonly firstDay = computed(() => this.stats()?.total_tickets === 0);

  protected readonly figures = computed(() => {
    const stats = this.stats();
    if (!stats) return null;
    const some = stats.total_tickets > 0;
    return {
      unresolved: { value: countText(stats.unresolved_tickets), delta: some ? unresolvedDelta(stats) : null },
      unassigned: { value: countText(stats.unassigned_tickets), delta: some ? unassignedDelta(stats) : null },
      total: { value: countText(stats.total_tickets), delta: some ? createdDelta(stats) : null },
      average: { value: decimalText(stats.avg_tickets_per_day), delta: some ? averageDelta(stats) : null },
    };
  });
  /** How many tickets wait to be sorted, of which the bars count none; '' where none do. */
  protected readonly pending = computed(() => {
    const waiting = this.stats()?.pending_tickets ?? 0;
    return waiting > 0 ? countText(waiting) : '';
  });
  /** What the status and the bars count, in words that begin a heading. */
  protected readonly counted = computed(() => (this.choices.set() === 'all' ? 'All tickets' : 'Unresolved'));
  protected readonly statuses = computed(() => (this.choices.set() === 'all' ? STATUSES : UNRESOLVED_STATUSES));
  /** When the figures were counted, on the clock of their time zone. */
  protected readonly asOf = computed(() => {
    const stats = this.stats();
    return stats && { at: Date.parse(stats.as_of), time: timeIn(stats.time_zone, Date.parse(stats.as_of)) };
  });
  /** Where no figures tell the moment. */
  protected readonly opened = Date.now();

  protected readonly daily = computed(() => {
    const stats = this.stats();
    return stats ? dailyLines(daysOf(stats)) : null;
  });

  protected readonly priorities = computed(() => {
    const stats = this.stats();
    return stats ? priorityBars(stats, this.choices.set()) : null;
  });
  /** Null while the names of the categories are awaited; without their names the keys must do. */
  protected readonly categoryBars = linkedSignal<CategoryFigures | null, readonly Bar[] | null>({
    source: () => {
      const stats = this.stats();
      const categories = this.categories.all();
      // One that was added since the list came is asked for by its label.
      for (const key of Object.keys(stats?.category_breakdown ?? {})) this.categories.label(key);
      return !stats || (this.categories.loading() && categories.length === 0)
        ? null
        : { stats, set: this.choices.set(), categories };
    },
    // Another set is another list, which begins with its own longest bar.
    computation: (now, before) =>
      now &&
      categoryBars(now.stats, now.set, now.categories, isOfSet(before?.source, now.set) ? keysOf(before?.value) : []),
  });

  constructor() {
    registerIcons(STATS_ICONS);
    effect(() => {
      if (this.answer.hasValue()) this.last.remember(this.answer.value());
    });
    // A zone that this browser knows and the desk does not: its own days then.
    effect(() => {
      const refused = problemOf(this.answer.error())?.errors.some(({ field }) => field === 'tz');
      if (refused) untracked(() => this.choices.chooseTimeZone(OF_THE_DESK));
    });
  }

  protected retry(): void {
    if (this.categories.error()) this.categories.reload();
    this.answer.reload();
  }

  protected newTicket(): void {
    void this.launcher.open();
  }
}

function isOfSet(figures: CategoryFigures | null | undefined, set: CategoryFigures['set']): boolean {
  return figures?.set === set;
}

function keysOf(bars: readonly Bar[] | null = null): readonly string[] {
  return bars?.map((bar) => bar.option.value) ?? [];
}
