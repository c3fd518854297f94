import { Injectable, type OnModuleInit } from '@nestjs/common';
import { AttachmentHolders } from '../attachments/attachment-holders.ts';
import { Attachments } from '../attachments/attachments.service.ts';
import { DomainError } from '../common/problems/domain-error.ts';
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
    this.holders.add({ held: (ids) => this.drafts.holding(ids) });
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

  /**
   * Keeps a draft in the place of the one before, if that is of one of these versions; null accepts any.
   *
   * @throws TicketNotFound
   * @throws DomainError `stale_version` when it is of another one, or not there any more.
   */
  async keep(owner: DraftOwner, draft: Draft, accepts: readonly number[] | null): Promise<DraftWithFiles> {
    const kept = await this.drafts.keep(owner, draft, accepts);
    if (!kept) {
      await this.tickets.get(owner.ticketId);
      throw new DomainError('stale_version', 'You have written on elsewhere. Read that, then keep both.');
    }
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
