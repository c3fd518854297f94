import { Injectable } from '@nestjs/common';
import { CategoriesService } from '../../categories/categories.service.ts';
import { ValidationFailed } from '../../common/problems/domain-error.ts';
import type { Transaction } from '../../database/unit-of-work.ts';
import { type ChangeableTicket, type TicketEdit, type TicketRevision, revise } from '../domain/ticket-change.ts';
import { TicketChoices } from '../ticket-choices.service.ts';
import type { Authorship } from '../ticket-history-writer.sql.ts';
import { TicketWriter } from '../ticket-writer.repository.ts';
import { TicketRepository } from '../ticket.repository.ts';
import { type BatchOutcome, type BulkFailureReason } from './domain/bulk-failure.ts';

/** What shall become of a ticket, or why nothing. */
export type EditOf = (ticket: ChangeableTicket) => TicketEdit | BulkFailureReason;

type Failures = { ticket: number; reason: BulkFailureReason }[];

interface Plan {
  readonly revisions: TicketRevision[];
  readonly failures: Failures;
}

/** Changes a batch of tickets by the rules that hold for one. */
@Injectable()
export class BulkEditor {
  constructor(
    private readonly tickets: TicketRepository,
    private readonly choices: TicketChoices,
    private readonly categories: CategoriesService,
    private readonly writer: TicketWriter,
  ) {}

  async edit(
    transaction: Transaction,
    ids: readonly number[],
    editOf: EditOf,
    authorship: Authorship,
  ): Promise<BatchOutcome> {
    const tickets = await this.tickets.findManyForUpdate(transaction, ids);
    const { revisions, failures } = planned(ids, tickets, editOf, authorship.at);
    const possible = await this.withoutRefused(transaction, revisions, failures);
    return this.write(transaction, ids, { revisions: possible, failures }, authorship);
  }

  /**
   * Moves what is in a merged category to where its tickets belong by now: that may have been merged in turn, or retired,
   * and a category that was restored keeps its tickets. Who has moved a ticket elsewhere meanwhile has decided.
   */
  async moveToHeir(
    transaction: Transaction,
    ids: readonly number[],
    category: string,
    authorship: Authorship,
  ): Promise<BatchOutcome> {
    const tickets = await this.tickets.findManyForUpdate(transaction, ids);
    const heir = await this.categories.holdHeir(transaction, category);
    const editOf: EditOf = (ticket) => (ticket.category === category ? { category: heir, triage: ticket.triage } : {});
    return this.write(transaction, ids, planned(ids, tickets, editOf, authorship.at), authorship);
  }

  private async write(
    transaction: Transaction,
    ids: readonly number[],
    { revisions, failures }: Plan,
    authorship: Authorship,
  ): Promise<BatchOutcome> {
    await this.writer.changeMany(transaction, revisions, authorship);
    return { changed: revisions.length, unchanged: ids.length - revisions.length - failures.length, failures };
  }

  /** Asks once for each category and each person, whatever the number of tickets that shall get them. */
  private async withoutRefused(
    transaction: Transaction,
    revisions: readonly TicketRevision[],
    failures: Failures,
  ): Promise<TicketRevision[]> {
    const refused = new Map<TicketEdit['category'] | TicketEdit['assignee'], BulkFailureReason>();
    for (const category of new Set(revisions.map(({ fields }) => fields.category)))
      if (!(await this.permits(transaction, { category }))) refused.set(category, 'category_not_active');
    for (const assignee of new Set(revisions.map(({ fields }) => fields.assignee)))
      if (!(await this.permits(transaction, { assignee }))) refused.set(assignee, 'assignee_not_active');
    return revisions.filter(({ id, fields }) => {
      const reason = refused.get(fields.category) ?? refused.get(fields.assignee);
      if (reason) failures.push({ ticket: id, reason });
      return !reason;
    });
  }

  private async permits(transaction: Transaction, edit: Pick<TicketEdit, 'category' | 'assignee'>): Promise<boolean> {
    try {
      await this.choices.require(transaction, edit);
      return true;
    } catch (error) {
      if (error instanceof ValidationFailed) return false;
      throw error;
    }
  }
}

function planned(ids: readonly number[], tickets: readonly ChangeableTicket[], editOf: EditOf, at: Date): Plan {
  const failures: Failures = missing(ids, tickets);
  const revisions: TicketRevision[] = [];
  for (const ticket of tickets) {
    const edit = editOf(ticket);
    if (typeof edit === 'string') failures.push({ ticket: ticket.id, reason: edit });
    else revisions.push(...[revise(ticket, edit, at)].filter((revision) => revision !== null));
  }
  return { revisions, failures };
}

function missing(ids: readonly number[], tickets: readonly ChangeableTicket[]): Failures {
  const there = new Set(tickets.map(({ id }) => id));
  return ids.filter((id) => !there.has(id)).map((ticket) => ({ ticket, reason: 'ticket_gone' }));
}
