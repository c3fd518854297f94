import { ChangeDetectionStrategy, Component, inject } from '@angular/core';
import { takeUntilDestroyed } from '@angular/core/rxjs-interop';
import { NonNullableFormBuilder, ReactiveFormsModule } from '@angular/forms';
import { MAT_DIALOG_DATA, MatDialogContent, MatDialogTitle } from '@angular/material/dialog';
import { MatRadioButton, MatRadioGroup } from '@angular/material/radio';
import { type Observable, map } from 'rxjs';
import type { AdminUser } from '../../api/admin-model';
import { AdminUsersApi } from '../../api/admin-users-api';
import { DialogFoot } from '../../kit/dialogs/dialog-foot';
import { DialogSubmission } from '../../kit/dialogs/dialog-submission';
import { TextField } from '../../ui/text-field';
import { proposeUsername, userForm } from './user-form';
import { ROLE_LABELS, ROLE_MEANS } from './user-words';
import { IsolatedPipe } from '../../ui/isolated';

/** The person as saved; with the one-time password when they are new. */
export interface SavedUser {
  user: AdminUser;
  one_time_password: string | null;
}

/** Makes a person, or changes one. */
@Component({
  selector: 'desk-user-dialog',
  imports: [
    DialogFoot,
    IsolatedPipe,
    MatDialogContent,
    MatDialogTitle,
    MatRadioButton,
    MatRadioGroup,
    ReactiveFormsModule,
    TextField,
  ],
  providers: [DialogSubmission],
  templateUrl: './user-dialog.html',
  styleUrls: ['../../kit/dialogs/dialog.scss', './user-dialog.scss'],
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class UserDialog {
  private readonly api = inject(AdminUsersApi);
  private readonly submission = inject<DialogSubmission<SavedUser>>(DialogSubmission);
  /** Null for a new person. */
  protected readonly user = inject<AdminUser | null>(MAT_DIALOG_DATA);

  protected readonly form = userForm(inject(NonNullableFormBuilder), this.user);
  protected readonly roles = (['agent', 'admin'] as const).map((value) => ({
    value,
    label: ROLE_LABELS[value],
    means: ROLE_MEANS[value],
  }));

  constructor() {
    if (!this.user) proposeUsername(this.form.controls).pipe(takeUntilDestroyed()).subscribe();
  }

  protected save(): void {
    this.submission.submit(this.form, () => this.send());
  }

  private send(): Observable<SavedUser> {
    const values = this.form.getRawValue();
    const typed = { ...values, display_name: values.display_name.trim(), username: values.username.trim() };
    if (!this.user) return this.api.create(typed);
    return this.api.update(this.user.id, typed).pipe(map((user) => ({ user, one_time_password: null })));
  }
}
