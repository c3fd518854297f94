import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Transaction } from '../database/unit-of-work.ts';
import type { LinkHolder } from './domain/link-holder.ts';

/** Links that nobody has used yet. */
@Injectable()
export class PortalLinkRepository {
  constructor(private readonly dataSource: DataSource) {}

  async insert(
    transaction: Transaction,
    link: LinkHolder & { readonly tokenHash: string; readonly minutes: number },
  ): Promise<void> {
    await transaction.query(
      `INSERT INTO portal_links (token_hash, address, name, expires_at)
       VALUES ($1, $2, $3, now() + make_interval(mins => $4))`,
      [link.tokenHash, link.address, link.name, link.minutes],
    );
  }

  /** Uses a link up; null when there is none, or none any more. */
  async use(transaction: Transaction, tokenHash: string): Promise<LinkHolder | null> {
    const [rows]: [LinkHolder[], number] = await transaction.query(
      'DELETE FROM portal_links WHERE token_hash = $1 AND expires_at > now() RETURNING address, name',
      [tokenHash],
    );
    return rows[0] ?? null;
  }

  async deleteExpired(): Promise<void> {
    await this.dataSource.query('DELETE FROM portal_links WHERE expires_at <= now()');
  }
}
