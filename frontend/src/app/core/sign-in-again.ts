import { Injectable, InjectionToken, type Type, inject } from '@angular/core';
import type { MatDialogRef } from '@angular/material/dialog';
import { firstValueFrom } from 'rxjs';
import type { Account } from '../api/model';
import { FirstPassword } from './first-password';
import { FreshStart } from './fresh-start';
import { isTextField } from './key-replay';
import { LazyDialog } from './lazy-dialog';
import { Session } from './session';

/**
 * Loads the dialog that signs in over a page. It gets the `Account` whose session ended as data, and closes with the
 * account that signed in, or with nothing when the person leaves. The app provides it, so that core knows no feature.
 */
export const SIGN_IN_AGAIN_DIALOG = new InjectionToken<() => Promise<Type<unknown>>>('SIGN_IN_AGAIN_DIALOG');

/** Asks a person whose session ended to sign in again, over the page and all that is written on it. */
@Injectable({ providedIn: 'root' })
export class SignInAgain {
  private readonly dialog = inject(LazyDialog);
  private readonly firstPassword = inject(FirstPassword);
  private readonly freshStart = inject(FreshStart);
  private readonly load = inject(SIGN_IN_AGAIN_DIALOG);
  private readonly session = inject(Session);
  private asking: Promise<boolean> | null = null;
  private shown: MatDialogRef<unknown, Account> | null = null;

  /** One dialog, however many ask; true when the same person is signed in again and calls may be repeated. */
  ask(): Promise<boolean> {
    this.asking ??= this.open().finally(() => {
      this.asking = null;
      this.shown = null;
    });
    return this.asking;
  }

  /** The same person has signed in in another tab. */
  doneElsewhere(): void {
    const user = this.session.user();
    if (user) this.shown?.close(user);
  }

  private async open(): Promise<boolean> {
    const user = this.session.user();
    if (!user) return false;
    const [dialog, component] = await Promise.all([this.dialog.load(), this.load()]);
    this.shown = dialog.open<unknown, Account, Account>(component, {
      id: 'sign-in-again',
      ariaLabelledBy: 'sign-in-again-heading',
      // It comes by itself: what is being written must not go on in the password.
      autoFocus: isTextField(document.activeElement) ? 'first-heading' : 'input[autocomplete="current-password"]',
      closeOnNavigation: false,
      data: user,
      disableClose: true,
      width: '424px',
    });
    const account = await firstValueFrom(this.shown.afterClosed());
    if (account?.id === user.id) return this.goOn(account);
    if (account) this.freshStart.atHome();
    else this.freshStart.atSignIn();
    return false;
  }

  private goOn(account: Account): boolean {
    this.session.begin(account);
    if (account.must_change_password) this.firstPassword.demand();
    return !account.must_change_password;
  }
}
