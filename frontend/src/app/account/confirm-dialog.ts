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
import { type Observable } from 'rxjs';
import { problemOf } from '../api/problem-error';
import { Banner } from '../ui/banner';

/** What is asked before something that cannot be taken back. */
export interface Confirmation {
  heading: string;
  consequence: string;
  /** The word on the button: "Revoke". */
  action: string;
  /** Does it; when that fails the dialog stays and says why. */
  run: () => Observable<unknown>;
}

/** Asks, does it, and closes with true. */
@Component({
  selector: 'desk-account-confirm-dialog',
  imports: [Banner, MatButton, MatDialogActions, MatDialogClose, MatDialogContent, MatDialogTitle],
  template: `
    <h2 mat-dialog-title>{{ asked.heading }}</h2>
    <mat-dialog-content>
      <p>{{ asked.consequence }}</p>
      @if (failure(); as why) {
        <desk-banner kind="error">{{ why }}</desk-banner>
      }
    </mat-dialog-content>
    <mat-dialog-actions align="end">
      <button matButton type="button" mat-dialog-close>Cancel</button>
      <button matButton="filled" type="button" [attr.aria-disabled]="busy() || null" (click)="go()">
        {{ asked.action }}
      </button>
    </mat-dialog-actions>
  `,
  styles: `
    p {
      color: var(--mat-sys-on-surface-variant);
      font: var(--mat-sys-body-medium);
    }

    desk-banner {
      margin-top: 16px;
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class AccountConfirmDialog {
  private readonly dialog = inject<MatDialogRef<AccountConfirmDialog, true>>(MatDialogRef);
  protected readonly asked = inject<Confirmation>(MAT_DIALOG_DATA);
  protected readonly busy = signal(false);
  protected readonly failure = signal<string | null>(null);

  protected go(): void {
    if (this.busy()) return;
    this.busy.set(true);
    this.failure.set(null);
    this.asked.run().subscribe({
      complete: () => this.dialog.close(true),
      error: (error: unknown) => {
        this.busy.set(false);
        this.failure.set(problemOf(error)?.message ?? 'The server did not answer.');
      },
    });
  }
}
