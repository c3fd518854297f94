import { type Signal, computed, inject } from '@angular/core';
import { ContactsApi } from '../../api/contacts-api';
import type { ContactCard } from '../../api/model';
import { quietly } from '../similar/quiet-question';
import { LEAFING_MS } from '../similar/similar-to-ticket';

/** So many tickets of one person, or of their organisation, are listed. */
export const SHOWN = 10;

/** What who asks with a ticket has asked besides, and what others of their organisation have. Make it in an injection context. */
export class AskedBefore {
  private readonly api = inject(ContactsApi);

  private readonly asked = quietly(
    computed(() => this.requester()?.id ?? null),
    // One more than shown, and this one.
    { restMs: LEAFING_MS, stays: false, ask: (id) => this.api.ticketsOf(id, SHOWN + 2) },
  );
  private readonly colleagues = quietly(
    computed(() => this.requester()?.organisation?.id ?? null),
    { restMs: LEAFING_MS, stays: false, ask: (id) => this.api.ticketsOfOrganisation(id, 2 * SHOWN + 2) },
  );
  /** One more than are listed at most. */
  private readonly all = computed(() => this.asked().filter(({ id }) => id !== this.ticket()));

  readonly others = computed(() => this.all().slice(0, SHOWN));
  /** How many others there are: "3", or "10+". */
  readonly count = computed(() => (this.all().length > SHOWN ? `${SHOWN}+` : `${this.all().length}`));
  readonly ofOrganisation = computed(() => {
    const own = new Set([this.ticket(), ...this.all().map(({ id }) => id)]);
    return this.colleagues()
      .filter(({ id }) => !own.has(id))
      .slice(0, SHOWN);
  });

  constructor(
    private readonly ticket: Signal<number>,
    private readonly requester: Signal<ContactCard | null | undefined>,
  ) {}
}
