import { ChangeDetectionStrategy, Component, computed, inject, input, output } from '@angular/core';
import { MatButton, MatIconButton } from '@angular/material/button';
import { MatIcon } from '@angular/material/icon';
import { MatTooltip } from '@angular/material/tooltip';
import { RouterLink } from '@angular/router';
import { ContactsApi } from '../../api/contacts-api';
import type { ContactCard, Ticket } from '../../api/model';
import { Session } from '../../core/session';
import { Dialogs } from '../../kit/dialogs/dialogs';
import { Clock } from '../../ui/clock';
import { CustomerFace } from '../../ui/customer-face';
import { registerIcons } from '../../ui/icons';
import { ErasureProgress } from '../erasure/erasure-progress';
import { PersonMenu } from '../erasure/person-menu';
import { AddFollower } from '../followers/add-follower';
import { TicketFollowers } from '../followers/ticket-followers';
import { AskedBefore } from '../requester/asked-before';
import type { RequesterOf } from '../requester/requester-dialog';
import { SimilarList } from '../similar/similar-list';
import { SimilarToTicket } from '../similar/similar-to-ticket';
import { SIDE_ICONS } from './side-icon-set';
import { sinceWords, thereWords } from './there-words';

/** Beside a ticket over the full width: who asks, what they asked besides, and what is like it, card by card. */
@Component({
  selector: 'desk-ticket-side',
  imports: [
    ...[AddFollower, CustomerFace, ErasureProgress, MatButton, MatIcon, MatIconButton, MatTooltip, PersonMenu],
    ...[RouterLink, SimilarList, SimilarToTicket, TicketFollowers],
  ],
  templateUrl: './ticket-side.html',
  styleUrl: './ticket-side.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class TicketSide {
  readonly ticket = input.required<number>();
  /** Null when nobody is named, undefined while that is not known. */
  readonly requester = input.required<ContactCard | null | undefined>();
  /** Who gets copies. */
  readonly followers = input.required<readonly ContactCard[]>();
  /** Somebody else asks from now on. */
  readonly changed = output();

  private readonly clock = inject(Clock);
  private readonly dialogs = inject(Dialogs);
  protected readonly isAdmin = inject(Session).isAdmin;
  protected readonly before = new AskedBefore(this.ticket, this.requester);

  private readonly read = inject(ContactsApi).contact(() => this.requester()?.id);
  /** All that is known of who asks; undefined until it has come. */
  protected readonly contact = computed(() => {
    const [contact, who] = [this.read.hasValue() ? this.read.value() : undefined, this.requester()];
    if (!contact || contact.id !== who?.id) return undefined;
    // Nothing that was read before somebody was erased stays on screen.
    return who.address === null && contact.addresses.length > 0 ? undefined : contact;
  });
  protected readonly since = computed(() => {
    const contact = this.contact();
    return contact ? sinceWords(Date.parse(contact.created_at)) : 'Requester';
  });
  protected readonly addresses = computed(() => {
    const known = this.requester()?.address;
    return this.contact()?.addresses ?? (known ? [known] : []);
  });
  protected readonly there = computed(() => {
    const zone = this.contact()?.time_zone;
    return zone ? thereWords(zone, this.clock.now()) : '';
  });

  constructor() {
    registerIcons(SIDE_ICONS);
  }

  protected async choose(requester: ContactCard | null): Promise<void> {
    const { RequesterDialog } = await import('../requester/requester-dialog');
    const of: RequesterOf = { ticket: this.ticket(), requester };
    this.dialogs.form<unknown, Ticket>(RequesterDialog, of, '480px').subscribe(() => this.changed.emit());
  }
}
