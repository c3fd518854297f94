import { ChangeDetectionStrategy, Component, afterNextRender, inject, input, viewChild } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { Router } from '@angular/router';
import type { Account } from '../../api/model';
import { FirstPassword } from '../../core/first-password';
import { Notifications } from '../../core/notifications';
import { PageLoad } from '../../core/page-load';
import { returnAddress } from '../../core/return-address';
import { Session } from '../../core/session';
import { PasswordForm } from '../password/password-form';
import { FrontPage } from '../sign-in/front-page';

/** Where a person with a one-time password chooses their own; nothing else works before. */
@Component({
  selector: 'desk-choose-password-page',
  imports: [FrontPage, MatButton, PasswordForm],
  template: `
    <desk-front-page>
      @if (session.user(); as user) {
        <div>
          <h1>Choose a password</h1>
          <p class="quiet">
            <bdi>{{ user.display_name }}</bdi>, you signed in with a password that somebody else knows. Choose one of
            your own to go on.
          </p>
        </div>
        <desk-password-form
          currentLabel="One-time password"
          submitLabel="Save and go on"
          [known]="known"
          [username]="user.username"
          (changed)="goOn($event)"
        >
          <button matButton type="button" (click)="signOut()">Sign out</button>
        </desk-password-form>
      }
    </desk-front-page>
  `,
  styleUrl: '../sign-in/front-text.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class ChoosePasswordPage {
  private readonly notifications = inject(Notifications);
  private readonly pageLoad = inject(PageLoad);
  private readonly router = inject(Router);
  protected readonly session = inject(Session);
  /** Typed a moment ago to sign in. */
  protected readonly known = inject(FirstPassword).recall();

  private readonly form = viewChild(PasswordForm);

  /** A path of this app, from the address. */
  readonly return = input<string>();

  constructor() {
    afterNextRender(() => this.form()?.focus());
  }

  protected goOn(account: Account): void {
    this.session.begin(account);
    void this.router.navigateByUrl(returnAddress(this.return()), { replaceUrl: true });
  }

  protected signOut(): void {
    this.session.signOut().subscribe({
      next: () => this.pageLoad.go('/sign-in'),
      error: (error: unknown) => this.notifications.showError('You are still signed in', error),
    });
  }
}
