import { ChangeDetectionStrategy, Component, input, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { MatIcon } from '@angular/material/icon';
import { Skeleton } from '../skeleton';
import { LineChart } from './line-chart';
import type { LineData } from './line-data';
import { LineTable } from './line-table';

/** Lines with their legend as a chart or, for those who prefer numbers, as a table. */
@Component({
  selector: 'desk-line-card',
  imports: [LineChart, LineTable, MatButton, MatIcon, Skeleton],
  templateUrl: './line-card.html',
  styleUrl: './line-card.scss',
  host: { class: 'pane' },
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class LineCard {
  readonly heading = input.required<string>();
  readonly hint = input('');
  /** Null while it is loading. */
  readonly data = input.required<LineData | null>();

  protected readonly asTable = signal(false);

  protected toggle(): void {
    this.asTable.update((table) => !table);
  }
}
