import { ChangeDetectionStrategy, Component, computed, inject, signal } from '@angular/core';
import { rxResource, toSignal } from '@angular/core/rxjs-interop';
import { NonNullableFormBuilder, ReactiveFormsModule } from '@angular/forms';
import { MAT_DIALOG_DATA, MatDialogContent, MatDialogTitle } from '@angular/material/dialog';
import { tap } from 'rxjs';
import { AdminBulkApi } from '../../api/admin-bulk-api';
import type { BulkAction, BulkRun, BulkSelection } from '../../api/admin-model';
import { readableProblem } from '../../api/problem-error';
import { reloadWhenBack } from '../../api/reload-when-back';
import { Banner } from '../../ui/banner';
import { ValueSelect } from '../../ui/value-select';
import { DialogFoot } from '../../kit/dialogs/dialog-foot';
import { DialogSubmission } from '../../kit/dialogs/dialog-submission';
import { counted } from '../../ui/count-words';
import { TryAgain } from '../../ui/try-again';
import { TicketChoices } from '../ticket-choices';
import { bulkForm, changesFrom } from './bulk-form';

/** Which tickets, and whether they are changed or deleted. */
export interface BulkPlan {
  selection: BulkSelection;
  kind: BulkAction['kind'];
}

/** Changes or deletes many tickets: says how many before anything happens. Closes with the run. */
@Component({
  selector: 'desk-bulk-dialog',
  imports: [Banner, DialogFoot, MatDialogContent, MatDialogTitle, ReactiveFormsModule, TryAgain, ValueSelect],
  providers: [DialogSubmission],
  templateUrl: './bulk-dialog.html',
  styleUrls: ['../../kit/dialogs/dialog.scss', './ticket-fields.scss'],
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class BulkDialog {
  private readonly api = inject(AdminBulkApi);
  private readonly submission = inject<DialogSubmission<BulkRun>>(DialogSubmission);
  protected readonly choices = inject(TicketChoices);
  protected readonly plan = inject<BulkPlan>(MAT_DIALOG_DATA);

  protected readonly form = bulkForm(inject(NonNullableFormBuilder));
  private readonly typed = toSignal(this.form.valueChanges);
  private readonly changes = computed(() => {
    this.typed();
    return changesFrom(this.form.getRawValue());
  });
  protected readonly empty = computed(() => this.plan.kind === 'change' && Object.keys(this.changes()).length === 0);
  private readonly action = computed<BulkAction>(() =>
    this.plan.kind === 'delete' ? { kind: 'delete' } : { kind: 'change', changes: this.changes() },
  );

  private readonly preview = reloadWhenBack(
    rxResource({
      params: () => (this.empty() ? undefined : this.action()),
      stream: ({ params: action }) => this.api.preview(this.plan.selection, action),
    }),
  );
  private readonly count = computed(() => (this.preview.hasValue() ? this.preview.value().count : null));
  protected readonly known = computed(() => this.count() !== null);
  protected readonly none = computed(() => this.count() === 0);
  protected readonly tickets = computed(() => counted(this.count() ?? 0, 'ticket'));
  protected readonly previewProblem = computed(() => readableProblem(this.preview.error()));

  protected readonly missing = signal(false);

  protected countAgain(): void {
    this.preview.reload();
  }

  protected start(): void {
    this.missing.set(this.empty());
    const count = this.count();
    if (this.empty() || !count) return;
    const order = { selection: this.plan.selection, action: this.action(), expected_count: count };
    // Refused: it may be another number by now.
    const countAgain = tap<BulkRun>({ error: () => this.preview.reload() });
    this.submission.submit(this.form, () => this.api.start(order).pipe(countAgain));
  }
}
