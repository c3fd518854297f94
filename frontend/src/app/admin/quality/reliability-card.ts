import { ChangeDetectionStrategy, Component, computed, input, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { MatIcon } from '@angular/material/icon';
import type { Quality } from '../../api/admin-model';
import { ReliabilityChart } from '../../ui/chart/reliability-chart';
import type { ReliabilityPoint } from '../../ui/chart/reliability-layout';
import { countText, intervalWords, percentNumber } from '../../ui/numbers';
import { Skeleton } from '../../ui/skeleton';
import { gapWords } from './quality-words';

/** Whether confidence can be trusted: as a diagram or as a table. */
@Component({
  selector: 'desk-reliability-card',
  imports: [MatButton, MatIcon, ReliabilityChart, Skeleton],
  template: `
    <div class="head">
      <h2 class="t-medium">Can its confidence be trusted?</h2>
      @if (points().length > 0) {
        <button matButton type="button" class="toggle" (click)="asTable.set(!asTable())">
          <mat-icon [svgIcon]="asTable() ? 'bar_chart' : 'table_view'" />{{
            asTable() ? 'Show as chart' : 'Show as table'
          }}
        </button>
      }
    </div>
    @if (reliability(); as it) {
      @if (points().length > 0) {
        <p class="hint small quiet">Kept, in %, by stated confidence. {{ gap() }}</p>
        @if (asTable()) {
          <div class="table" role="region" tabindex="0" aria-label="Kept by stated confidence">
            <table class="num">
              <thead class="l-medium">
                <tr>
                  <th scope="col">Confidence, %</th>
                  <th scope="col">Suggestions</th>
                  <th scope="col">Kept, %</th>
                  <th scope="col">95 % interval</th>
                </tr>
              </thead>
              <tbody>
                @for (row of rows(); track row.name) {
                  <tr>
                    <th scope="row">{{ row.name }}</th>
                    <td>{{ row.of }}</td>
                    <td>{{ row.kept }}</td>
                    <td>{{ row.interval }}</td>
                  </tr>
                }
              </tbody>
            </table>
          </div>
        } @else {
          <desk-reliability-chart [points]="points()" [summary]="summary()" />
        }
      } @else {
        <p class="none small quiet">
          {{ it.shown.of === 0 ? 'No decided suggestion stated a confidence.' : unmeasured() }}
        </p>
      }
    } @else {
      <div class="waiting">
        <desk-skeleton height="2px" /><desk-skeleton height="2px" /><desk-skeleton height="2px" />
      </div>
    }
  `,
  styleUrls: ['./card-table.scss', './reliability-card.scss'],
  host: { class: 'pane' },
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class ReliabilityCard {
  /** Undefined while it is loading. */
  readonly reliability = input.required<Quality['reliability'] | undefined>();
  /** Why there are no percentages yet. */
  readonly unmeasured = input<string | null>(null);

  protected readonly asTable = signal(false);
  private readonly shown = computed(() => this.reliability()?.shown);
  private readonly bins = computed(() => (this.shown()?.bins ?? []).filter(({ share }) => share !== null));
  protected readonly points = computed<readonly ReliabilityPoint[]>(() =>
    this.bins().map(({ confidence, share, low, high, of }) => ({
      ...{ stated: 100 * (confidence ?? 0), right: 100 * (share ?? 0) },
      ...{ low: 100 * (low ?? 0), high: 100 * (high ?? 0), of },
    })),
  );
  protected readonly rows = computed(() =>
    this.bins().map((bin) => ({
      name: `${Math.round(bin.from * 100)} to ${Math.round(bin.to * 100)}`,
      of: countText(bin.of),
      kept: percentNumber(bin.share),
      interval: intervalWords(bin),
    })),
  );
  protected readonly gap = computed(() => {
    const { shown, hidden } = this.reliability() ?? {};
    const [seen, unseen] = [shown?.ece ?? null, hidden?.ece ?? null];
    if (seen === null) return '';
    const beside = unseen === null ? '' : ` Of the hidden ${countText(hidden?.of ?? 0)}: ${gapWords(unseen)}.`;
    return `Average gap ${gapWords(seen)}.${beside}`;
  });
  protected readonly summary = computed(() => {
    const last = this.rows().at(-1);
    return last
      ? `Of suggestions with ${last.name} percent confidence, ${last.kept} percent were kept. ${this.gap()}`
      : '';
  });
}
