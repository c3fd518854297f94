import { ChangeDetectionStrategy, Component, computed, inject } from '@angular/core';
import { rxResource, toSignal } from '@angular/core/rxjs-interop';
import { FormControl, FormGroup, ReactiveFormsModule } from '@angular/forms';
import { MAT_DIALOG_DATA, MatDialogContent, MatDialogTitle } from '@angular/material/dialog';
import type { AdminCategory, BulkRun } from '../../api/admin-model';
import { AdminCategoriesApi } from '../../api/admin-categories-api';
import { readableProblem } from '../../api/problem-error';
import { reloadWhenBack } from '../../api/reload-when-back';
import { Banner } from '../../ui/banner';
import { ValueSelect } from '../../ui/value-select';
import { categoryOption } from '../../ui/vocabulary';
import { DialogFoot } from '../../kit/dialogs/dialog-foot';
import { DialogSubmission } from '../../kit/dialogs/dialog-submission';
import { needed } from '../../kit/forms/rules';
import { counted } from '../../ui/count-words';
import { TryAgain } from '../../ui/try-again';
import { IsolatedPipe } from '../../ui/isolated';

/** The category that goes, and those that can take its tickets. */
export interface MergeChoice {
  category: AdminCategory;
  targets: readonly AdminCategory[];
}

/** Merges one category into another: says how many tickets move before anything does. */
@Component({
  selector: 'desk-merge-dialog',
  imports: [
    Banner,
    DialogFoot,
    IsolatedPipe,
    MatDialogContent,
    MatDialogTitle,
    ReactiveFormsModule,
    TryAgain,
    ValueSelect,
  ],
  providers: [DialogSubmission],
  templateUrl: './merge-dialog.html',
  styleUrl: '../../kit/dialogs/dialog.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class MergeDialog {
  private readonly api = inject(AdminCategoriesApi);
  private readonly submission = inject<DialogSubmission<BulkRun>>(DialogSubmission);
  private readonly choice = inject<MergeChoice>(MAT_DIALOG_DATA);
  protected readonly category = this.choice.category;

  protected readonly form = new FormGroup({
    into: new FormControl('', {
      nonNullable: true,
      validators: needed('Choose the category that takes the tickets.'),
    }),
  });
  protected readonly options = this.choice.targets.map((target) => categoryOption(target));
  private readonly key = toSignal(this.form.controls.into.valueChanges, { initialValue: '' });
  protected readonly target = computed(() => this.choice.targets.find(({ key }) => key === this.key()) ?? null);

  private readonly preview = reloadWhenBack(
    rxResource({
      params: () => this.key() || undefined,
      stream: ({ params: into }) => this.api.mergePreview(this.category.key, into),
    }),
  );
  protected readonly tickets = computed(() => (this.preview.hasValue() ? this.preview.value().tickets : null));
  protected readonly previewProblem = computed(() => readableProblem(this.preview.error()));
  protected readonly moving = computed(() => counted(this.tickets() ?? 0, 'ticket'));

  protected countAgain(): void {
    this.preview.reload();
  }

  protected merge(): void {
    const { into } = this.form.getRawValue();
    this.submission.submit(this.form, () => this.api.merge(this.category.key, into));
  }
}
