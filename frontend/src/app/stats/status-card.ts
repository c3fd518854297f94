import { ChangeDetectionStrategy, Component, computed, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { Stats, Status } from '../api/model';
import { countText, shareText } from '../ui/numbers';
import { Skeleton } from '../ui/skeleton';
import { StatusTag } from '../ui/status-tag';
import { STATUS_LABELS } from '../ui/vocabulary';

/** How far the work is: the tickets of a set as one bar, and under it the way to those of each status. */
@Component({
  selector: 'desk-status-card',
  imports: [RouterLink, Skeleton, StatusTag],
  templateUrl: './status-card.html',
  styleUrl: './status-card.scss',
  host: { class: 'pane' },
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class StatusCard {
  readonly heading = input.required<string>();
  /** Which statuses the set has. */
  readonly statuses = input.required<readonly Status[]>();
  /** Null while it is loading. */
  readonly breakdown = input.required<Stats['status_breakdown'] | null>();

  protected readonly parts = computed(() => {
    const breakdown = this.breakdown();
    if (!breakdown) return null;
    const counts = this.statuses().map((status) => ({ status, count: breakdown[status] ?? 0 }));
    const all = counts.reduce((sum, { count }) => sum + count, 0);
    return counts.map(({ status, count }) => ({
      status,
      count,
      text: countText(count),
      share: shareText(count, all),
    }));
  });

  /** Whether the four numbers together take more room than usual. */
  protected readonly long = computed(() => (this.parts() ?? []).reduce((sum, { text }) => sum + text.length, 0) > 22);

  protected readonly summary = computed(() =>
    (this.parts() ?? []).map(({ status, text }) => `${STATUS_LABELS[status]} ${text}`).join(', '),
  );
}
