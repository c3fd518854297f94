import { Injectable } from '@nestjs/common';
import type { Author } from '../../common/author.ts';
import type { Transaction } from '../../database/unit-of-work.ts';
import { Forgetting } from '../../forgetting/forgetting.ts';
import { DESCRIPTION } from '../../forgetting/word-keeper.ts';
import { IdempotencyKeyRepository } from '../idempotency-key.repository.ts';
import { TicketWriter } from '../ticket-writer.repository.ts';
import type { AskedRedaction, Redaction } from './domain/redaction.ts';
import { RedactionRepository } from './redaction.repository.ts';

/** Removes words of tickets for good: what was said goes; that it was said, and who removed it when and why, stays. */
@Injectable()
export class TicketRedaction {
  constructor(
    private readonly writer: TicketWriter,
    private readonly redactions: RedactionRepository,
    private readonly keys: IdempotencyKeyRepository,
    private readonly forgetting: Forgetting,
  ) {}

  /**
   * Removes the words of messages of one ticket, of its description with its title and all that both have ever been, from
   * wherever the desk keeps them: a version of the ticket, also of a deleted one. False when there is no such ticket.
   */
  async redact(transaction: Transaction, asked: AskedRedaction, by: Author): Promise<boolean> {
    const { ticketId, numbers } = asked;
    const said = await this.textsOf(transaction, asked);
    const texts = numbers.includes(DESCRIPTION);
    const version = await this.writer.redact(transaction, ticketId, { texts }, { by, at: new Date() });
    if (version === null) return false;
    await this.forget(transaction, version, asked, said);
    return true;
  }

  /** Removes the texts that the history keeps of a ticket that is gone for good: one more event of it. */
  async redactGone(
    transaction: Transaction,
    ticketId: number,
    { reason, by }: { readonly reason: string; readonly by: Author },
  ): Promise<void> {
    const asked = { ticketId, numbers: [DESCRIPTION], reason };
    const said = await this.textsOf(transaction, asked);
    const version = await this.redactions.tellOfGone(transaction, ticketId, by);
    await this.forget(transaction, version, asked, said);
  }

  /** Of the messages of a ticket from one number to another those whose words were removed, by their numbers. */
  between(ticketId: number, first: number, last: number): Promise<ReadonlyMap<number, Redaction>> {
    return this.redactions.between(ticketId, first, last);
  }

  /** Removes the words from wherever they are kept but in the ticket itself, of which this version tells that they are gone. */
  private async forget(
    transaction: Transaction,
    version: number,
    asked: AskedRedaction,
    texts: readonly string[],
  ): Promise<void> {
    const { ticketId, numbers } = asked;
    await this.redactions.insert(transaction, version, asked);
    if (numbers.includes(DESCRIPTION)) await this.redactions.cleanHistory(transaction, ticketId);
    await this.keys.forgetRequests(transaction, ticketId, numbers);
    await this.forgetting.messages(transaction, { ticketId, numbers, texts });
  }

  private async textsOf(transaction: Transaction, { ticketId, numbers }: AskedRedaction): Promise<readonly string[]> {
    const own = numbers.includes(DESCRIPTION) ? await this.redactions.textsOf(transaction, ticketId) : [];
    return [...own, ...(await this.forgetting.textsOf(transaction, { ticketId, numbers }))];
  }
}
