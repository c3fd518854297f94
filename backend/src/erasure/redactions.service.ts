import { Injectable } from '@nestjs/common';
import { AuditLog } from '../audit/audit-log.service.ts';
import type { Author } from '../common/author.ts';
import { FIRST_MESSAGE } from '../conversation/domain/timeline-entry.ts';
import { TimelineService } from '../conversation/timeline.service.ts';
import { UnitOfWork } from '../database/unit-of-work.ts';
import { Forgetting } from '../forgetting/forgetting.ts';
import { TicketNotFound } from '../tickets/domain/ticket-not-found.ts';
import { TicketRedaction } from '../tickets/redaction/ticket-redaction.service.ts';

/** Removes the words of one message. */
@Injectable()
export class Redactions {
  constructor(
    private readonly timeline: TimelineService,
    private readonly tickets: TicketRedaction,
    private readonly forgetting: Forgetting,
    private readonly audit: AuditLog,
    private readonly unitOfWork: UnitOfWork,
  ) {}

  /**
   * Removes what a message says with its files, or the description with the title and all that both have ever been: from every place
   * where the desk keeps it, for good. In its place stays who removed it, when and why.
   *
   * @throws TicketNotFound
   * @throws MessageNotFound
   */
  async redact(ticketId: number, number: number, reason: string, by: Author): Promise<void> {
    if (number !== FIRST_MESSAGE) await this.timeline.message(ticketId, number);
    await this.unitOfWork.run(async (transaction) => {
      const asked = { ticketId, numbers: [number], reason };
      if (!(await this.tickets.redact(transaction, asked, by))) throw new TicketNotFound(ticketId);
      await this.forgetting.makeAnew(transaction, { descriptions: number === FIRST_MESSAGE });
      const subject = { type: 'ticket', id: ticketId } as const;
      await this.audit.record({ kind: 'words_removed', actor: by, subject, details: { number } }, transaction);
    });
  }
}
