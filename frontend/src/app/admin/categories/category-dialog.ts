import { ChangeDetectionStrategy, Component, inject, signal, viewChild } from '@angular/core';
import { NonNullableFormBuilder, ReactiveFormsModule, Validators } from '@angular/forms';
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
import type { AdminCategory } from '../../api/admin-model';
import { AdminCategoriesApi } from '../../api/admin-categories-api';
import { problemOf } from '../../api/problem-error';
import { type Failure, failureOf } from '../../kit/forms/failure';
import { FailureBanner } from '../../kit/forms/failure-banner';
import { FROM_SERVER } from '../../ui/field-message';
import { notBlank, showFieldErrors } from '../../kit/forms/form-errors';
import { TextField } from '../../ui/text-field';

/** Adds a category, or gives one another name and description. */
@Component({
  selector: 'desk-category-dialog',
  imports: [
    FailureBanner,
    MatButton,
    MatDialogActions,
    MatDialogClose,
    MatDialogContent,
    MatDialogTitle,
    MatProgressBar,
    ReactiveFormsModule,
    TextField,
  ],
  template: `
    <h2 mat-dialog-title>{{ category ? 'Edit ' + category.label : 'New category' }}</h2>
    <form [formGroup]="form" (ngSubmit)="save()">
      <mat-dialog-content>
        <desk-text-field #label label="Name" [control]="form.controls.label" [hint]="keyHint" />
        <desk-text-field
          #description
          label="Description"
          rows="4"
          hint="What belongs here. The model that suggests categories reads it too."
          [control]="form.controls.description"
        />
      </mat-dialog-content>
      @if (failure(); as failed) {
        <desk-failure-banner
          [what]="category ? 'The category was not changed.' : 'The category was not added.'"
          [failure]="failed"
        />
      }
      <mat-dialog-actions>
        @if (saving()) {
          <mat-progress-bar mode="indeterminate" aria-label="Saving the category" />
        }
        <button matButton type="button" disabledInteractive [disabled]="saving()" mat-dialog-close>Cancel</button>
        <button matButton="filled" type="submit" disabledInteractive [disabled]="saving()">
          {{ category ? 'Save' : 'Add category' }}
        </button>
      </mat-dialog-actions>
    </form>
  `,
  styleUrl: '../../kit/dialogs/dialog.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class CategoryDialog {
  private readonly api = inject(AdminCategoriesApi);
  private readonly dialog = inject<MatDialogRef<CategoryDialog, AdminCategory>>(MatDialogRef);
  /** Null for a new one. */
  protected readonly category = inject<AdminCategory | null>(MAT_DIALOG_DATA);

  private readonly build = inject(NonNullableFormBuilder);
  protected readonly form = this.build.group({
    label: this.build.control(this.category?.label ?? '', [notBlank, Validators.maxLength(80)]),
    description: this.build.control(this.category?.description ?? '', Validators.maxLength(1000)),
  });
  protected readonly saving = signal(false);
  protected readonly failure = signal<Failure | null>(null);
  private readonly label = viewChild.required<TextField>('label');
  private readonly description = viewChild.required<TextField>('description');

  /** Programs know a category by its key, which never changes. */
  protected readonly keyHint = this.category
    ? `Its key in the API stays ${this.category.key}`
    : 'Its key in the API is made from the name';

  protected save(): void {
    if (this.saving()) return;
    this.form.markAllAsTouched();
    if (this.form.invalid) {
      this.focusFirstInvalid();
      return;
    }
    this.saving.set(true);
    this.failure.set(null);
    const { label, description } = this.form.getRawValue();
    const texts = { label: label.trim(), description: description.trim() };
    const call = this.category ? this.api.update(this.category.key, texts) : this.api.create(texts);
    call.subscribe({
      next: (saved) => this.dialog.close(saved),
      error: (error: unknown) => {
        this.saving.set(false);
        const shown = [...showFieldErrors(error, this.form), ...this.showTaken(error)];
        this.failure.set(shown.length > 0 && !problemOf(error)?.errors.length ? null : failureOf(error, shown));
        if (shown.length > 0) this.focusFirstInvalid();
      },
    });
  }

  /** The API refuses the name as a whole; it is the name that has to change. */
  private showTaken(error: unknown): readonly string[] {
    const problem = problemOf(error);
    if (problem?.code !== 'category_exists' || problem.errors.length > 0) return [];
    this.form.controls.label.setErrors({ [FROM_SERVER]: problem.message });
    return ['label'];
  }

  private focusFirstInvalid(): void {
    (this.form.controls.label.invalid ? this.label() : this.description()).focus();
  }
}
