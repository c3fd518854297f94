import { ChangeDetectionStrategy, Component, computed, effect, inject, linkedSignal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { MatIcon } from '@angular/material/icon';
import { MatProgressBar } from '@angular/material/progress-bar';
import { Categories } from '../api/categories';
import type { Category, Stats } from '../api/model';
import { problemOf } from '../api/problem-error';
import { StatsApi } from '../api/stats-api';
import { NewTicketLauncher } from '../core/new-ticket-launcher';
import { Banner } from '../ui/banner';
import type { Bar } from '../ui/chart/bar';
import { BarList } from '../ui/chart/bar-list';
import { LineCard } from '../ui/chart/line-card';
import { EmptyState } from '../ui/empty-state';
import { ErrorState } from '../ui/error-state';
import { KeyCap } from '../ui/key-cap';
import { countText, decimalText } from '../ui/numbers';
import { categoryBars, priorityBars } from './bars';
import { dailyLines } from './daily-lines';
import { daysOf } from './days';
import { averageDelta, createdDelta, unresolvedDelta } from './deltas';
import { FigureCard } from './figure-card';
import { LastFigures } from './last-figures';
import { StatusCard } from './status-card';

interface CategoryFigures {
  stats: Stats;
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
    MatProgressBar,
    StatusCard,
  ],
  templateUrl: './dashboard.html',
  styleUrl: './dashboard.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class Dashboard {
  private readonly answer = inject(StatsApi).stats();
  private readonly categories = inject(Categories);
  private readonly last = inject(LastFigures);
  private readonly launcher = inject(NewTicketLauncher);

  protected readonly stats = computed(() => (this.answer.hasValue() ? this.answer.value() : this.last.stats()));
  protected readonly refreshing = computed(() => this.answer.isLoading() && this.stats() !== null);
  protected readonly problem = computed(() => {
    const error = this.answer.error();
    return error ? { text: problemOf(error)?.message ?? '', requestId: problemOf(error)?.requestId ?? null } : null;
  });
  protected readonly firstDay = computed(() => this.stats()?.total_tickets === 0);

  protected readonly figures = computed(() => {
    const stats = this.stats();
    if (!stats) return null;
    const some = stats.total_tickets > 0;
    return {
      total: { value: countText(stats.total_tickets), delta: some ? createdDelta(stats) : null },
      open: { value: countText(stats.open_tickets), delta: some ? unresolvedDelta(stats) : null },
      average: { value: decimalText(stats.avg_tickets_per_day), delta: some ? averageDelta(stats) : null },
    };
  });
  protected readonly daily = computed(() => {
    const stats = this.stats();
    return stats ? dailyLines(daysOf(stats)) : null;
  });

  protected readonly priorities = computed(() => {
    const stats = this.stats();
    return stats ? priorityBars(stats) : null;
  });
  /** Null while the names of the categories are awaited; without their names the keys must do. */
  protected readonly categoryBars = linkedSignal<CategoryFigures | null, readonly Bar[] | null>({
    source: () => {
      const stats = this.stats();
      const categories = this.categories.all();
      // One that was added since the list came is asked for by its label.
      for (const key of Object.keys(stats?.category_breakdown ?? {})) this.categories.label(key);
      return !stats || (this.categories.loading() && categories.length === 0) ? null : { stats, categories };
    },
    computation: (now, before) => now && categoryBars(now.stats, now.categories, keysOf(before?.value)),
  });

  constructor() {
    effect(() => {
      if (this.answer.hasValue()) this.last.remember(this.answer.value());
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

function keysOf(bars: readonly Bar[] | null = null): readonly string[] {
  return bars?.map((bar) => bar.option.value) ?? [];
}
