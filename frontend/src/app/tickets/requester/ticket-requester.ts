import { ChangeDetectionStrategy, Component, computed, inject, input, linkedSignal, output } from '@angular/core';
import { MatButton, MatIconButton } from '@angular/material/button';
import { MatIcon } from '@angular/material/icon';
import { MatTooltip } from '@angular/material/tooltip';
import { RouterLink } from '@angular/router';
import type { ContactCard, Ticket } from '../../api/model';
import { Session } from '../../core/session';
import { Dialogs } from '../../kit/dialogs/dialogs';
import { initials } from '../../ui/initials';
import { ErasureProgress } from '../erasure/erasure-progress';
import { PersonMenu } from '../erasure/person-menu';
import { AddFollower } from '../followers/add-follower';
import { TicketFollowers } from '../followers/ticket-followers';
import { SimilarList } from '../similar/similar-list';
import { AskedBefore } from './asked-before';
import type { RequesterOf } from './requester-dialog';

/** Who asks with the open ticket, in one line, from which what they asked before unfolds. */
@Component({
  selector: 'desk-ticket-requester',
  imports: [
    ...[
      AddFollower,
      ErasureProgress,
      MatButton,
      MatIcon,
      MatIconButton,
      MatTooltip,
      PersonMenu,
      RouterLink,
      SimilarList,
    ],
    TicketFollowers,
  ],
  templateUrl: './ticket-requester.html',
  styleUrl: './ticket-requester.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class TicketRequester {
  private readonly dialogs = inject(Dialogs);

  protected readonly isAdmin = inject(Session).isAdmin;

  readonly ticket = input.required<number>();
  /** Null when nobody is named, undefined while that is not known. */
  readonly requester = input.required<ContactCard | null | undefined>();
  /** Who gets copies. */
  readonly followers = input<readonly ContactCard[]>([]);
  readonly headingLevel = input.required<number>();
  /** Somebody else asks from now on. */
  readonly changed = output();

  protected readonly letters = computed(() => initials(this.requester()?.name ?? ''));
  /** Closed again with every other ticket. */
  protected readonly unfolded = linkedSignal({ source: this.ticket, computation: () => false });

  protected readonly before = new AskedBefore(this.ticket, this.requester);

  /** What unfolds: "3 other tickets"; '' for nothing. */
  protected readonly count = computed(() => {
    const { others, ofOrganisation, count } = this.before;
    if (others().length > 0) return `${count()} other ${others().length === 1 ? 'ticket' : 'tickets'}`;
    return ofOrganisation().length > 0 ? 'Others of the organisation' : '';
  });

  protected async choose(requester: ContactCard | null): Promise<void> {
    const { RequesterDialog } = await import('./requester-dialog');
    const of: RequesterOf = { ticket: this.ticket(), requester };
    this.dialogs.form<unknown, Ticket>(RequesterDialog, of, '480px').subscribe(() => this.changed.emit());
  }
}
