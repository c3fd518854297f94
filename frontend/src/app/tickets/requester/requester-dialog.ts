import { ChangeDetectionStrategy, Component, inject } from '@angular/core';
import { NonNullableFormBuilder, ReactiveFormsModule } from '@angular/forms';
import { MAT_DIALOG_DATA, MatDialogContent, MatDialogTitle } from '@angular/material/dialog';
import type { Ticket } from '../../api/model';
import { TicketsApi } from '../../api/tickets-api';
import { DialogFoot } from '../../kit/dialogs/dialog-foot';
import { DialogSubmission } from '../../kit/dialogs/dialog-submission';
import {
  type KnownRequester,
  REQUESTER_FIELDS,
  REQUESTER_RULES,
  type RequesterEntry,
  askedContact,
} from './requester-entry';
import { RequesterField } from './requester-field';

export interface RequesterOf {
  readonly ticket: number;
  readonly requester: KnownRequester | null;
}

/** Says who asks with a ticket; an empty field is nobody. Closes with the ticket. */
@Component({
  selector: 'desk-requester-dialog',
  imports: [DialogFoot, MatDialogContent, MatDialogTitle, ReactiveFormsModule, RequesterField],
  providers: [DialogSubmission],
  template: `
    <h2 mat-dialog-title tabindex="-1">Requester of #{{ of.ticket }}</h2>
    <form [formGroup]="form" (ngSubmit)="save()">
      <mat-dialog-content>
        <desk-requester-field [control]="form.controls.requester" [readonly]="submission.saving()" />
        @if (of.requester) {
          <p>An empty field takes the requester away.</p>
        }
      </mat-dialog-content>
      <desk-dialog-foot action="Save" failing="The requester was not changed." saving="Saving the requester" />
    </form>
  `,
  styleUrl: '../../kit/dialogs/dialog.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class RequesterDialog {
  private readonly api = inject(TicketsApi);
  protected readonly of = inject<RequesterOf>(MAT_DIALOG_DATA);
  protected readonly submission = inject<DialogSubmission<Ticket>>(DialogSubmission);
  protected readonly form = inject(NonNullableFormBuilder).group({
    requester: inject(NonNullableFormBuilder).control<RequesterEntry>(this.of.requester ?? '', [...REQUESTER_RULES]),
  });

  protected save(): void {
    const requester = askedContact(this.form.getRawValue().requester);
    this.submission.submit(this.form, () => this.api.update(this.of.ticket, { requester }), REQUESTER_FIELDS);
  }
}
