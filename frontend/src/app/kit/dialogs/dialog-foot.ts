import {
  ChangeDetectionStrategy,
  Component,
  ElementRef,
  afterNextRender,
  booleanAttribute,
  effect,
  inject,
  input,
  viewChild,
} from '@angular/core';
import { ControlContainer } from '@angular/forms';
import { MatButton } from '@angular/material/button';
import { MatDialogActions, MatDialogClose } from '@angular/material/dialog';
import { MatProgressBar } from '@angular/material/progress-bar';
import { FailureBanner } from '../forms/failure-banner';
import { Banner } from '../../ui/banner';
import { DialogLeaving } from './dialog-leaving';
import { DialogSubmission } from './dialog-submission';

/**
 * The end of a dialog: why it was not done, whether to go in spite of what was written, and the buttons, which rest while
 * it is being done. Stands in the form.
 */
@Component({
  selector: 'desk-dialog-foot',
  imports: [Banner, FailureBanner, MatButton, MatDialogActions, MatDialogClose, MatProgressBar],
  providers: [DialogLeaving],
  template: `
    @if (submission.failure(); as failed) {
      <desk-failure-banner [what]="failing()" [failure]="failed" />
    }
    @if (leaving.asking()) {
      <desk-banner>
        What you have written is not saved.
        <button matButton #stay class="button-small" type="button" (click)="leaving.stay()">Go on writing</button>
        <button matButton class="button-small" type="button" (click)="leaving.discard()">Discard it</button>
      </desk-banner>
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
        {{ hopeless() ? 'Close' : 'Cancel' }}
      </button>
      @if (!hopeless()) {
        <button
          matButton="filled"
          type="submit"
          disabledInteractive
          [class.danger]="danger()"
          [disabled]="submission.saving() || blocked()"
        >
          {{ action() }}
        </button>
      }
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
  protected readonly leaving = inject(DialogLeaving);
  protected readonly submission = inject<DialogSubmission<unknown>>(DialogSubmission);
  private readonly form = inject(ControlContainer);
  private readonly stay = viewChild<unknown, ElementRef<HTMLElement>>('stay', { read: ElementRef });

  /** The word on the button: "Create user". */
  readonly action = input.required<string>();
  /** What is going on meanwhile: "Saving the user". */
  readonly saving = input.required<string>();
  /** What did not happen, a sentence: "The user was not created." */
  readonly failing = input('');
  readonly danger = input(false, { transform: booleanAttribute });
  /** It was refused for good, and there is nothing here to change about it. */
  readonly hopeless = input(false);
  /** It cannot be done yet. */
  readonly blocked = input(false);

  constructor() {
    afterNextRender(() => {
      if (this.form.control) this.leaving.watch(this.form.control);
    });
    effect(() => this.stay()?.nativeElement.focus());
  }
}
