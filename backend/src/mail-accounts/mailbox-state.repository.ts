import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Transaction } from '../database/unit-of-work.ts';
import type { ToldOfMailbox } from './domain/mailbox-reading.ts';

interface Row {
  readonly name: string;
  readonly since: Date;
  readonly looked_at: Date | null;
  readonly failure: string | null;
}

/** Keeps what was told of mailboxes last, by their names. */
@Injectable()
export class MailboxStateRepository {
  constructor(private readonly dataSource: DataSource) {}

  async all(): Promise<ReadonlyMap<string, ToldOfMailbox>> {
    const rows: Row[] = await this.dataSource.query('SELECT name, since, looked_at, failure FROM mailbox_states');
    return new Map(
      rows.map(({ name, since, looked_at: lookedAt, failure }) => [name, { since, lookedAt, failure }] as const),
    );
  }

  /** Keeps that one was looked into. Gives whether that is news: nobody could for some minutes, or ever. */
  async looked(transaction: Transaction, name: string): Promise<boolean> {
    const rows: { isNews: boolean }[] = await transaction.query(
      `INSERT INTO mailbox_states AS known (name, looked_at) VALUES ($1, now())
       ON CONFLICT (name) DO UPDATE SET looked_at = now(), failure = NULL,
         since = CASE WHEN known.failure IS NULL THEN known.since ELSE now() END
       RETURNING coalesce(old.failure IS NOT NULL OR old.looked_at < now() - interval '5 minutes', true) AS "isNews"`,
      [name],
    );
    return rows[0]?.isNews ?? false;
  }

  /** Keeps that one cannot be looked into, and why. Gives whether that is news. */
  async failed(transaction: Transaction, name: string, failure: string): Promise<boolean> {
    const rows: { isNews: boolean }[] = await transaction.query(
      `INSERT INTO mailbox_states AS known (name, failure) VALUES ($1, $2)
       ON CONFLICT (name) DO UPDATE SET failure = $2, since = CASE WHEN known.failure IS NULL THEN now() ELSE known.since END
       RETURNING old.failure IS DISTINCT FROM $2 AS "isNews"`,
      [name, failure],
    );
    return rows[0]?.isNews ?? false;
  }
}
