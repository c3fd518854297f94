import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Transaction } from '../database/unit-of-work.ts';
import type { MailState } from './domain/kept-mail.ts';
import type { Prover, SenderProof, SenderVerdict } from './domain/sender-proof.ts';
import type { StandingMail } from './domain/standing-mail.ts';

/** So many mails of one Message-ID are read again. */
const EARLIER_MAX = 5;

interface StandingRow {
  readonly id: string;
  readonly state: MailState;
  readonly proof: SenderProof | null;
  readonly ticket_id: string | null;
  readonly has_bytes: boolean;
}

/** A mail that was read before mails were known by more than their bytes. */
export interface EarlierMail {
  readonly id: number;
  readonly arrivedAt: Date;
  readonly proof: SenderProof | null;
  readonly raw: Buffer;
}

/** Knows which mails are the same one, and which of these stands. */
@Injectable()
export class MailIdentityRepository {
  constructor(private readonly dataSource: DataSource) {}

  /**
   * Lets a mail that is held stand, unless another one does that is the same; gives that, held as far as it stands, or null. Whoever comes
   * at the same moment waits until the transaction ends.
   */
  async claim(transaction: Transaction, id: number, identity: Buffer): Promise<StandingMail | null> {
    await transaction.query('DELETE FROM mail_identities WHERE mail_id = $1 AND (identity <> $2 OR NOT stands)', [
      id,
      identity,
    ]);
    for (;;) {
      const claimed: unknown[] = await transaction.query(
        `INSERT INTO mail_identities (mail_id, identity, stands) VALUES ($1, $2, true)
         ON CONFLICT DO NOTHING RETURNING 1`,
        [id, identity],
      );
      if (claimed.length > 0) return null;
      const standing = await this.standing(transaction, identity);
      // Another one stands since it was waited for.
      if (standing === null) continue;
      if (standing.id === id) return null;
      await transaction.query('INSERT INTO mail_identities (mail_id, identity, stands) VALUES ($1, $2, false)', [
        id,
        identity,
      ]);
      return standing;
    }
  }

  /** Lets a mail stand in the place of another one. */
  async stand(transaction: Transaction, id: number, before: number): Promise<void> {
    await transaction.query('UPDATE mail_identities SET stands = false WHERE mail_id = $1', [before]);
    await transaction.query('UPDATE mail_identities SET stands = true WHERE mail_id = $1', [id]);
  }

  /** Keeps a mail as a copy of one that stands, with its bytes for as long as that has some. */
  async keepCopy(transaction: Transaction, id: number, standing: number, { proof, by }: SenderVerdict): Promise<void> {
    const kept: unknown[] = await transaction.query('SELECT 1 FROM mails WHERE id = $1 AND raw IS NOT NULL FOR SHARE', [
      standing,
    ]);
    await transaction.query(
      `UPDATE mails SET state = 'passed_over', reason = 'The same mail came before', readings = 0,
         proof = $2, proven_by = $3, raw = CASE WHEN $4 THEN raw END,
         sender = NULL, sender_name = NULL, subject = NULL, message_id = NULL
       WHERE id = $1`,
      [id, proof, by, kept.length > 0],
    );
  }

  /** Lets a mail wait for an admin no more, as the same one came again. False when it does not wait. */
  async resolve(transaction: Transaction, id: number): Promise<boolean> {
    const [, count]: [unknown[], number] = await transaction.query(
      `UPDATE mails SET state = 'passed_over', reason = 'The same mail came again' WHERE id = $1 AND state = 'quarantined'`,
      [id],
    );
    if (count > 0) transaction.tell('quarantine_changed', {});
    return count > 0;
  }

  async confirm(transaction: Transaction, id: number, by: Prover): Promise<void> {
    await transaction.query(`UPDATE mails SET proof = 'confirmed', proven_by = $2 WHERE id = $1`, [id, by]);
  }

  /** Mails of one sender that became something under a Message-ID before their identity was kept, as far as their bytes are there. */
  async earlier(messageId: string, sender: string, notThis: number): Promise<EarlierMail[]> {
    const rows: { id: string; arrived_at: Date; proof: SenderProof | null; raw: Buffer }[] =
      await this.dataSource.query(
        `SELECT id, arrived_at, proof, raw FROM mails
         WHERE message_id = $1 AND ticket_id IS NOT NULL AND lower(sender) = lower($2) AND raw IS NOT NULL AND id <> $3
           AND NOT EXISTS (SELECT FROM mail_identities WHERE mail_id = mails.id)
         ORDER BY id LIMIT $4`,
        [messageId, sender, notThis, EARLIER_MAX],
      );
    return rows.map(({ id, arrived_at: arrivedAt, proof, raw }) => ({ id: Number(id), arrivedAt, proof, raw }));
  }

  /** Keeps what a mail is known by that became something; where another one stands, it is one of its copies. */
  async remember(id: number, identity: Buffer, within: Pick<Transaction, 'query'> = this.dataSource): Promise<void> {
    for (const stands of [true, false]) {
      await within.query(
        'INSERT INTO mail_identities (mail_id, identity, stands) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING',
        [id, identity, stands],
      );
    }
  }

  private async standing(transaction: Transaction, identity: Buffer): Promise<StandingMail | null> {
    const [row]: StandingRow[] = await transaction.query(
      `SELECT mails.id, state, proof, ticket_id, raw IS NOT NULL AS has_bytes
       FROM mail_identities JOIN mails ON mails.id = mail_id WHERE identity = $1 AND stands FOR UPDATE OF mail_identities`,
      [identity],
    );
    if (!row) return null;
    const { id, state, proof, ticket_id: ticket, has_bytes: hasBytes } = row;
    return { id: Number(id), state, proof, ticketId: ticket === null ? null : Number(ticket), hasBytes };
  }
}
