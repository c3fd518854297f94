import { ChangeDetectionStrategy, Component, inject, input } from '@angular/core';
import { MatIconButton } from '@angular/material/button';
import { MatIcon } from '@angular/material/icon';
import { MatTooltip } from '@angular/material/tooltip';
import type { ContactCard, TicketDetail } from '../../api/model';
import { Notifications } from '../../core/notifications';
import { Dialogs } from '../../kit/dialogs/dialogs';
import { FollowerEdits } from './follower-edits';

/** The way to have one more person get copies of what is answered. */
@Component({
  selector: 'desk-add-follower',
  imports: [MatIcon, MatIconButton, MatTooltip],
  template: `
    <button
      matIconButton
      class="icon-button-small"
      type="button"
      aria-label="Add somebody in copy"
      matTooltip="Add somebody in copy"
      (click)="add()"
    >
      <mat-icon svgIcon="person_add" />
    </button>
  `,
  styles: `
    :host {
      flex: none;
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class AddFollower {
  readonly ticket = input.required<number>();
  /** Who follows it already. */
  readonly followers = input.required<readonly ContactCard[]>();

  private readonly dialogs = inject(Dialogs);
  private readonly edits = inject(FollowerEdits);
  private readonly notifications = inject(Notifications);

  protected async add(): Promise<void> {
    const { FollowerDialog } = await import('./follower-dialog');
    const [ticket, before] = [this.ticket(), new Set(this.followers().map(({ id }) => id))];
    this.dialogs.form<unknown, TicketDetail>(FollowerDialog, ticket, '480px').subscribe(({ followers }) => {
      const newcomer = followers.find(({ id }) => !before.has(id));
      if (newcomer) this.edits.added(ticket, newcomer);
      else this.notifications.show('They get copies already');
    });
  }
}
