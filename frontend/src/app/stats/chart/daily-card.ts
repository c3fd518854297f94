import { ChangeDetectionStrategy, Component, computed, input, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { MatIcon } from '@angular/material/icon';
import { countText } from '../../ui/numbers';
import { Skeleton } from '../../ui/skeleton';
import { type Day, totalsOf } from '../days';
import { DailyChart } from './daily-chart';
import { DailyTable } from './daily-table';

/** The days as a chart or, for those who prefer numbers, as a table. */
@Component({
  selector: 'desk-daily-card',
  imports: [DailyChart, DailyTable, MatButton, MatIcon, Skeleton],
  templateUrl: './daily-card.html',
  styleUrl: './daily-card.scss',
  host: { class: 'pane' },
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class DailyCard {
  /** Null while they are loading. */
  readonly days = input.required<readonly Day[] | null>();

  protected readonly asTable = signal(false);
  protected readonly totals = computed(() => {
    const days = this.days();
    if (!days) return null;
    const { created, resolved } = totalsOf(days);
    return { created: countText(created), resolved: countText(resolved) };
  });

  protected toggle(): void {
    this.asTable.update((table) => !table);
  }
}
