import { ChangeDetectionStrategy, Component, computed, inject } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { MatIcon } from '@angular/material/icon';
import { RouterLink } from '@angular/router';
import { EmptyState } from '../../ui/empty-state';
import { PageHead } from '../frame/page-head';
import { ListBody } from '../../kit/list/list-body';
import { BulkRunCard } from '../../tickets/bulk/bulk-run-card';
import { BulkRuns } from '../../tickets/bulk/bulk-runs';

/** The newest changes of many tickets, each with its result and the way back. */
@Component({
  selector: 'desk-runs-page',
  imports: [BulkRunCard, EmptyState, ListBody, MatButton, MatIcon, PageHead, RouterLink],
  template: `
    <desk-page-head heading="Recent changes" detail="Changes of many tickets, the newest twenty">
      <a matButton routerLink="/admin/tickets"><mat-icon svgIcon="arrow_back" />Tickets</a>
    </desk-page-head>
    <section #list class="pane list" tabindex="-1" aria-label="Recent changes">
      <desk-list-body noun="changes" [list]="runs" (used)="list.focus()">
        <ul>
          @for (run of rows(); track run.id) {
            <li><desk-bulk-run-card past [run]="run" /></li>
          }
        </ul>
        <desk-empty-state
          ngProjectAs="[empty]"
          icon="inbox"
          heading="No change of many tickets yet"
          text="Select tickets in the list to change or delete them together."
        >
          <a matButton="tonal" routerLink="/admin/tickets">Go to the tickets</a>
        </desk-empty-state>
      </desk-list-body>
    </section>
  `,
  styleUrl: '../frame/page.scss',
  styles: `
    li + li {
      border-top: 1px solid var(--desk-hairline);
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class RunsPage {
  protected readonly runs = inject(BulkRuns);
  /** The one that is followed is known better than the list knows it. */
  protected readonly rows = computed(() => {
    const current = this.runs.current();
    return this.runs.items().map((run) => (run.id === current?.id ? current : run));
  });

  constructor() {
    this.runs.reload();
  }
}
