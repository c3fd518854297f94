import { ChangeDetectionStrategy, Component, inject } from '@angular/core';
import type { Account } from '../../api/model';
import { Notifications } from '../../core/notifications';
import { Session } from '../../core/session';
import { PasswordForm } from './password-form';

/** Where a person changes their password. */
@Component({
  selector: 'desk-password-page',
  imports: [PasswordForm],
  template: `
    <section class="pane">
      <h2 class="t-large">Password</h2>
      <p class="quiet">
        Changing it ends your sessions in other browsers. Your API tokens go on working; revoke those you do not trust.
      </p>
      @if (session.user(); as user) {
        <desk-password-form [username]="user.username" (changed)="done($event)" />
      }
    </section>
  `,
  styleUrl: '../frame/page.scss',
  styles: `
    desk-password-form {
      max-width: 400px;
      margin-top: 20px;
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class PasswordPage {
  private readonly notifications = inject(Notifications);
  protected readonly session = inject(Session);

  protected done(account: Account): void {
    this.session.begin(account);
    this.notifications.show('Password changed. Your sessions in other browsers have ended.');
  }
}
