import { ChangeDetectionStrategy, Component, computed, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { Quality, QualityShare } from '../../api/admin-model';
import { countText, intervalWords, percentNumber } from '../../ui/numbers';
import { Moment } from '../../ui/moment';
import { suggesterWords } from './quality-words';

/** Who suggested, by model and version, each a way to its own figures. */
@Component({
  selector: 'desk-model-quality-card',
  imports: [Moment, RouterLink],
  template: `
    <div class="head"><h2 class="t-medium">By model and prompt</h2></div>
    @if (rows().length > 0) {
      <div class="table" role="region" tabindex="0" aria-label="By model and prompt">
        <table class="num">
          <thead class="l-medium">
            <tr>
              <th scope="col">Who suggested</th>
              <th scope="col">Suggestions</th>
              <th scope="col">Accepted, %</th>
              <th scope="col">Unbiased, %</th>
              <th scope="col">Abstained, %</th>
              <th scope="col">Last</th>
            </tr>
          </thead>
          <tbody>
            @for (row of rows(); track $index) {
              <tr>
                <th scope="row">
                  @if (row.leadsToItself) {
                    <a class="link" [routerLink]="[]" [queryParams]="row.query" queryParamsHandling="merge">{{
                      row.name
                    }}</a>
                  } @else {
                    {{ row.name }}
                  }
                </th>
                <td>{{ row.suggested }}</td>
                <td>{{ row.accepted }}</td>
                <td>{{ row.unbiased }}</td>
                <td>{{ row.abstained }}</td>
                <td><desk-moment [at]="row.last" /></td>
              </tr>
            }
          </tbody>
        </table>
      </div>
    } @else {
      <p class="none small quiet">Nobody suggested anything in this period.</p>
    }
  `,
  styleUrl: './card-table.scss',
  host: { class: 'pane' },
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class ModelQualityCard {
  readonly models = input.required<Quality['models']>();

  protected readonly rows = computed(() =>
    this.models().map((model) => ({
      name: suggesterWords(model),
      suggested: countText(model.suggested),
      accepted: cellWords(model.acceptance),
      unbiased: cellWords(model.unbiased_accuracy),
      abstained: percentNumber(model.abstention.share),
      last: model.last_at,
      query: { source: model.source, model: model.model, version: model.version },
      // The address cannot say "without a model": it would show all of the source.
      leadsToItself: model.model !== null || this.models().filter(({ source }) => source === model.source).length === 1,
    })),
  );
}

function cellWords(share: QualityShare): string {
  return share.share === null ? '–' : `${percentNumber(share.share)} (${intervalWords(share)})`;
}
