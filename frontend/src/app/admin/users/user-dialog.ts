import { ChangeDetectionStrategy, Component, computed, inject } from '@angular/core';
import { takeUntilDestroyed } from '@angular/core/rxjs-interop';
import { NonNullableFormBuilder, ReactiveFormsModule } from '@angular/forms';
import { MAT_DIALOG_DATA, MatDialogContent, MatDialogTitle } from '@angular/material/dialog';
import { MatRadioButton, MatRadioGroup } from '@angular/material/radio';
import { type Observable, map, of } from 'rxjs';
import type { AdminUser } from '../../api/admin-model';
import { AdminUsersApi } from '../../api/admin-users-api';
import { DialogFoot } from '../../kit/dialogs/dialog-foot';
import { DialogSubmission } from '../../kit/dialogs/dialog-submission';
import { saveOver } from '../../kit/forms/overtaken';
import { OvertakenFields, overtakenFields } from '../../kit/forms/overtaken-fields';
import { TextField } from '../../ui/text-field';
import { IsolatedPipe } from '../../ui/isolated';
import { overtakenUser, proposeUsername, typedUser, userForm } from './user-form';
import { FIELD_NAMES, ROLE_LABELS, ROLE_MEANS } from './user-words';

/** The person as saved; with the one-time password when they are new. */
export interface SavedUser {
  user: AdminUser;
  one_time_password: string | null;
}

/** Makes a person, or changes one. When another admin was faster, what was typed stays and this one decides. */
@Component({
  selector: 'desk-user-dialog',
  imports: [
    DialogFoot,
    IsolatedPipe,
    MatDialogContent,
    MatDialogTitle,
    MatRadioButton,
    MatRadioGroup,
    OvertakenFields,
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
  protected readonly overtaken = this.user && overtakenUser(this.user, this.form);
  protected readonly conflicts = computed(() =>
    overtakenFields(this.overtaken?.conflicts(), FIELD_NAMES, ({ field, theirs }) => {
      const role = field === 'role' ? this.roles.find(({ value }) => value === theirs) : undefined;
      return role?.label ?? theirs;
    }),
  );
  protected readonly roles = (['agent', 'admin'] as const).map((value) => ({
    value,
    label: ROLE_LABELS[value],
    means: ROLE_MEANS[value],
  }));

  constructor() {
    if (!this.user) proposeUsername(this.form.controls).pipe(takeUntilDestroyed()).subscribe();
  }

  protected save(): void {
    if (this.overtaken?.isSaved) this.submission.close();
    else this.submission.submit(this.form, () => this.send());
  }

  private send(): Observable<SavedUser> {
    const { overtaken } = this;
    if (!overtaken) return this.api.create(typedUser(this.form));
    return saveOver(overtaken.seen(), {
      save: (seen) => this.api.update(seen.id, overtaken.changes(), seen.version),
      fetch: ({ id }) => this.api.fetch(id),
      settle: (now, sent) => of(overtaken.settle(now, sent)),
    }).pipe(map((user) => ({ user, one_time_password: null })));
  }
}
