import { ChangeDetectionStrategy, Component, computed, effect, inject, untracked, viewChild } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { MatIcon } from '@angular/material/icon';
import { RouterLink } from '@angular/router';
import { Session } from '../../core/session';
import { EmptyState } from '../../ui/empty-state';
import { PageHead } from '../frame/page-head';
import { InUse } from '../../kit/list/in-use';
import { ListBody } from '../../kit/list/list-body';
import { SteadyRows } from '../../kit/list/steady-rows';
import { BulkRunCard } from '../../tickets/bulk/bulk-run-card';
import { BulkRuns } from '../../tickets/bulk/bulk-runs';

/** The newest changes of many tickets, each with its result and the way back. */
@Component({
  selector: 'desk-runs-page',
  imports: [BulkRunCard, EmptyState, InUse, ListBody, MatButton, MatIcon, PageHead, RouterLink],
  template: `
    <desk-page-head heading="Recent changes" detail="Changes of many tickets, the newest twenty">
      <a matButton routerLink="/admin/tickets"><mat-icon svgIcon="arrow_back" />Tickets</a>
    </desk-page-head>
    <section #list class="pane list" tabindex="-1" aria-label="Recent changes">
      <desk-list-body noun="changes" [list]="runs" (used)="list.focus()">
        <ul deskInUse>
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
  private readonly list = viewChild(InUse);
  private readonly steady = new SteadyRows(this.runs.items, ({ id }) => id, { list: this.list });
  /** The one that is followed is known better than the list knows it. */
  protected readonly rows = computed(() => {
    const current = this.runs.current();
    return this.steady.rows().map((run) => (run.id === current?.id ? current : run));
  });

  constructor() {
    this.runs.reload();
    // What this person began is shown wherever they point.
    const me = inject(Session).user()?.id;
    const own = computed(() => {
      const current = this.runs.current();
      return current?.requested_by === me ? current?.id : undefined;
    });
    effect(() => {
      const id = own();
      if (id !== undefined) untracked(() => this.steady.bring(id));
    });
  }
}
