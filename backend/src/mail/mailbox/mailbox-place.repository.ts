import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { MailboxPlaces } from './where-to-begin.ts';

/** Keeps from where on mailboxes are read. */
@Injectable()
export class MailboxPlaceRepository implements MailboxPlaces {
  constructor(private readonly dataSource: DataSource) {}

  async isKnown(mailbox: string, uidValidity: bigint): Promise<boolean> {
    const rows: unknown[] = await this.dataSource.query(
      'SELECT 1 FROM mailboxes WHERE name = $1 AND uid_validity = $2',
      [mailbox, String(uidValidity)],
    );
    return rows.length > 0;
  }

  async begin(mailbox: string, uidValidity: bigint, lastUid: number): Promise<void> {
    await this.dataSource.query(
      `INSERT INTO mailboxes AS known (name, uid_validity, last_uid) VALUES ($1, $2, $3)
       ON CONFLICT (name) DO UPDATE SET uid_validity = excluded.uid_validity, last_uid = excluded.last_uid
       WHERE known.uid_validity <> excluded.uid_validity`,
      [mailbox, String(uidValidity), lastUid],
    );
  }
}
