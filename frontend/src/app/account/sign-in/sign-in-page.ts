import { ChangeDetectionStrategy, Component, afterNextRender, inject, input, viewChild } from '@angular/core';
import { Router } from '@angular/router';
import { FirstPassword } from '../../core/first-password';
import { returnAddress } from '../../core/return-address';
import { Session } from '../../core/session';
import { FrontPage } from './front-page';
import { SignInForm, type SignedIn } from './sign-in-form';

/** Where people get in. Leads back to where they wanted to go. */
@Component({
  selector: 'desk-sign-in-page',
  imports: [FrontPage, SignInForm],
  template: `
    <desk-front-page>
      <div>
        <h1>Sign in</h1>
        <p class="quiet">to the support desk</p>
      </div>
      <desk-sign-in-form (signedIn)="goOn($event)" />
      <p class="quiet small">No account or no access any more? An administrator of your desk can help.</p>
    </desk-front-page>
  `,
  styleUrl: './front-text.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class SignInPage {
  private readonly firstPassword = inject(FirstPassword);
  private readonly router = inject(Router);
  private readonly session = inject(Session);
  private readonly form = viewChild.required(SignInForm);

  /** A path of this app, from the address. */
  readonly return = input<string>();

  constructor() {
    afterNextRender(() => this.form().focus());
  }

  protected goOn({ account, password }: SignedIn): void {
    if (account.must_change_password) this.firstPassword.remember(password);
    this.session.begin(account);
    // The guards know whether a password has to be chosen first.
    void this.router.navigateByUrl(returnAddress(this.return()), { replaceUrl: true });
  }
}
