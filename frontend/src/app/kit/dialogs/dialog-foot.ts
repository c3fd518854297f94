import { ChangeDetectionStrategy, Component, booleanAttribute, inject, input } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { MatDialogActions, MatDialogClose } from '@angular/material/dialog';
import { MatProgressBar } from '@angular/material/progress-bar';
import { FailureBanner } from '../forms/failure-banner';
import { DialogSubmission } from './dialog-submission';

/** The end of a dialog: why it was not done, and the buttons, which rest while it is being done. Stands in the form. */
@Component({
  selector: 'desk-dialog-foot',
  imports: [FailureBanner, MatButton, MatDialogActions, MatDialogClose, MatProgressBar],
  template: `
    @if (submission.failure(); as failed) {
      <desk-failure-banner [what]="failing()" [failure]="failed" />
    }
    <mat-dialog-actions>
      @if (submission.saving()) {
        <mat-progress-bar mode="indeterminate" [attr.aria-label]="saving()" />
      }
      <button
        matButton
        type="button"
        disabledInteractive
        [disabled]="submission.saving()"
        [mat-dialog-close]="undefined"
      >
        Cancel
      </button>
      <button
        matButton="filled"
        type="submit"
        disabledInteractive
        [class.danger]="danger()"
        [disabled]="submission.saving() || blocked()"
      >
        {{ action() }}
      </button>
    </mat-dialog-actions>
  `,
  styleUrl: './dialog-actions.scss',
  styles: `
    :host {
      display: contents;
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class DialogFoot {
  protected readonly submission = inject<DialogSubmission<unknown>>(DialogSubmission);

  /** The word on the button: "Create user". */
  readonly action = input.required<string>();
  /** What is going on meanwhile: "Saving the user". */
  readonly saving = input.required<string>();
  /** What did not happen, a sentence: "The user was not created." */
  readonly failing = input('');
  readonly danger = input(false, { transform: booleanAttribute });
  /** It cannot be done yet. */
  readonly blocked = input(false);
}
