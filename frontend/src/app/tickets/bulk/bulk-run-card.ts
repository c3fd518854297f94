import { ChangeDetectionStrategy, Component, booleanAttribute, computed, inject, input } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { MatIcon } from '@angular/material/icon';
import { MatProgressBar } from '@angular/material/progress-bar';
import { RouterLink } from '@angular/router';
import { authorName } from '../../ui/author';
import { AdminBulkApi } from '../../api/admin-bulk-api';
import type { BulkRun } from '../../api/admin-model';
import { Categories } from '../../api/categories';
import { People } from '../../api/people';
import { Dialogs } from '../../kit/dialogs/dialogs';
import { counted, figure } from '../../ui/count-words';
import { Moment } from '../../ui/moment';
import { BulkRuns } from './bulk-runs';
import { actionWords, isOver, outcomeWords, runHeading } from './run-words';

/** One change of many tickets: how far it is, how it ended, what failed and why, and the way back. */
@Component({
  selector: 'desk-bulk-run-card',
  imports: [MatButton, MatIcon, MatProgressBar, Moment, RouterLink],
  templateUrl: './bulk-run-card.html',
  styleUrl: './bulk-run-card.scss',
  host: { class: 'pane', '[class.past]': 'past()' },
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class BulkRunCard {
  private readonly api = inject(AdminBulkApi);
  private readonly categories = inject(Categories);
  private readonly dialogs = inject(Dialogs);
  private readonly people = inject(People);
  protected readonly runs = inject(BulkRuns);

  readonly run = input.required<BulkRun>();
  /** One of the list of earlier ones: it cannot be put away. */
  readonly past = input(false, { transform: booleanAttribute });

  protected readonly over = computed(() => isOver(this.run()));
  protected readonly heading = computed(() => runHeading(this.run()));
  protected readonly action = computed(() => {
    const category = (key: string) => this.categories.label(key);
    return actionWords(this.run(), { category, person: (id) => this.people.name(id) });
  });
  protected readonly outcome = computed(() => outcomeWords(this.run()));
  protected readonly percent = computed(() => {
    const { processed, total } = this.run();
    return total === 0 ? 0 : (processed / total) * 100;
  });
  protected readonly progress = computed(() => {
    const { processed, total, state } = this.run();
    return state === 'queued' ? 'Waiting to begin' : `${figure(processed)} of ${figure(total)}`;
  });
  protected readonly by = computed(() => {
    const { requested_by: actor, via } = this.run();
    return authorName({ actor, via }, (id) => this.people.name(id));
  });
  protected readonly unlisted = computed(() => {
    const { failed, failures } = this.run();
    return failed > failures.length ? counted(failed - failures.length, 'more ticket') : '';
  });

  protected undo(): void {
    const run = this.run();
    const question = {
      heading: 'Take this change back?',
      consequences: [
        `${counted(run.changed, 'ticket')} ${run.changed === 1 ? 'gets' : 'get'} back what ${run.changed === 1 ? 'it' : 'they'} had before.`,
        'A ticket that someone changed since stays as it is and is named in the result.',
      ],
      confirm: 'Undo',
      danger: false,
      run: () => this.api.undo(run.id),
    };
    this.dialogs.confirm(question).subscribe((undoing) => this.runs.watch(undoing));
  }
}
