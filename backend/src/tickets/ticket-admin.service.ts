import { Injectable } from '@nestjs/common';
import { AuditLog } from '../audit/audit-log.service.ts';
import type { ChangeRequest } from '../common/change-request.ts';
import { UnitOfWork } from '../database/unit-of-work.ts';
import { BulkRemover } from './bulk/bulk-remover.service.ts';
import type { AskedEdit } from './domain/ticket-change.ts';
import { TicketNotFound } from './domain/ticket-not-found.ts';
import type { TicketWithDuplicates } from './domain/ticket.ts';
import { TicketRepository } from './ticket.repository.ts';
import { TicketsService, staleVersion } from './tickets.service.ts';

/** What admins alone may do with a ticket. */
@Injectable()
export class TicketAdminService {
  constructor(
    private readonly service: TicketsService,
    private readonly tickets: TicketRepository,
    private readonly remover: BulkRemover,
    private readonly audit: AuditLog,
    private readonly unitOfWork: UnitOfWork,
  ) {}

  /**
   * Changes any field of a ticket.
   *
   * @throws TicketNotFound
   * @throws ValidationFailed for an empty edit, an unknown or retired category, or an assignee who is no active user.
   * @throws DomainError `stale_version` when the ticket is at none of the accepted versions.
   */
  change(id: number, edit: AskedEdit, request: ChangeRequest): Promise<TicketWithDuplicates> {
    return this.service.change(id, edit, request);
  }

  /**
   * Deletes a ticket. Its history stays. It is among the recent changes of many tickets, where it can be taken back for
   * thirty days.
   *
   * @throws TicketNotFound
   * @throws DomainError `stale_version` when the ticket is at none of the accepted versions.
   */
  async delete(id: number, { by, accepts }: ChangeRequest): Promise<void> {
    await this.unitOfWork.run(async (transaction) => {
      const ticket = await this.tickets.findForUpdate(transaction, id);
      if (!ticket) throw new TicketNotFound(id);
      if (accepts && !accepts.includes(ticket.version)) throw staleVersion(ticket);
      await this.remover.deleteOne(transaction, id, by);
      const subject = { type: 'ticket', id, label: ticket.title } as const;
      await this.audit.record({ kind: 'ticket_deleted', actor: by, subject }, transaction);
    });
  }
}
