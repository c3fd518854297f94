import { ChangeDetectionStrategy, Component, inject, signal, viewChild } from '@angular/core';
import { takeUntilDestroyed } from '@angular/core/rxjs-interop';
import { NonNullableFormBuilder, ReactiveFormsModule } from '@angular/forms';
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
import { MatRadioButton, MatRadioGroup } from '@angular/material/radio';
import { type Observable, map } from 'rxjs';
import type { AdminUser, CreatedUser } from '../../api/admin-model';
import { AdminUsersApi } from '../../api/admin-users-api';
import { type Failure, failureOf } from '../../kit/forms/failure';
import { FailureBanner } from '../../kit/forms/failure-banner';
import { showFieldErrors } from '../../kit/forms/form-errors';
import { TextField } from '../../ui/text-field';
import { userForm, usernameFrom } from './user-form';
import { ROLE_LABELS, ROLE_MEANS } from './user-words';

/** The person as saved; with the one-time password when they are new. */
export interface SavedUser {
  user: AdminUser;
  one_time_password: string | null;
}

/** Makes a person, or changes one. */
@Component({
  selector: 'desk-user-dialog',
  imports: [
    FailureBanner,
    MatButton,
    MatDialogActions,
    MatDialogClose,
    MatDialogContent,
    MatDialogTitle,
    MatProgressBar,
    MatRadioButton,
    MatRadioGroup,
    ReactiveFormsModule,
    TextField,
  ],
  templateUrl: './user-dialog.html',
  styleUrls: ['../../kit/dialogs/dialog.scss', './user-dialog.scss'],
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class UserDialog {
  private readonly api = inject(AdminUsersApi);
  private readonly dialog = inject<MatDialogRef<UserDialog, SavedUser>>(MatDialogRef);
  /** Null for a new person. */
  protected readonly user = inject<AdminUser | null>(MAT_DIALOG_DATA);

  protected readonly form = userForm(inject(NonNullableFormBuilder), this.user);
  protected readonly saving = signal(false);
  protected readonly failure = signal<Failure | null>(null);
  protected readonly roles = (['agent', 'admin'] as const).map((value) => ({
    value,
    label: ROLE_LABELS[value],
    means: ROLE_MEANS[value],
  }));
  private readonly name = viewChild.required<TextField>('name');
  private readonly username = viewChild.required<TextField>('username');

  constructor() {
    const { display_name: name, username } = this.form.controls;
    if (this.user) return;
    // Proposed until a person writes one of their own.
    name.valueChanges.pipe(takeUntilDestroyed()).subscribe((text) => {
      if (username.pristine) username.setValue(usernameFrom(text));
    });
  }

  protected save(): void {
    if (this.saving()) return;
    this.form.markAllAsTouched();
    if (this.form.invalid) {
      this.focusFirstInvalid();
      return;
    }
    this.saving.set(true);
    this.failure.set(null);
    this.send().subscribe({
      next: (saved) => this.dialog.close(saved),
      error: (error: unknown) => this.failed(error),
    });
  }

  private send(): Observable<SavedUser> {
    const values = this.form.getRawValue();
    const typed = { ...values, display_name: values.display_name.trim(), username: values.username.trim() };
    if (!this.user) return this.api.create(typed).pipe(map((created: CreatedUser) => created));
    return this.api.update(this.user.id, typed).pipe(map((user) => ({ user, one_time_password: null })));
  }

  private failed(error: unknown): void {
    this.saving.set(false);
    const shown = showFieldErrors(error, this.form);
    this.failure.set(failureOf(error, shown));
    if (shown.length > 0) this.focusFirstInvalid();
  }

  private focusFirstInvalid(): void {
    const { display_name: name } = this.form.controls;
    (name.invalid ? this.name() : this.username()).focus();
  }
}
