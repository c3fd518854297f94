import { ChangeDetectionStrategy, Component, inject, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import {
  MAT_DIALOG_DATA,
  MatDialogActions,
  MatDialogClose,
  MatDialogContent,
  MatDialogRef,
  MatDialogTitle,
} from '@angular/material/dialog';
import { MatProgressBar } from '@angular/material/progress-bar';
import { type Observable } from 'rxjs';
import { type Failure, failureOf } from '../forms/failure';
import { FailureBanner } from '../forms/failure-banner';

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

/** Names what happens, does it, and stays open to say why when it did not work. */
@Component({
  selector: 'desk-confirm-dialog',
  imports: [
    FailureBanner,
    MatButton,
    MatDialogActions,
    MatDialogClose,
    MatDialogContent,
    MatDialogTitle,
    MatProgressBar,
  ],
  template: `
    <h2 mat-dialog-title tabindex="-1">{{ question.heading }}</h2>
    <mat-dialog-content>
      @for (sentence of question.consequences; track $index) {
        <p>{{ sentence }}</p>
      }
    </mat-dialog-content>
    @if (failure(); as failed) {
      <desk-failure-banner [failure]="failed" />
    }
    <mat-dialog-actions>
      @if (busy()) {
        <mat-progress-bar mode="indeterminate" [attr.aria-label]="question.confirm" />
      }
      <button matButton type="button" disabledInteractive [disabled]="busy()" [mat-dialog-close]="undefined">
        Cancel
      </button>
      <button
        matButton="filled"
        type="button"
        disabledInteractive
        [class.danger]="question.danger"
        [disabled]="busy()"
        (click)="go()"
      >
        {{ failure() ? 'Try again' : question.confirm }}
      </button>
    </mat-dialog-actions>
  `,
  styleUrl: './dialog.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class ConfirmDialog<T> {
  private readonly dialog = inject<MatDialogRef<ConfirmDialog<T>, { done: T }>>(MatDialogRef);
  protected readonly question = inject<Question<T>>(MAT_DIALOG_DATA);
  protected readonly busy = signal(false);
  protected readonly failure = signal<Failure | null>(null);

  protected go(): void {
    if (this.busy()) return;
    this.start();
    this.question.run().subscribe({
      next: (done) => this.dialog.close({ done }),
      error: (error: unknown) => {
        this.stop();
        this.failure.set(failureOf(error));
      },
    });
  }

  private start(): void {
    this.busy.set(true);
    this.failure.set(null);
    this.dialog.disableClose = true;
  }

  private stop(): void {
    this.busy.set(false);
    this.dialog.disableClose = false;
  }
}
