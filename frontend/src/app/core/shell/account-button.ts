import { ChangeDetectionStrategy, Component, computed, inject, output, signal } from '@angular/core';
import { Avatar } from '../../ui/avatar';
import { Session } from '../session';
import { isolated } from '../../ui/isolated';
import { AccountMenu } from './account-menu';

/**
 * The avatar of the person who is signed in; opens the account menu. The menu is not part of the first download: a
 * button of the same looks stands there until it has come.
 */
@Component({
  selector: 'desk-account-button',
  imports: [AccountMenu, Avatar],
  template: `
    @if (session.user(); as user) {
      @defer (when wanted(); prefetch on idle) {
        <desk-account-menu [user]="user" (shortcuts)="shortcuts.emit()" />
      } @placeholder {
        <button
          class="avatar-button"
          type="button"
          aria-haspopup="menu"
          aria-expanded="false"
          [attr.aria-label]="label()"
          (click)="wanted.set(true)"
        >
          <desk-avatar decorative [person]="user.id" [name]="user.display_name" />
        </button>
      }
    }
  `,
  styleUrl: './avatar-button.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class AccountButton {
  protected readonly session = inject(Session);
  protected readonly wanted = signal(false);
  protected readonly label = computed(() => `Account of ${isolated(this.session.user()?.display_name ?? '')}`);

  /** The person asks for the list of keyboard shortcuts. */
  readonly shortcuts = output();
}
