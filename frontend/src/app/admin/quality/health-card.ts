import { ChangeDetectionStrategy, Component, computed, input } from '@angular/core';
import { MatIcon } from '@angular/material/icon';
import type { Quality } from '../../api/admin-model';
import { countText, percentNumber } from '../../ui/numbers';
import { failureWords } from '../llm/failure-words';
import { money } from '../llm/settings/money';
import { milliseconds } from '../overview/health';

/** How fast answers were, which failed, and whether tickets have become other than before. */
@Component({
  selector: 'desk-quality-health-card',
  imports: [MatIcon],
  template: `
    <div class="head"><h2 class="t-medium">Answers and drift</h2></div>
    <dl>
      @for (line of lines(); track line.label) {
        <div>
          <dt>{{ line.label }}</dt>
          <dd class="num">{{ line.value }}</dd>
        </div>
      }
    </dl>
    @if (alarm()) {
      <p class="alarm small" role="status">
        <mat-icon class="icon-18" svgIcon="warning" />The newest tickets hold clearly fewer words that the desk knows.
        Their suggestions may be worse until people have sorted some of them.
      </p>
    }
    <h3 class="t-small">Failures</h3>
    <ul>
      @for (failure of quality().failures; track $index) {
        <li>
          <b class="num">{{ countText(failure.count) }}</b><span>{{ failureWords(failure.reason) }}</span>
        </li>
      } @empty {
        <li class="quiet">No question has failed.</li>
      }
    </ul>
  `,
  styleUrls: ['./card-table.scss', './health-card.scss'],
  host: { class: 'pane' },
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class HealthCard {
  readonly quality = input.required<Quality>();

  protected readonly countText = countText;
  protected readonly failureWords = failureWords;
  protected readonly alarm = computed(() => this.quality().drift?.alarm === true);
  protected readonly lines = computed(() => {
    const { latency, drift, automatic, costs } = this.quality();
    const known = (mean: number | null) => (mean === null ? 'Not known' : `${percentNumber(mean)} %`);
    return [
      {
        label: 'Half of the answers within',
        value: latency.p50_ms === null ? 'No answer' : milliseconds(latency.p50_ms),
      },
      { label: '95 % of them within', value: latency.p95_ms === null ? 'No answer' : milliseconds(latency.p95_ms) },
      ...(automatic.applied > 0
        ? [
            {
              label: 'Applied by itself, counted in no share',
              value: `${countText(automatic.applied)}, ${countText(automatic.corrected)} put elsewhere`,
            },
          ]
        : []),
      ...(drift
        ? [
            { label: `Known words, newest ${countText(drift.window.of)}`, value: known(drift.window.mean) },
            { label: `Known words, ${countText(drift.history.of)} before`, value: known(drift.history.mean) },
          ]
        : [{ label: 'Known words', value: 'Not told by this source' }]),
      ...costs.map(({ model, calls, cost, unknown }) => ({
        label: `Cost of ${model}, ${countText(calls)} calls`,
        value: unknown > 0 ? `${money(cost)}, and ${countText(unknown)} calls of unknown cost` : money(cost),
      })),
    ];
  });
}
