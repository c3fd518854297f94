import { ChangeDetectionStrategy, Component, computed, input } from '@angular/core';
import { countText } from '../../ui/numbers';
import { type Day, dayHeading, totalsOf } from '../days';

/** The chart as numbers, today first. */
@Component({
  selector: 'desk-daily-table',
  template: `
    <table class="num">
      <caption class="sr">
        Tickets created and resolved per day, last
        {{
          days().length
        }}
        days
      </caption>
      <thead class="l-medium">
        <tr>
          <th scope="col">Day</th>
          <th scope="col">Created</th>
          <th scope="col">Resolved</th>
        </tr>
      </thead>
      <tbody>
        @for (day of rows(); track day.date) {
          <tr>
            <th scope="row">{{ day.heading }}</th>
            <td>{{ day.created }}</td>
            <td>{{ day.resolved }}</td>
          </tr>
        }
      </tbody>
      <tfoot>
        <tr>
          <th scope="row">{{ days().length }} days</th>
          <td>{{ totals().created }}</td>
          <td>{{ totals().resolved }}</td>
        </tr>
      </tfoot>
    </table>
  `,
  styleUrl: './daily-table.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class DailyTable {
  /** Oldest first, as the chart has them. */
  readonly days = input.required<readonly Day[]>();

  protected readonly rows = computed(() =>
    this.days()
      .map((day) => ({
        date: day.date,
        heading: dayHeading(day),
        created: countText(day.created),
        resolved: countText(day.resolved),
      }))
      .reverse(),
  );

  protected readonly totals = computed(() => {
    const { created, resolved } = totalsOf(this.days());
    return { created: countText(created), resolved: countText(resolved) };
  });
}
