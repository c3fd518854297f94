import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Transaction } from '../database/unit-of-work.ts';
import type { MailAddress } from '../contacts/domain/contact.ts';

/** A session that goes unused for so many days is over. */
const IDLE_DAYS = 7;
/** And one that is so many days old in any case. */
const MAX_DAYS = 30;
const IS_GOOD = `expires_at > now() AND last_seen_at > now() - interval '${String(IDLE_DAYS)} days'`;

export interface KnownPortalSession extends MailAddress {
  readonly id: string;
  /** Whether it is time to note that it was used. */
  readonly stale: boolean;
}

@Injectable()
export class PortalSessionRepository {
  constructor(private readonly dataSource: DataSource) {}

  /** Starts a session, and says when it ends at the latest. */
  async insert(transaction: Transaction, tokenHash: string, { address, key }: MailAddress): Promise<Date> {
    const rows: { expires_at: Date }[] = await transaction.query(
      `INSERT INTO portal_sessions (token_hash, address, address_key, expires_at)
       VALUES ($1, $2, $3, now() + interval '${String(MAX_DAYS)} days') RETURNING expires_at`,
      [tokenHash, address, key],
    );
    if (!rows[0]) throw new Error('The database returned no session');
    return rows[0].expires_at;
  }

  async find(tokenHash: string): Promise<KnownPortalSession | null> {
    const rows: KnownPortalSession[] = await this.dataSource.query(
      `SELECT id, address, address_key AS key, last_seen_at < now() - interval '1 hour' AS stale
       FROM portal_sessions WHERE token_hash = $1 AND ${IS_GOOD}`,
      [tokenHash],
    );
    return rows[0] ?? null;
  }

  async noteUse(id: string): Promise<void> {
    await this.dataSource.query('UPDATE portal_sessions SET last_seen_at = now() WHERE id = $1', [id]);
  }

  async delete(id: string): Promise<void> {
    await this.dataSource.query('DELETE FROM portal_sessions WHERE id = $1', [id]);
  }

  async deleteByToken(transaction: Transaction, tokenHash: string): Promise<void> {
    await transaction.query('DELETE FROM portal_sessions WHERE token_hash = $1', [tokenHash]);
  }

  async deleteDead(): Promise<void> {
    await this.dataSource.query(`DELETE FROM portal_sessions WHERE NOT (${IS_GOOD})`);
  }
}
