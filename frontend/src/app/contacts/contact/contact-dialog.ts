import { ChangeDetectionStrategy, Component, computed, inject } from '@angular/core';
import { NonNullableFormBuilder, ReactiveFormsModule } from '@angular/forms';
import { MAT_DIALOG_DATA, MatDialogContent, MatDialogTitle } from '@angular/material/dialog';
import { type Observable, map, of, switchMap, tap } from 'rxjs';
import { ContactsApi } from '../../api/contacts-api';
import type { Contact } from '../../api/model';
import { DialogFoot } from '../../kit/dialogs/dialog-foot';
import { DialogSubmission } from '../../kit/dialogs/dialog-submission';
import { aboutField, blaming } from '../../kit/forms/blaming';
import { saveOver } from '../../kit/forms/overtaken';
import { OvertakenFields, overtakenFields } from '../../kit/forms/overtaken-fields';
import { TextField } from '../../ui/text-field';
import { FIELD_NAMES, contactForm, overtakenContact, patchOf, wordsOf } from './contact-form';
import { OrganisationField } from './organisation-field';

/** A contact whom this person changed, and as they were just before. */
export interface ChangedContact {
  readonly before: Contact;
  readonly after: Contact;
}

/** Changes a contact. When a colleague was faster, what was typed stays and this person decides. Closes with the change. */
@Component({
  selector: 'desk-contact-dialog',
  imports: [
    DialogFoot,
    MatDialogContent,
    MatDialogTitle,
    OrganisationField,
    OvertakenFields,
    ReactiveFormsModule,
    TextField,
  ],
  providers: [DialogSubmission],
  template: `
    <h2 mat-dialog-title>Edit contact</h2>
    <form [formGroup]="form" (ngSubmit)="save()">
      <mat-dialog-content>
        @if (conflicts(); as fields) {
          <desk-overtaken-fields what="This contact" [fields]="fields" (left)="overtaken.takeTheirs($event.conflict)" />
        }
        <desk-text-field data-field="name" label="Name" [control]="form.controls.name" />
        <desk-text-field
          data-field="addresses"
          label="E-mail addresses"
          hint="One on each line; answers go to the first"
          rows="3"
          [control]="form.controls.addresses"
        />
        <desk-organisation-field
          data-field="organisation"
          [control]="form.controls.organisation"
          [byDomain]="overtaken.seen().organisation_by_domain"
        />
        <desk-text-field
          data-field="note"
          label="Note"
          hint="Only people of the desk see it"
          rows="3"
          prose
          [control]="form.controls.note"
        />
        <desk-text-field
          data-field="language"
          label="Language"
          hint="Such as de or pt-BR"
          [control]="form.controls.language"
        />
        <desk-text-field
          data-field="time_zone"
          label="Time zone"
          hint="Such as Europe/Berlin"
          [control]="form.controls.time_zone"
        />
      </mat-dialog-content>
      <desk-dialog-foot action="Save" failing="The contact was not changed." saving="Saving the contact" />
    </form>
  `,
  styleUrl: '../../kit/dialogs/dialog.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class ContactDialog {
  private readonly api = inject(ContactsApi);
  private readonly submission = inject<DialogSubmission<ChangedContact>>(DialogSubmission);
  private readonly contact = inject<Contact>(MAT_DIALOG_DATA);
  /** What was saved over; null while nothing was. */
  private before: Contact | null = null;

  protected readonly form = contactForm(inject(NonNullableFormBuilder), this.contact);
  protected readonly overtaken = overtakenContact(this.contact, this.form);
  protected readonly conflicts = computed(() => overtakenFields(this.overtaken.conflicts(), FIELD_NAMES, wordsOf));

  protected save(): void {
    if (this.overtaken.isSaved) this.submission.close();
    else this.submission.submit(this.form, () => this.withOrganisation().pipe(switchMap(() => this.send())));
  }

  /** A new organisation is made first, once: it stands in the field from then on, whatever becomes of the rest. */
  private withOrganisation(): Observable<unknown> {
    const { organisation } = this.form.controls;
    const { value } = organisation;
    if (typeof value === 'string' || value.id !== null) return of(value);
    return this.api.makeOrganisation(value.name).pipe(
      tap(({ id, name }) => organisation.setValue({ id, name })),
      aboutField('name', 'organisation'),
    );
  }

  private send(): Observable<ChangedContact> {
    return saveOver(this.overtaken.seen(), {
      save: (seen) =>
        this.api.change(seen, patchOf(this.overtaken.changes())).pipe(
          tap(() => (this.before = seen)),
          blaming('address_taken', 'addresses'),
        ),
      fetch: ({ id }) => this.api.fetch(id),
      settle: (now, sent) => of(this.overtaken.settle(now, sent)),
    }).pipe(map((after) => ({ before: this.before ?? after, after })));
  }
}
