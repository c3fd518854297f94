import { Injectable } from '@nestjs/common';
import { type Transaction, UnitOfWork } from '../database/unit-of-work.ts';
import { TicketNotFound } from '../tickets/domain/ticket-not-found.ts';
import { TicketFollowers } from '../tickets/followers/ticket-followers.service.ts';
import { TicketRedaction } from '../tickets/redaction/ticket-redaction.service.ts';
import type { OpenErasure } from './domain/erasure.ts';
import { ErasureRepository } from './erasure.repository.ts';
import { WrittenWordsRepository } from './written-words.repository.ts';

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
    const { person } = erasure;
    await this.each(
      signal,
      (after) => this.words.ownTickets(person, after, AT_ONCE),
      Number,
      (id) => this.inTurn(erasure, id, (transaction) => this.words.ofOwnTicket(transaction, id, person.contacts)),
    );
    await this.each(
      signal,
      (after) => this.words.elsewhere(person, after, AT_ONCE),
      ({ ticketId }) => ticketId,
      (found) => this.inTurn(erasure, found.ticketId, () => Promise.resolve(found.numbers)),
    );
    await this.unitOfWork.run(async (transaction) => {
      for (const id of await this.words.gone(transaction, person))
        await this.redaction.redactGone(transaction, id, erasure);
    });
    for (const { ticketId, contact } of await this.words.followed(person)) {
      signal.throwIfAborted();
      await this.followers.remove(ticketId, contact, erasure.by).catch(unlessGone);
    }
  }

  /** Goes through all that is found, page by page, in the order of their tickets. */
  private async each<Found>(
    signal: AbortSignal,
    page: (after: number) => Promise<readonly Found[]>,
    ticketOf: (found: Found) => number,
    work: (found: Found) => Promise<void>,
  ): Promise<void> {
    for (let after = 0; ;) {
      const found = await page(after);
      for (const one of found) {
        signal.throwIfAborted();
        await work(one);
      }
      const last = found.at(-1);
      if (last === undefined || found.length < AT_ONCE) return;
      after = ticketOf(last);
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

function unlessGone(error: unknown): void {
  if (!(error instanceof TicketNotFound)) throw error;
}
