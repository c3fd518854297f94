import { ChangeDetectionStrategy, Component, computed, input } from '@angular/core';
import { MatIcon } from '@angular/material/icon';
import type { Priority } from '../api/model';
import { SignalBars } from './signal-bars';
import { PRIORITY_LABELS } from './vocabulary';

const LEVELS = { low: 1, medium: 2, high: 3 } as const;

/** Height of the bars, then the word; critical alone is a filled shape. */
@Component({
  selector: 'desk-priority-tag',
  imports: [MatIcon, SignalBars],
  template: `
    @if (level(); as bars) {
      <desk-signal-bars [level]="bars" />
    } @else {
      <mat-icon svgIcon="report-fill" />
    }
    <span class="word">{{ label() }}</span>
  `,
  styleUrls: ['./tag.scss', './priority-tag.scss'],
  host: { '[class]': 'value()' },
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class PriorityTag {
  readonly value = input.required<Priority>();
  protected readonly label = computed(() => PRIORITY_LABELS[this.value()]);
  protected readonly level = computed(() => {
    const value = this.value();
    return value === 'critical' ? null : LEVELS[value];
  });
}
