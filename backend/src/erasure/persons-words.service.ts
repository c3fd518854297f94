import { Injectable } from '@nestjs/common';
import { inPages } from '../common/in-pages.ts';
import { type Transaction, UnitOfWork } from '../database/unit-of-work.ts';
import { TicketNotFound } from '../tickets/domain/ticket-not-found.ts';
import { TicketFollowers } from '../tickets/followers/ticket-followers.service.ts';
import { TicketRedaction } from '../tickets/redaction/ticket-redaction.service.ts';
import type { OpenErasure } from './domain/erasure.ts';
import { ErasureRepository } from './erasure.repository.ts';
import { type WrittenWords, WrittenWordsRepository } from './written-words.repository.ts';

/** So many tickets are looked for at a time; each is a transaction by itself. */
const AT_ONCE = 100;

/** Removes what somebody wrote, and has them follow nothing any more. What has been done stays done when it is cut short. */
@Injectable()
export class PersonsWords {
  constructor(
    private readonly words: WrittenWordsRepository,
    private readonly redaction: TicketRedaction,
    private readonly followers: TicketFollowers,
    private readonly erasures: ErasureRepository,
    private readonly unitOfWork: UnitOfWork,
  ) {}

  async remove(erasure: OpenErasure, signal: AbortSignal): Promise<void> {
    const { person, askedAt } = erasure;
    const own = inPages(AT_ONCE, 0, (after, size) => this.words.ownTickets(person, askedAt, after, size), Number);
    for await (const id of own) {
      signal.throwIfAborted();
      await this.inTurn(erasure, id, (transaction) => this.words.ofOwnTicket(transaction, id, person.contacts));
    }
    const elsewhere = inPages(AT_ONCE, 0, (after, size) => this.words.elsewhere(person, after, size), ticketOf);
    for await (const { ticketId, numbers } of elsewhere) {
      signal.throwIfAborted();
      await this.inTurn(erasure, ticketId, () => Promise.resolve(numbers));
    }
    await this.unitOfWork.run(async (transaction) => {
      for (const id of await this.words.gone(transaction, person))
        await this.redaction.redactGone(transaction, id, erasure);
    });
    for (const { ticketId, contact } of await this.words.followed(person)) {
      signal.throwIfAborted();
      await this.followers.remove(ticketId, contact, erasure.by).catch(unlessGone);
    }
  }

  private async inTurn(
    { id, reason, by }: OpenErasure,
    ticketId: number,
    find: (transaction: Transaction) => Promise<readonly number[]>,
  ): Promise<void> {
    await this.unitOfWork.run(async (transaction) => {
      const numbers = await find(transaction);
      if (numbers.length === 0) return;
      if (!(await this.redaction.redact(transaction, { ticketId, numbers, reason }, by))) return;
      await this.erasures.count(transaction, id, numbers.length);
    });
  }
}

function ticketOf({ ticketId }: WrittenWords): number {
  return ticketId;
}

function unlessGone(error: unknown): void {
  if (!(error instanceof TicketNotFound)) throw error;
}
