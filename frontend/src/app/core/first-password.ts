import { Injectable, inject } from '@angular/core';
import { Router } from '@angular/router';
import { LazyDialog } from './lazy-dialog';
import { choosePasswordAddress } from './return-address';
import { Session } from './session';

/** Leads a person with a one-time password to the page where they choose their own. */
@Injectable({ providedIn: 'root' })
export class FirstPassword {
  private readonly dialog = inject(LazyDialog);
  private readonly router = inject(Router);
  private readonly session = inject(Session);
  private typed: string | null = null;

  /** The server answers nothing else until it is done. */
  demand(): void {
    const user = this.session.user();
    if (!user) return;
    this.session.update({ ...user, must_change_password: true });
    void this.dialog.load().then((dialog) => dialog.closeAll());
    void this.router.navigateByUrl(choosePasswordAddress(this.router.url));
  }

  /** What was just typed to sign in, so that it need not be typed again; never leaves this page's memory. */
  remember(oneTimePassword: string): void {
    this.typed = oneTimePassword;
  }

  /** Gives it once. */
  recall(): string | null {
    const typed = this.typed;
    this.typed = null;
    return typed;
  }
}
