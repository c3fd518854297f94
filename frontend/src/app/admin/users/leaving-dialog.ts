import { ChangeDetectionStrategy, Component, computed, inject } from '@angular/core';
import { FormControl, FormGroup, ReactiveFormsModule } from '@angular/forms';
import { MAT_DIALOG_DATA, MatDialogContent, MatDialogTitle } from '@angular/material/dialog';
import type { AdminUser, ChangedUser, UserUpdate } from '../../api/admin-model';
import { AdminUsersApi } from '../../api/admin-users-api';
import { People } from '../../api/people';
import { DialogFoot } from '../../kit/dialogs/dialog-foot';
import { DialogSubmission } from '../../kit/dialogs/dialog-submission';
import { blaming } from '../../kit/forms/blaming';
import { needed } from '../../kit/forms/rules';
import { counted } from '../../ui/count-words';
import { ValueSelect } from '../../ui/value-select';
import { UNASSIGNED, personOption } from '../../ui/vocabulary';
import { IsolatedPipe } from '../../ui/isolated';

/** Somebody with unresolved tickets who leaves, or has left, and what happens then, a sentence each. */
export interface Leaving {
  readonly user: AdminUser;
  readonly consequences: readonly string[];
}

/** Asks what becomes of the unresolved tickets of somebody who leaves, and does both in one step. */
@Component({
  selector: 'desk-leaving-dialog',
  imports: [DialogFoot, IsolatedPipe, MatDialogContent, MatDialogTitle, ReactiveFormsModule, ValueSelect],
  providers: [DialogSubmission],
  template: `
    <h2 mat-dialog-title>
      <span>{{
        user.active
          ? 'Deactivate ' + (user.display_name | isolated) + '?'
          : 'Hand over the tickets of ' + (user.display_name | isolated)
      }}</span>
    </h2>
    <form [formGroup]="form" (ngSubmit)="go()">
      <mat-dialog-content>
        @for (sentence of leaving.consequences; track $index) {
          <p>{{ sentence }}</p>
        }
        <p>
          <strong>{{ tickets }}</strong> {{ user.unresolved_tickets === 1 ? 'is' : 'are' }} theirs. Nobody else is told
          to work on what stays with somebody who has left.
        </p>
        <desk-value-select
          label="Who gets their unresolved tickets"
          placeholder="Choose"
          [control]="form.controls.to"
          [options]="options()"
        />
      </mat-dialog-content>
      <desk-dialog-foot
        [action]="user.active ? 'Deactivate' : 'Hand over'"
        [saving]="user.active ? 'Deactivating' : 'Handing over'"
        [failing]="user.active ? 'Nobody was deactivated.' : 'Nothing was handed over.'"
        [danger]="user.active"
      />
    </form>
  `,
  styleUrl: '../../kit/dialogs/dialog.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class LeavingDialog {
  private readonly api = inject(AdminUsersApi);
  private readonly people = inject(People);
  private readonly submission = inject<DialogSubmission<ChangedUser>>(DialogSubmission);
  protected readonly leaving = inject<Leaving>(MAT_DIALOG_DATA);
  protected readonly user = this.leaving.user;
  protected readonly tickets = counted(this.user.unresolved_tickets, 'unresolved ticket');

  protected readonly form = new FormGroup({
    to: new FormControl('', { nonNullable: true, validators: needed('Choose who gets them.') }),
  });
  protected readonly options = computed(() => [
    UNASSIGNED,
    ...this.people
      .active()
      .flatMap(({ id, display_name: name }) => (id === this.user.id ? [] : [personOption(id, name)])),
    ...(this.user.active ? [{ ...personOption(this.user.id, this.user.display_name), label: 'They stay theirs' }] : []),
  ]);

  protected go(): void {
    const update = { active: false, unresolved_tickets: this.way(this.form.getRawValue().to) };
    // Who was chosen may have left meanwhile.
    this.submission.submit(this.form, () =>
      this.api.update(this.user.id, update).pipe(blaming('validation_failed', 'to')),
    );
  }

  private way(to: string): NonNullable<UserUpdate['unresolved_tickets']> {
    if (to === UNASSIGNED.value) return 'unassign';
    return to === String(this.user.id) ? 'keep' : { assign_to: Number(to) };
  }
}
