import { ChangeDetectionStrategy, Component, inject } from '@angular/core';
import { NonNullableFormBuilder, ReactiveFormsModule } from '@angular/forms';
import { MAT_DIALOG_DATA, MatDialogContent, MatDialogTitle } from '@angular/material/dialog';
import { type Observable, map } from 'rxjs';
import { DialogFoot } from '../../kit/dialogs/dialog-foot';
import { DialogSubmission } from '../../kit/dialogs/dialog-submission';
import { atMost, needed } from '../../kit/forms/rules';
import { TextField } from '../../ui/text-field';

/** Something that an admin is about to remove for good. */
export interface Removal {
  /** The heading: "Remove this message?" */
  readonly title: string;
  /** What goes, and what stays: sentences. */
  readonly consequences: readonly string[];
  /** The word on the button: "Remove". */
  readonly action: string;
  /** What did not happen, a sentence. */
  readonly failing: string;
  readonly saving: string;
  readonly call: (reason: string) => Observable<unknown>;
}

/** Says what goes for good, and asks why. Closes with true once it went. */
@Component({
  selector: 'desk-removal-dialog',
  imports: [DialogFoot, MatDialogContent, MatDialogTitle, ReactiveFormsModule, TextField],
  providers: [DialogSubmission],
  template: `
    <h2 mat-dialog-title tabindex="-1">{{ removal.title }}</h2>
    <form [formGroup]="form" (ngSubmit)="remove()">
      <mat-dialog-content>
        @for (sentence of removal.consequences; track sentence) {
          <p>{{ sentence }}</p>
        }
        <desk-text-field
          data-field="reason"
          label="Why"
          hint="It is kept and shown: without the words that go."
          prose
          [rows]="2"
          [control]="form.controls.reason"
        />
      </mat-dialog-content>
      <desk-dialog-foot danger [action]="removal.action" [failing]="removal.failing" [saving]="removal.saving" />
    </form>
  `,
  styleUrl: '../../kit/dialogs/dialog.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class RemovalDialog {
  protected readonly removal = inject<Removal>(MAT_DIALOG_DATA);
  private readonly submission = inject<DialogSubmission<true>>(DialogSubmission);
  protected readonly form = inject(NonNullableFormBuilder).group({
    reason: ['', [needed('Say why.'), atMost(500, (by) => `The reason is ${by} characters too long.`, false)]],
  });

  protected remove(): void {
    const { reason } = this.form.getRawValue();
    this.submission.submit(this.form, () => this.removal.call(reason.trim()).pipe(map(() => true as const)));
  }
}
