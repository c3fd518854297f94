import { ChangeDetectionStrategy, Component, inject } from '@angular/core';
import { FormGroup, ReactiveFormsModule } from '@angular/forms';
import { MAT_DIALOG_DATA, MatDialogContent, MatDialogTitle } from '@angular/material/dialog';
import { type Observable, map } from 'rxjs';
import { DialogFoot } from './dialog-foot';
import { DialogSubmission } from './dialog-submission';

/** A question before something that cannot be taken back lightly. */
export interface Question<T> {
  heading: string;
  /** What happens, a sentence each. */
  consequences: readonly string[];
  /** The word on the button: "Deactivate". */
  confirm: string;
  danger: boolean;
  /** Does it. When it fails the dialog stays and says why. */
  run: () => Observable<T>;
}

/** Names what happens, does it, and stays open to say why when it did not work. Closes with what doing it gave. */
@Component({
  selector: 'desk-confirm-dialog',
  imports: [DialogFoot, MatDialogContent, MatDialogTitle, ReactiveFormsModule],
  providers: [DialogSubmission],
  template: `
    <h2 mat-dialog-title tabindex="-1">{{ question.heading }}</h2>
    <form [formGroup]="nothingToFill" (ngSubmit)="go()">
      <mat-dialog-content>
        @for (sentence of question.consequences; track $index) {
          <p>{{ sentence }}</p>
        }
      </mat-dialog-content>
      <desk-dialog-foot
        [action]="submission.failure() ? 'Try again' : question.confirm"
        [hopeless]="submission.failure()?.mayPass === false"
        [danger]="question.danger"
        [saving]="question.confirm"
      />
    </form>
  `,
  styleUrl: './dialog.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class ConfirmDialog<T> {
  protected readonly question = inject<Question<T>>(MAT_DIALOG_DATA);
  protected readonly submission = inject<DialogSubmission<{ done: T }>>(DialogSubmission);
  protected readonly nothingToFill = new FormGroup({});

  protected go(): void {
    this.submission.submit(this.nothingToFill, () => this.question.run().pipe(map((done) => ({ done }))));
  }
}
