import { ChangeDetectionStrategy, Component, computed, input } from '@angular/core';
import type { LineData } from './line-data';
import { textOf } from './value-text';

/** A line chart as numbers, the newest first. */
@Component({
  selector: 'desk-line-table',
  template: `
    <table class="num">
      <caption class="sr">
        {{
          data().caption
        }}
      </caption>
      <thead class="l-medium">
        <tr>
          <th scope="col">{{ data().placeName }}</th>
          @for (one of data().series; track one.name) {
            <th scope="col">{{ one.name }}</th>
          }
        </tr>
      </thead>
      <tbody>
        @for (row of rows(); track row.heading) {
          <tr>
            <th scope="row">{{ row.heading }}</th>
            @for (text of row.texts; track $index) {
              <td>{{ text }}</td>
            }
          </tr>
        }
      </tbody>
      <tfoot>
        <tr>
          <th scope="row">{{ data().extent }}</th>
          @for (one of data().series; track one.name) {
            <td>{{ one.total }}</td>
          }
        </tr>
      </tfoot>
    </table>
  `,
  styleUrl: './line-table.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class LineTable {
  readonly data = input.required<LineData>();

  protected readonly rows = computed(() => {
    const { places, series, valueText } = this.data();
    return places
      .map(({ heading }, place) => ({ heading, texts: series.map(({ values }) => textOf(values[place], valueText)) }))
      .reverse();
  });
}
