import { Injectable } from '@nestjs/common';
import { TicketNotFound } from '../tickets/domain/ticket-not-found.ts';
import { TicketsService } from '../tickets/tickets.service.ts';
import type { Draft, KeptDraft } from './domain/draft.ts';
import { type DraftOwner, DraftRepository } from './draft.repository.ts';

/** Keeps what people have begun to write, each for themselves. */
@Injectable()
export class Drafts {
  constructor(
    private readonly drafts: DraftRepository,
    private readonly tickets: TicketsService,
  ) {}

  /**
   * Null when there is none.
   *
   * @throws TicketNotFound
   */
  async find(owner: DraftOwner): Promise<KeptDraft | null> {
    await this.tickets.get(owner.ticketId);
    return this.drafts.find(owner);
  }

  /** @throws TicketNotFound */
  async keep(owner: DraftOwner, draft: Draft): Promise<KeptDraft> {
    const kept = await this.drafts.keep(owner, draft);
    if (!kept) throw new TicketNotFound(owner.ticketId);
    return kept;
  }

  /**
   * That there is none is no mistake.
   *
   * @throws TicketNotFound
   */
  async forget(owner: DraftOwner): Promise<void> {
    await this.tickets.get(owner.ticketId);
    await this.drafts.forget(owner);
  }
}
