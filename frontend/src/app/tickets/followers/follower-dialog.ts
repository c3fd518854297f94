import { ChangeDetectionStrategy, Component, inject } from '@angular/core';
import { type AbstractControl, NonNullableFormBuilder, ReactiveFormsModule } from '@angular/forms';
import { MAT_DIALOG_DATA, MatDialogContent, MatDialogTitle } from '@angular/material/dialog';
import { FollowersApi } from '../../api/followers-api';
import type { TicketDetail } from '../../api/model';
import { DialogFoot } from '../../kit/dialogs/dialog-foot';
import { DialogSubmission } from '../../kit/dialogs/dialog-submission';
import { REQUESTER_RULES, type RequesterEntry, askedContact } from '../requester/requester-entry';
import { RequesterField } from '../requester/requester-field';

/** What the API calls the field that this is about. */
const FOLLOWER_FIELDS = { id: 'follower', name: 'follower', address: 'follower', body: 'follower' } as const;

/** Lets somebody follow the ticket of a number. Closes with the ticket. */
@Component({
  selector: 'desk-follower-dialog',
  imports: [DialogFoot, MatDialogContent, MatDialogTitle, ReactiveFormsModule, RequesterField],
  providers: [DialogSubmission],
  template: `
    <h2 mat-dialog-title tabindex="-1">In copy of #{{ ticket }}</h2>
    <form [formGroup]="form" (ngSubmit)="save()">
      <mat-dialog-content>
        <desk-requester-field
          label="Name or e-mail address"
          [control]="form.controls.follower"
          [readonly]="submission.saving()"
        />
        <p>From now on each answer goes to them in copy, unless they are taken out of it.</p>
      </mat-dialog-content>
      <desk-dialog-foot action="Add" failing="Nobody was added." saving="Adding them" />
    </form>
  `,
  styleUrl: '../../kit/dialogs/dialog.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class FollowerDialog {
  private readonly api = inject(FollowersApi);
  protected readonly ticket = inject<number>(MAT_DIALOG_DATA);
  protected readonly submission = inject<DialogSubmission<TicketDetail>>(DialogSubmission);
  protected readonly form = inject(NonNullableFormBuilder).group({
    follower: inject(NonNullableFormBuilder).control<RequesterEntry>('', [
      ({ value }: AbstractControl<RequesterEntry>) => (value === '' ? { needed: 'Say who gets copies.' } : null),
      ...REQUESTER_RULES,
    ]),
  });

  protected save(): void {
    const asked = askedContact(this.form.getRawValue().follower) ?? {};
    this.submission.submit(this.form, () => this.api.add(this.ticket, asked), FOLLOWER_FIELDS);
  }
}
