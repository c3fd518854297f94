import { ChangeDetectionStrategy, Component, computed, inject, input, linkedSignal, output } from '@angular/core';
import { MatButton, MatIconButton } from '@angular/material/button';
import { MatIcon } from '@angular/material/icon';
import { MatTooltip } from '@angular/material/tooltip';
import { RouterLink } from '@angular/router';
import { ContactsApi } from '../../api/contacts-api';
import type { ContactCard, Ticket } from '../../api/model';
import { Session } from '../../core/session';
import { Dialogs } from '../../kit/dialogs/dialogs';
import { counted } from '../../ui/count-words';
import { initials } from '../../ui/initials';
import { ErasureProgress } from '../erasure/erasure-progress';
import { PersonMenu } from '../erasure/person-menu';
import { AddFollower } from '../followers/add-follower';
import { TicketFollowers } from '../followers/ticket-followers';
import { quietly } from '../similar/quiet-question';
import { SimilarList } from '../similar/similar-list';
import { LEAFING_MS } from '../similar/similar-to-ticket';
import type { RequesterOf } from './requester-dialog';

/** So many tickets of one person, or of their organisation, are listed. */
const SHOWN = 10;

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
  private readonly api = inject(ContactsApi);
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

  private readonly asked = quietly(
    computed(() => this.requester()?.id ?? null),
    // One more than shown, and this one.
    { restMs: LEAFING_MS, stays: false, ask: (id) => this.api.ticketsOf(id, SHOWN + 2) },
  );
  private readonly allOthers = computed(() => this.asked().filter(({ id }) => id !== this.ticket()));
  protected readonly others = computed(() => this.allOthers().slice(0, SHOWN));

  private readonly colleagues = quietly(
    computed(() => this.requester()?.organisation?.id ?? null),
    { restMs: LEAFING_MS, stays: false, ask: (id) => this.api.ticketsOfOrganisation(id, 2 * SHOWN + 2) },
  );
  protected readonly ofOrganisation = computed(() => {
    const own = new Set([this.ticket(), ...this.allOthers().map(({ id }) => id)]);
    return this.colleagues()
      .filter(({ id }) => !own.has(id))
      .slice(0, SHOWN);
  });

  /** What unfolds: "3 other tickets"; '' for nothing. */
  protected readonly count = computed(() => {
    const all = this.allOthers().length;
    if (all > SHOWN) return `${SHOWN}+ other tickets`;
    if (all > 0) return counted(all, 'other ticket');
    return this.ofOrganisation().length > 0 ? 'Others of the organisation' : '';
  });

  protected async choose(requester: ContactCard | null): Promise<void> {
    const { RequesterDialog } = await import('./requester-dialog');
    const of: RequesterOf = { ticket: this.ticket(), requester };
    this.dialogs.form<unknown, Ticket>(RequesterDialog, of, '480px').subscribe(() => this.changed.emit());
  }
}
