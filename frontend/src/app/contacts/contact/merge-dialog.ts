import { ChangeDetectionStrategy, Component, inject } from '@angular/core';
import { type AbstractControl, NonNullableFormBuilder, ReactiveFormsModule } from '@angular/forms';
import { MAT_DIALOG_DATA, MatDialogContent, MatDialogTitle } from '@angular/material/dialog';
import { EMPTY } from 'rxjs';
import { ContactsApi } from '../../api/contacts-api';
import type { Contact } from '../../api/model';
import { DialogFoot } from '../../kit/dialogs/dialog-foot';
import { DialogSubmission } from '../../kit/dialogs/dialog-submission';
import type { RequesterEntry } from '../../tickets/requester/requester-entry';
import { RequesterField } from '../../tickets/requester/requester-field';
import { IsolatedPipe } from '../../ui/isolated';

/** Says that two contacts are the same person. Closes with the one into whom the other was merged. */
@Component({
  selector: 'desk-merge-contact-dialog',
  imports: [DialogFoot, IsolatedPipe, MatDialogContent, MatDialogTitle, ReactiveFormsModule, RequesterField],
  providers: [DialogSubmission],
  template: `
    <h2 mat-dialog-title>Merge {{ contact.name | isolated }} into another</h2>
    <form [formGroup]="form" (ngSubmit)="merge()">
      <mat-dialog-content>
        <p>
          For two contacts who are the same person. The addresses and tickets of {{ contact.name | isolated }} are then
          found with the other one. It can be taken back at any time.
        </p>
        <desk-requester-field label="The other contact" knownOnly [control]="form.controls.into" />
      </mat-dialog-content>
      <desk-dialog-foot action="Merge" failing="They were not merged." saving="Merging" />
    </form>
  `,
  styleUrl: '../../kit/dialogs/dialog.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class MergeContactDialog {
  private readonly api = inject(ContactsApi);
  private readonly submission = inject<DialogSubmission<Contact>>(DialogSubmission);
  protected readonly contact = inject<Contact>(MAT_DIALOG_DATA);
  protected readonly form = inject(NonNullableFormBuilder).group({
    into: inject(NonNullableFormBuilder).control<RequesterEntry>('', ({ value }: AbstractControl<RequesterEntry>) => {
      if (typeof value === 'string') return { known: 'Choose somebody from the list.' };
      return value.id === this.contact.id ? { other: 'Choose somebody else.' } : null;
    }),
  });

  protected merge(): void {
    this.submission.submit(this.form, () => {
      const { into } = this.form.getRawValue();
      return typeof into === 'string' ? EMPTY : this.api.merge(this.contact.id, into.id);
    });
  }
}
