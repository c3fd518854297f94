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
        <table class="num" role="table">
          <thead class="l-medium" role="rowgroup">
            <tr role="row">
              <th scope="col" role="columnheader">Who suggested</th>
              <th scope="col" role="columnheader">Suggestions</th>
              <th scope="col" role="columnheader">Accepted, %</th>
              <th scope="col" role="columnheader">Unbiased, %</th>
              <th scope="col" role="columnheader">Abstained, %</th>
              <th scope="col" role="columnheader">Last</th>
            </tr>
          </thead>
          <tbody role="rowgroup">
            @for (row of rows(); track $index) {
              <tr role="row">
                <th scope="row" role="rowheader">
                  @if (row.leadsToItself) {
                    <a class="link" [routerLink]="[]" [queryParams]="row.query" queryParamsHandling="merge">{{
                      row.name
                    }}</a>
                  } @else {
                    {{ row.name }}
                  }
                </th>
                <td role="cell" data-column="Suggestions">{{ row.suggested }}</td>
                <td role="cell" data-column="Accepted, %">{{ row.accepted }}</td>
                <td role="cell" data-column="Unbiased, %">{{ row.unbiased }}</td>
                <td role="cell" data-column="Abstained, %">{{ row.abstained }}</td>
                <td role="cell" data-column="Last"><desk-moment [at]="row.last" /></td>
              </tr>
            }
          </tbody>
        </table>
      </div>
    } @else {
      <p class="none small quiet">Nobody suggested anything in this period.</p>
    }
  `,
  styleUrls: ['./card-table.scss', './model-quality-card.scss'],
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
