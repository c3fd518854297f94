import { Injectable } from '@nestjs/common';
import { cutPage, decodeCursor, encodeCursor } from '../../common/http/keyset-cursor.ts';
import { ContactNotFound } from '../../contacts/domain/contact-not-found.ts';
import { KnownContacts } from '../../contacts/known-contacts.service.ts';
import { OrganisationsService } from '../../contacts/organisations.service.ts';
import type { Ticket } from '../domain/ticket.ts';
import { RequesterTicketsRepository } from './requester-tickets.repository.ts';

/** Of more members than that, tickets are looked for among the newest, of which so many are looked at for one page. */
export const MEMBERS_AT_MOST = 1_000;
export const DEPTH = 2_000;

interface Page {
  readonly limit: number;
  readonly cursor?: string;
}

/** Tickets of those who ask, newest first; `next` is the cursor of the page after these, null on the last. */
export interface RequesterTicketPage {
  readonly tickets: readonly Ticket[];
  readonly next: string | null;
}

/** Knows what somebody, or everybody of an organisation, has asked. */
@Injectable()
export class RequesterTickets {
  constructor(
    private readonly tickets: RequesterTicketsRepository,
    private readonly contacts: KnownContacts,
    private readonly organisations: OrganisationsService,
  ) {}

  /**
   * Also what those asked who were merged into the contact.
   *
   * @throws ContactNotFound
   * @throws ValidationFailed for a cursor that is none.
   */
  async ofContact(id: number, page: Page): Promise<RequesterTicketPage> {
    const family = await this.contacts.family(id);
    if (family.length === 0) throw new ContactNotFound(id);
    return this.of(family, page);
  }

  /**
   * Of an organisation of very many a page may be short, or empty, and go on.
   *
   * @throws DomainError `organisation_not_found`
   * @throws ValidationFailed for a cursor that is none.
   */
  async ofOrganisation(id: number, page: Page): Promise<RequesterTicketPage> {
    await this.organisations.get(id);
    const members = await this.contacts.membersOf(id, MEMBERS_AT_MOST);
    return members === null ? this.ofMany(id, page) : this.of(members, page);
  }

  /** Those of very many are looked for among the newest tickets. */
  private async ofMany(organisation: number, { limit, cursor }: Page): Promise<RequesterTicketPage> {
    const after = cursor === undefined ? null : decodeCursor(cursor);
    const newest = await this.tickets.newest(after, DEPTH);
    const requesters = new Set(newest.flatMap(({ requester }) => requester ?? []));
    const members = await this.contacts.membersAmong(organisation, [...requesters]);
    const theirs = newest.filter(({ requester }) => requester !== null && members.has(requester));
    const { shown, next } = cutPage(theirs, limit, encodeCursor);
    const edge = newest.length < DEPTH ? undefined : newest.at(-1);
    const tickets = await this.tickets.among(shown.map(({ id }) => id));
    return { tickets, next: next ?? (edge ? encodeCursor(edge) : null) };
  }

  private async of(requesters: readonly number[], { limit, cursor }: Page): Promise<RequesterTicketPage> {
    const after = cursor === undefined ? null : decodeCursor(cursor);
    const found = await this.tickets.page(requesters, after, limit + 1);
    const { shown: tickets, next } = cutPage(found, limit, encodeCursor);
    return { tickets, next };
  }
}
