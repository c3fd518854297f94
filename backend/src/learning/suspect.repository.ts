import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Transaction } from '../database/unit-of-work.ts';
import { READ_AT_MOST } from './domain/plain-text.ts';
import type { SuspectedTicket } from './domain/suspected-ticket.ts';

/** A ticket that looks filed wrongly, as it is now. */
export interface StoredSuspect extends SuspectedTicket {
  readonly title: string;
  /** As much of it as a model reads. */
  readonly description: string;
  readonly version: number;
}

/** A ticket that was asked to be kept where it is, or no longer. */
export interface KeptTicket {
  readonly title: string;
  readonly category: string;
  /** False where that was so already. */
  readonly changed: boolean;
}

@Injectable()
export class SuspectRepository {
  constructor(private readonly dataSource: DataSource) {}

  /** Takes the place of what was found before; the likeliest errors come first. Tickets that are gone meanwhile are left out. */
  async replace(transaction: Transaction, suspects: readonly SuspectedTicket[]): Promise<void> {
    await transaction.query('DELETE FROM suspects');
    await transaction.query(
      `INSERT INTO suspects (ticket_id, place, filed, likelier, confidence)
       SELECT t.id, found.place, found.filed, found.likelier, found.confidence
       FROM jsonb_to_recordset($1) AS found (id bigint, place integer, filed text, likelier text, confidence double precision)
       JOIN tickets AS t ON t.id = found.id`,
      [JSON.stringify(suspects.map((suspect, index) => ({ ...suspect, place: index + 1 })))],
    );
  }

  /**
   * Those that still are where they looked wrong, the likeliest errors first: not deleted, not changed, not left there by an
   * admin, and with a likelier category that may still be chosen.
   */
  async list(): Promise<StoredSuspect[]> {
    const rows: (Omit<StoredSuspect, 'id'> & { readonly id: string })[] = await this.dataSource.query(
      `SELECT t.id, t.title, left(t.description, ${String(READ_AT_MOST)}) AS description, t.version, s.filed, s.likelier,
         s.confidence
       FROM suspects AS s
       JOIN tickets AS t ON t.id = s.ticket_id AND t.deleted_at IS NULL AND t.triage IS NULL AND t.category = s.filed
       JOIN categories AS c ON c.key = s.likelier AND c.active
       WHERE NOT EXISTS (SELECT FROM kept_categories AS k WHERE k.ticket_id = t.id AND k.category = t.category)
       ORDER BY s.place`,
    );
    return rows.map(({ id, ...row }) => ({ ...row, id: Number(id) }));
  }

  /**
   * Notes that somebody leaves a ticket in the category that it has, if it is of one of these versions; nothing changes where
   * somebody has said so of that category. Null when there is no such ticket.
   */
  async keep(
    transaction: Transaction,
    { ticket, versions, by }: { ticket: number; versions: readonly number[] | null; by: number | null },
  ): Promise<(KeptTicket & { readonly fits: boolean }) | null> {
    const rows: (KeptTicket & { readonly fits: boolean })[] = await transaction.query(
      `WITH seen AS (
         SELECT id, title, category, $2::integer[] IS NULL OR version = ANY ($2) AS fits
         FROM tickets WHERE id = $1 AND deleted_at IS NULL
       ), kept AS (
         INSERT INTO kept_categories (ticket_id, category, kept_by) SELECT id, category, $3 FROM seen WHERE fits
         ON CONFLICT ON CONSTRAINT kept_categories_pk
         DO UPDATE SET category = excluded.category, kept_by = excluded.kept_by, kept_at = now()
         WHERE kept_categories.category <> excluded.category
         RETURNING 1
       )
       SELECT title, category, fits, EXISTS (SELECT FROM kept) AS changed FROM seen`,
      [ticket, versions, by],
    );
    return rows[0] ?? null;
  }

  /** Takes that back; nothing changes where nobody had said so. Null when there is no such ticket. */
  async letGo(transaction: Transaction, ticket: number): Promise<KeptTicket | null> {
    const rows: KeptTicket[] = await transaction.query(
      `WITH gone AS (DELETE FROM kept_categories WHERE ticket_id = $1 RETURNING 1)
       SELECT title, category, EXISTS (SELECT FROM gone) AS changed FROM tickets WHERE id = $1 AND deleted_at IS NULL`,
      [ticket],
    );
    return rows[0] ?? null;
  }
}
