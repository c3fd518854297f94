import { Injectable } from '@nestjs/common';
import { type Author, SYSTEM, onBehalfOf } from '../common/author.ts';
import { KnownContacts } from '../contacts/known-contacts.service.ts';
import type { AskedContact } from '../contacts/domain/contact.ts';
import type { Transaction } from '../database/unit-of-work.ts';
import { TicketCreation } from '../tickets/ticket-creation.service.ts';
import type { TicketText } from '../vocabulary/ticket-text.ts';
import type { FirstWords } from './domain/first-words.ts';
import { FIRST_MESSAGE } from './domain/timeline-entry.ts';
import { MessageRepository } from './message.repository.ts';

/** What somebody outside the desk begins a ticket with. */
export interface FirstMessage extends TicketText, FirstWords {
  /** The description as sanitized HTML; null where it is plain. */
  readonly html: string | null;
  /** Who wrote it; null when that is nobody the desk can know. */
  readonly requester: AskedContact | null;
  /** What they chose; without it the desk suggests one. */
  readonly category?: string;
}

/** Opens tickets with what comes from outside the desk. */
@Injectable()
export class ConversationOpening {
  constructor(
    private readonly creation: TicketCreation,
    private readonly contacts: KnownContacts,
    private readonly messages: MessageRepository,
  ) {}

  /**
   * Opens a ticket that waits to be sorted, and gives its number. Its description is its first message, and is kept as that too:
   * who wrote it, how it looked, and what of it is quoted.
   *
   * @throws ValidationFailed for a requester with an address that is none, or an unknown or retired category.
   */
  async open(
    transaction: Transaction,
    { title, description, folded, html, requester, category }: FirstMessage,
    by: Author = SYSTEM,
  ): Promise<number> {
    const contact = requester && (await this.contacts.require(transaction, requester));
    const draft = {
      ticket: { title, description, assignee: null, ...(category !== undefined && { category }) },
      suggestionId: null,
      ...(contact !== null && { requester: { id: contact } }),
    };
    const { id: ticketId } = await this.creation.write(transaction, draft, onBehalfOf(contact, by));
    const text = description.slice(0, description.length - folded.length);
    await this.messages.insert(transaction, {
      ...{ ticketId, number: FIRST_MESSAGE, kind: 'incoming', authorContact: contact, text, html, folded },
      ...{ setsStatus: null, recipients: [], leavesInSeconds: null },
    });
    return ticketId;
  }
}
