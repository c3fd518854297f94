import { Injectable } from '@nestjs/common';
import type { Author } from '../common/author.ts';
import { ValidationFailed } from '../common/problems/domain-error.ts';
import type { Transaction } from '../database/unit-of-work.ts';
import { type TicketStatus, isDone } from '../vocabulary/ticket-status.ts';
import type { ChangeableTicket, TicketEdit, TicketPatch } from './domain/ticket-change.ts';
import { TicketNotFound } from './domain/ticket-not-found.ts';
import type { TicketWithDuplicates } from './domain/ticket.ts';
import { TicketChoices } from './ticket-choices.service.ts';
import { TicketEdits } from './ticket-edits.service.ts';
import { TicketWriter } from './ticket-writer.repository.ts';
import { TicketRepository } from './ticket.repository.ts';
import { TicketsService } from './tickets.service.ts';

/** What must be known of a ticket that somebody outside the desk writes to. */
export interface HeldTicket {
  readonly id: number;
  readonly isDone: boolean;
  readonly closedAt: Date | null;
}

/** What becomes of a ticket by the messages of its conversation. */
@Injectable()
export class TicketMessages {
  constructor(
    private readonly tickets: TicketRepository,
    private readonly reading: TicketsService,
    private readonly writer: TicketWriter,
    private readonly edits: TicketEdits,
    private readonly choices: TicketChoices,
  ) {}

  /**
   * Holds a ticket: nobody else writes to it or its conversation until the transaction ends.
   *
   * @throws TicketNotFound
   */
  async hold(transaction: Transaction, id: number): Promise<void> {
    await this.held(transaction, id);
  }

  /** The same; false when it is not there. */
  async holdIfThere(transaction: Transaction, id: number): Promise<boolean> {
    return (await this.tickets.findManyForUpdate(transaction, [id])).length > 0;
  }

  /**
   * The same of the ticket that this one was closed as a duplicate of, or of itself; says which it is, whether nothing is left
   * to do for it, and since when it is closed.
   *
   * @throws TicketNotFound
   */
  async holdOriginal(transaction: Transaction, id: number): Promise<HeldTicket> {
    const original = (await this.tickets.find(id, transaction))?.duplicate_of ?? null;
    // Both at once, so that two who hold them wait for each other and never in a circle.
    const held = await this.tickets.findManyForUpdate(transaction, original === null ? [id] : [id, original]);
    const ticket = held.find((one) => one.id === id);
    if (!ticket) throw new TicketNotFound(id);
    // It became another one's duplicate while it was waited for, or none.
    if (ticket.duplicate_of !== original) return this.holdOriginal(transaction, id);
    if (original !== null) return this.holdOriginal(transaction, original);
    return { id, isDone: isDone(ticket.status), closedAt: ticket.closedAt };
  }

  /**
   * Who asks, and who follows.
   *
   * @throws TicketNotFound
   */
  people(transaction: Transaction, id: number): Promise<Pick<TicketWithDuplicates, 'requester' | 'followers'>> {
    return this.reading.get(id, transaction);
  }

  /**
   * Makes a version of a ticket for a message, and gives it: the number of the message. What becomes of a message later is a
   * version too, which tells those who follow the ticket.
   *
   * @throws TicketNotFound
   */
  async add(transaction: Transaction, id: number, by: Author): Promise<number> {
    const number = await this.writer.addMessage(transaction, id, { by, at: new Date() });
    if (number === null) throw new TicketNotFound(id);
    return number;
  }

  /**
   * What the ticket has already it may keep.
   *
   * @throws TicketNotFound
   * @throws ValidationFailed for a category or an assignee that no ticket may get.
   */
  async requireChoices(transaction: Transaction, id: number, { category, assignee }: TicketPatch): Promise<void> {
    if (category === undefined && assignee === undefined) return;
    const ticket = await this.held(transaction, id);
    await this.choices.require(transaction, {
      ...(category !== ticket.category && { category }),
      ...(assignee !== ticket.assignee && { assignee }),
    });
  }

  /** Sets the status that came with a message, as `give` does. */
  setStatus(transaction: Transaction, id: number, status: TicketStatus, by: Author): Promise<boolean> {
    return this.give(transaction, id, { status }, by);
  }

  /**
   * Gives a ticket what came with a message: a version of its own. A category or an assignee that no ticket may get any more is
   * left out. False when the ticket has it all already.
   *
   * @throws TicketNotFound
   */
  async give(transaction: Transaction, id: number, given: TicketPatch, by: Author): Promise<boolean> {
    if (Object.keys(given).length === 0) return false;
    const ticket = await this.held(transaction, id);
    return this.change(transaction, ticket, await this.choices.possible(transaction, given), by);
  }

  /**
   * Closes a ticket that nobody has taken up as a duplicate of the one that its messages belong to; not when somebody has done something
   * about its status, or it cannot be one.
   */
  async closeAsDuplicate(transaction: Transaction, id: number, original: number, by: Author): Promise<void> {
    const held = await this.tickets.findManyForUpdate(transaction, [id, original]);
    const ticket = held.find((one) => one.id === id);
    if (ticket?.status !== 'open' || held.length < 2) return;
    try {
      await this.change(transaction, ticket, { duplicate_of: original }, by);
    } catch (error) {
      if (!(error instanceof ValidationFailed)) throw error;
    }
  }

  /** False when the ticket has it all already. */
  private async change(
    transaction: Transaction,
    ticket: ChangeableTicket,
    edit: TicketEdit,
    by: Author,
  ): Promise<boolean> {
    const at = new Date();
    const revision = await this.edits.revision(transaction, ticket, edit, at);
    if (revision) await this.writer.changeMany(transaction, [revision], { by, at });
    return revision !== null;
  }

  private async held(transaction: Transaction, id: number): Promise<ChangeableTicket> {
    const [ticket] = await this.tickets.findManyForUpdate(transaction, [id]);
    if (!ticket) throw new TicketNotFound(id);
    return ticket;
  }
}
