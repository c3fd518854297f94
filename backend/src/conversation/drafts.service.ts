import { Injectable, type OnModuleInit } from '@nestjs/common';
import { AttachmentHolders } from '../attachments/attachment-holders.ts';
import { Attachments } from '../attachments/attachments.service.ts';
import { TicketNotFound } from '../tickets/domain/ticket-not-found.ts';
import { TicketsService } from '../tickets/tickets.service.ts';
import type { Draft, DraftWithFiles, KeptDraft } from './domain/draft.ts';
import { type DraftOwner, DraftRepository } from './draft.repository.ts';

/** Keeps what people have begun to write, each for themselves. */
@Injectable()
export class Drafts implements OnModuleInit {
  constructor(
    private readonly drafts: DraftRepository,
    private readonly tickets: TicketsService,
    private readonly attachments: Attachments,
    private readonly holders: AttachmentHolders,
  ) {}

  /** What a draft names is not lost before it is sent. */
  onModuleInit(): void {
    this.holders.add((ids) => this.drafts.holding(ids));
  }

  /**
   * Null when there is none.
   *
   * @throws TicketNotFound
   */
  async find(owner: DraftOwner): Promise<DraftWithFiles | null> {
    await this.tickets.get(owner.ticketId);
    const draft = await this.drafts.find(owner);
    return draft && this.withFiles(draft, owner);
  }

  /** @throws TicketNotFound */
  async keep(owner: DraftOwner, draft: Draft): Promise<DraftWithFiles> {
    const kept = await this.drafts.keep(owner, draft);
    if (!kept) throw new TicketNotFound(owner.ticketId);
    return this.withFiles(kept, owner);
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

  private async withFiles(draft: KeptDraft, { userId }: DraftOwner): Promise<DraftWithFiles> {
    return { ...draft, files: await this.attachments.waiting(draft.attachments, userId) };
  }
}
