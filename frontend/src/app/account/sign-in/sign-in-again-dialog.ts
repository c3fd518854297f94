import { ChangeDetectionStrategy, Component, inject } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { MAT_DIALOG_DATA, MatDialogContent, MatDialogRef, MatDialogTitle } from '@angular/material/dialog';
import type { Account } from '../../api/model';
import { FirstPassword } from '../../core/first-password';
import { SignInForm, type SignedIn } from './sign-in-form';

/** Signs in over a page whose session has ended, so that what is written on it stays. */
@Component({
  selector: 'desk-sign-in-again-dialog',
  imports: [MatButton, MatDialogContent, MatDialogTitle, SignInForm],
  template: `
    <h2 mat-dialog-title id="sign-in-again-heading" tabindex="-1">Sign in again</h2>
    <mat-dialog-content>
      <p>Your session has ended. Sign in to go on where you were; what is on this page is kept.</p>
      <desk-sign-in-form [expected]="account.username" (signedIn)="close($event)">
        <button matButton type="button" class="leave" (click)="dialog.close()">Leave</button>
      </desk-sign-in-form>
    </mat-dialog-content>
  `,
  styles: `
    p {
      margin-bottom: 20px;
      color: var(--mat-sys-on-surface-variant);
      font: var(--mat-sys-body-medium);
    }

    mat-dialog-content {
      padding-bottom: 24px;
    }

    .leave {
      height: 48px;
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class SignInAgainDialog {
  private readonly firstPassword = inject(FirstPassword);
  /** Closes with the account that signed in; with nothing when the person leaves. */
  protected readonly dialog = inject<MatDialogRef<SignInAgainDialog, Account>>(MatDialogRef);
  /** Whose session ended. */
  protected readonly account = inject<Account>(MAT_DIALOG_DATA);

  protected close({ account, password }: SignedIn): void {
    if (account.must_change_password && account.id === this.account.id) this.firstPassword.remember(password);
    this.dialog.close(account);
  }
}
