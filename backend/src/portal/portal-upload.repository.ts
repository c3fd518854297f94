import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Transaction } from '../database/unit-of-work.ts';

/** Knows which customer uploaded a file. */
@Injectable()
export class PortalUploadRepository {
  constructor(private readonly dataSource: DataSource) {}

  async insert(attachment: string, contact: number): Promise<void> {
    await this.dataSource.query('INSERT INTO portal_uploads (attachment_id, contact_id) VALUES ($1, $2)', [
      attachment,
      contact,
    ]);
  }

  /** How many of these files any of the contacts uploaded. */
  async count(
    ids: readonly string[],
    contacts: readonly number[],
    from: Pick<Transaction, 'query'> = this.dataSource,
  ): Promise<number> {
    if (ids.length === 0) return 0;
    const rows: { count: number }[] = await from.query(
      `SELECT count(*)::int AS count FROM portal_uploads
       WHERE attachment_id = ANY ($1::uuid[]) AND contact_id = ANY ($2::bigint[])`,
      [ids, contacts],
    );
    return rows[0]?.count ?? 0;
  }
}
