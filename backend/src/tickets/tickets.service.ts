import { Injectable } from '@nestjs/common';
import type { ChangeRequest } from '../common/change-request.ts';
import { cutPage } from '../common/http/keyset-cursor.ts';
import { DomainError, ValidationFailed } from '../common/problems/domain-error.ts';
import { type Transaction, UnitOfWork } from '../database/unit-of-work.ts';
import { type AskedEdit, endsWaiting, isOfTicketAlone, revise } from './domain/ticket-change.ts';
import { HISTORY_FIELDS, type HistoryQuery, type TicketEventPage } from './domain/ticket-event.ts';
import { TicketNotFound } from './domain/ticket-not-found.ts';
import type { Ticket, TicketWithDuplicates } from './domain/ticket.ts';
import { decodeVersionCursor } from './domain/version-cursor.ts';
import { TicketEdits } from './ticket-edits.service.ts';
import { TicketHistoryRepository } from './ticket-history.repository.ts';
import { TicketWriter } from './ticket-writer.repository.ts';
import { TicketRepository } from './ticket.repository.ts';

/** Reads and changes tickets. */
@Injectable()
export class TicketsService {
  constructor(
    private readonly tickets: TicketRepository,
    private readonly writer: TicketWriter,
    private readonly events: TicketHistoryRepository,
    private readonly edits: TicketEdits,
    private readonly unitOfWork: UnitOfWork,
  ) {}

  /** @throws TicketNotFound */
  async get(id: number, transaction?: Transaction): Promise<TicketWithDuplicates> {
    const ticket = await this.tickets.find(id, transaction);
    if (!ticket) throw new TicketNotFound(id);
    return ticket;
  }

  /**
   * What happened to a ticket, oldest first unless asked otherwise; also to one that was deleted.
   *
   * @throws TicketNotFound when there never was such a ticket.
   * @throws ValidationFailed for a cursor that is none.
   */
  async history(id: number, { limit, cursor, order = 'oldest' }: HistoryQuery): Promise<TicketEventPage> {
    const after = cursor === undefined ? null : decodeVersionCursor(cursor);
    const found = await this.events.page(id, { after, limit: limit + 1, order });
    if (found.length === 0 && after === null) throw new TicketNotFound(id);
    const { shown: events, next } = cutPage(found, limit, ({ version }) => version);
    return { events, next };
  }

  /**
   * Changes the given fields of a ticket. When any version is accepted two people who change different fields at the same
   * moment both keep their change; otherwise a writer who has not seen the newest version is turned away.
   *
   * @throws TicketNotFound
   * @throws ValidationFailed for an empty edit, an unknown or retired category, an assignee who is no active user, an unknown
   * contact, or a ticket that this one cannot be a duplicate of.
   * @throws DomainError `stale_version` when the ticket is at none of the accepted versions.
   */
  async change(id: number, edit: AskedEdit, { by, accepts }: ChangeRequest): Promise<TicketWithDuplicates> {
    if (HISTORY_FIELDS.every((field) => edit[field] === undefined)) throw nothingToChange();
    const request = { by, accepts };
    return (await this.changeUnheld(id, edit, request)) ?? this.changeHeld(id, edit, request);
  }

  /**
   * Reads the ticket and writes its revision by one statement, which finds it at the version that was read, or does nothing.
   * Null when somebody else was quicker, or when the edit is about more than the ticket.
   */
  private async changeUnheld(
    id: number,
    edit: AskedEdit,
    { by, accepts }: ChangeRequest,
  ): Promise<TicketWithDuplicates | null> {
    if (!isOfTicketAlone(edit)) return null;
    const ticket = await this.get(id);
    if (endsWaiting(ticket, edit)) return null;
    requireAccepted(ticket, accepts);
    const at = new Date();
    const revision = revise(ticket, edit, at);
    if (!revision) return ticket;
    return this.unitOfWork.run((transaction) => this.writer.changeUnheld(transaction, revision, { by, at }));
  }

  private changeHeld(id: number, asked: AskedEdit, { by, accepts }: ChangeRequest): Promise<TicketWithDuplicates> {
    return this.unitOfWork.run(async (transaction) => {
      const edit = await this.edits.hold(transaction, id, asked);
      const ticket = await this.tickets.findForUpdate(transaction, id);
      if (!ticket) throw new TicketNotFound(id);
      requireAccepted(ticket, accepts);
      const at = new Date();
      const revision = await this.edits.revision(transaction, ticket, edit, at);
      if (!revision) return this.get(id, transaction);
      return this.writer.change(transaction, revision, { by, at }, { last: true });
    });
  }
}

function nothingToChange(): ValidationFailed {
  const message = 'Give at least one field to change.';
  return new ValidationFailed([{ field: 'body', code: 'empty', message }]);
}

function requireAccepted(ticket: Ticket, accepts: ChangeRequest['accepts']): void {
  if (accepts && !accepts.includes(ticket.version)) throw staleVersion(ticket);
}

/** The ticket is not what the person who wants to change it has seen. */
export function staleVersion({ id, version }: Pick<Ticket, 'id' | 'version'>): DomainError {
  return new DomainError(
    'stale_version',
    `Ticket #${String(id)} is at version ${String(version)} now. Read it again, then decide.`,
  );
}
