import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { anyOf } from '../database/any-of.ts';
import { together } from '../database/together.ts';
import type { Transaction } from '../database/unit-of-work.ts';
import type { ChangeableTicket } from './domain/ticket-change.ts';
import type { Ticket, TicketWithDuplicates } from './domain/ticket.ts';
import {
  TICKET_COLUMNS,
  type TicketRow,
  type TicketRowWithDuplicates,
  toId,
  toTicket,
  toTicketWithDuplicates,
  withDuplicates,
} from './ticket-row.ts';

/** Reads tickets by their numbers; `TicketWriter` writes them. Those that are deleted are not there. */
@Injectable()
export class TicketRepository {
  private readonly findWithOthers = together((ids: readonly number[]) => this.findMany(this.dataSource, ids));

  constructor(private readonly dataSource: DataSource) {}

  /** The ticket as it is now. Those who ask outside a transaction while others are read are read together (see `together`). */
  async find(id: number, transaction?: Transaction): Promise<TicketWithDuplicates | null> {
    if (!transaction) return this.findWithOthers(id);
    const [ticket] = await this.findMany(transaction, [id]);
    return ticket ?? null;
  }

  /** The ticket as it is now, held so that no other transaction changes it before this one ends. */
  async findForUpdate(transaction: Transaction, id: number): Promise<Ticket | null> {
    const rows: TicketRow[] = await transaction.query(
      `SELECT ${TICKET_COLUMNS} FROM tickets WHERE id = $1 AND deleted_at IS NULL FOR NO KEY UPDATE`,
      [id],
    );
    return rows[0] ? toTicket(rows[0]) : null;
  }

  /** Whether anybody ever said which category a ticket is of; what was filled in nobody said. */
  async hasNamedCategory(transaction: Transaction, id: number): Promise<boolean> {
    const rows: unknown[] = await transaction.query(
      `SELECT 1 FROM ticket_events WHERE ticket_id = $1 AND changes @> '[{"field": "category"}]' LIMIT 1`,
      [id],
    );
    return rows.length > 0;
  }

  /** Of these tickets those that are there, without their texts, held like by `findForUpdate`. */
  async findManyForUpdate(transaction: Transaction, ids: readonly number[]): Promise<ChangeableTicket[]> {
    // In the order of their numbers, so that two who hold many wait for each other and never in a circle.
    const rows: Omit<TicketRow, 'title' | 'description' | 'created_by' | 'created_at' | 'updated_at'>[] =
      await transaction.query(
        `SELECT id, status, category, priority, assignee, resolved_at, closed_at, version, triage, duplicate_of, requester
         FROM tickets
         WHERE id = ANY ($1::bigint[]) AND deleted_at IS NULL ORDER BY id FOR NO KEY UPDATE`,
        [ids],
      );
    return rows.map(
      ({ id, assignee, resolved_at: resolvedAt, closed_at: closedAt, duplicate_of, requester, ...row }) => ({
        ...{ ...row, id: Number(id), assignee: toId(assignee), resolvedAt, closedAt },
        ...{ duplicate_of: toId(duplicate_of), requester: toId(requester) },
      }),
    );
  }

  /** The numbers of the tickets that were closed as duplicates of this one, at most a hundred. */
  async duplicatesOf(id: number, transaction: Transaction): Promise<number[]> {
    const rows: { id: string }[] = await transaction.query(
      'SELECT id FROM tickets WHERE duplicate_of = $1 AND deleted_at IS NULL ORDER BY id LIMIT 100',
      [id],
    );
    return rows.map((row) => Number(row.id));
  }

  /** Of these tickets those that are deleted and still kept, held like by `findForUpdate`. */
  async findDeletedForUpdate(
    transaction: Transaction,
    ids: readonly number[],
  ): Promise<Pick<Ticket, 'id' | 'category'>[]> {
    const rows: Pick<TicketRow, 'id' | 'category'>[] = await transaction.query(
      `SELECT id, category FROM tickets
       WHERE id = ANY ($1::bigint[]) AND deleted_at IS NOT NULL ORDER BY id FOR NO KEY UPDATE`,
      [ids],
    );
    return rows.map(({ id, category }) => ({ id: Number(id), category }));
  }

  /** One or null for each number, in their order. */
  private async findMany(
    from: Pick<Transaction, 'query'>,
    ids: readonly number[],
  ): Promise<(TicketWithDuplicates | null)[]> {
    const rows: TicketRowWithDuplicates[] = await from.query(
      `SELECT ${withDuplicates('tickets')} FROM tickets WHERE id = ${anyOf('$1', 'bigint')} AND deleted_at IS NULL`,
      [ids],
    );
    const found = new Map(rows.map((row) => [Number(row.id), toTicketWithDuplicates(row)]));
    return ids.map((id) => found.get(id) ?? null);
  }
}
