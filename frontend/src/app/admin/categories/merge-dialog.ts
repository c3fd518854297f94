import { ChangeDetectionStrategy, Component, computed, inject, signal } from '@angular/core';
import { rxResource, toSignal } from '@angular/core/rxjs-interop';
import { FormControl, ReactiveFormsModule, Validators } from '@angular/forms';
import { MatButton } from '@angular/material/button';
import {
  MAT_DIALOG_DATA,
  MatDialogActions,
  MatDialogClose,
  MatDialogContent,
  MatDialogRef,
  MatDialogTitle,
} from '@angular/material/dialog';
import { MatProgressBar } from '@angular/material/progress-bar';
import type { AdminCategory, BulkRun } from '../../api/admin-model';
import { AdminCategoriesApi } from '../../api/admin-categories-api';
import { problemOf } from '../../api/problem-error';
import { Banner } from '../../ui/banner';
import { ValueSelect } from '../../ui/value-select';
import { categoryOption } from '../../ui/vocabulary';
import { type Failure, failureOf } from '../../kit/forms/failure';
import { FailureBanner } from '../../kit/forms/failure-banner';
import { counted } from '../../ui/count-words';

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
    FailureBanner,
    MatButton,
    MatDialogActions,
    MatDialogClose,
    MatDialogContent,
    MatDialogTitle,
    MatProgressBar,
    ReactiveFormsModule,
    ValueSelect,
  ],
  templateUrl: './merge-dialog.html',
  styleUrl: '../../kit/dialogs/dialog.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class MergeDialog {
  private readonly api = inject(AdminCategoriesApi);
  private readonly dialog = inject<MatDialogRef<MergeDialog, BulkRun>>(MatDialogRef);
  private readonly choice = inject<MergeChoice>(MAT_DIALOG_DATA);
  protected readonly category = this.choice.category;

  protected readonly into = new FormControl('', { nonNullable: true, validators: Validators.required });
  protected readonly options = this.choice.targets.map((target) => categoryOption(target));
  private readonly key = toSignal(this.into.valueChanges, { initialValue: '' });
  protected readonly target = computed(() => this.choice.targets.find(({ key }) => key === this.key()) ?? null);

  private readonly preview = rxResource({
    params: () => this.key() || undefined,
    stream: ({ params: into }) => this.api.mergePreview(this.category.key, into),
  });
  protected readonly tickets = computed(() => (this.preview.hasValue() ? this.preview.value().tickets : null));
  protected readonly previewProblem = computed(() => {
    const error = this.preview.error();
    return error && (problemOf(error)?.message ?? 'Something unexpected happened.');
  });
  protected readonly moving = computed(() => counted(this.tickets() ?? 0, 'ticket'));
  protected readonly missing = signal(false);
  protected readonly saving = signal(false);
  protected readonly failure = signal<Failure | null>(null);

  protected countAgain(): void {
    this.preview.reload();
  }

  protected merge(): void {
    const target = this.target();
    this.into.markAsTouched();
    this.missing.set(!target);
    if (!target || this.tickets() === null || this.saving()) return;
    this.saving.set(true);
    this.failure.set(null);
    this.api.merge(this.category.key, target.key).subscribe({
      next: (run) => this.dialog.close(run),
      error: (error: unknown) => {
        this.saving.set(false);
        this.failure.set(failureOf(error));
      },
    });
  }
}
