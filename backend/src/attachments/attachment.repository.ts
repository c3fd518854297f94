import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Transaction } from '../database/unit-of-work.ts';
import type { Attachment, Measurement, MessagePlace, StorageKind, StoredAttachment } from './domain/attachment.ts';

/** Uploads that wait for a quota go one after another by this lock. */
const QUOTA_LOCK = 1_920;
/** How long an upload waits for its message. */
const PATIENCE = `interval '24 hours'`;
const COLUMNS =
  'id, name, type, size, sha256, storage, uploaded_by, ticket_id, message_number, attached_at IS NOT NULL AS attached';
/** It is whole, and nobody takes it away. */
const THERE = 'arrived_at IS NOT NULL AND removing_at IS NULL';

interface AttachmentRow {
  readonly id: string;
  readonly name: string;
  readonly type: string;
  readonly size: string;
  readonly sha256: string;
  readonly storage: StorageKind;
  readonly uploaded_by: string | null;
  readonly ticket_id: string | null;
  readonly message_number: number | null;
  readonly attached: boolean;
}

/** What is known of an attachment before its content comes. */
export interface NewAttachment {
  readonly name: string;
  /** As much room as it may need, in bytes. */
  readonly size: number;
  readonly storage: StorageKind;
  readonly uploadedBy: number | null;
}

@Injectable()
export class AttachmentRepository {
  constructor(private readonly dataSource: DataSource) {}

  /** Makes room for an attachment and gives its id; null when all of them together would have more than `quota` bytes. */
  async reserve(transaction: Transaction, added: NewAttachment, quota: number | null): Promise<string | null> {
    if (quota !== null) await transaction.query('SELECT pg_advisory_xact_lock($1)', [QUOTA_LOCK]);
    const rows: { id: string }[] = await transaction.query(
      `INSERT INTO attachments (name, size, storage, uploaded_by)
       SELECT $1, $2::bigint, $3, $4::bigint
       WHERE $5::bigint IS NULL OR (SELECT coalesce(sum(bytes), 0) FROM attachment_bytes) + $2 <= $5 RETURNING id`,
      [added.name, added.size, added.storage, added.uploadedBy, quota],
    );
    return rows[0]?.id ?? null;
  }

  /** Adds up what is kept of how many bytes all have. What others add meanwhile stays beside the sum. */
  async addUpBytes(): Promise<void> {
    await this.dataSource.query(
      `WITH gone AS (DELETE FROM attachment_bytes RETURNING bytes)
       INSERT INTO attachment_bytes (bytes) SELECT sum(bytes) FROM gone HAVING count(*) > 0`,
    );
  }

  /** Its content is kept. */
  async arrive(id: string, { type, size, sha256 }: Measurement): Promise<void> {
    await this.dataSource.query(
      'UPDATE attachments SET type = $2, size = $3, sha256 = $4, arrived_at = now() WHERE id = $1',
      [id, type, size, sha256],
    );
  }

  async find(id: string): Promise<StoredAttachment | null> {
    const rows: AttachmentRow[] = await this.dataSource.query(
      `SELECT ${COLUMNS} FROM attachments WHERE id = $1 AND ${THERE}`,
      [id],
    );
    return rows[0] ? toStored(rows[0]) : null;
  }

  /** Those of these that somebody uploaded and no message has. */
  async waiting(
    ids: readonly string[],
    uploadedBy: number | null,
    from: Pick<Transaction, 'query'> = this.dataSource,
  ): Promise<Attachment[]> {
    const rows: AttachmentRow[] = await from.query(
      `SELECT ${COLUMNS} FROM attachments
       WHERE id = ANY ($1::uuid[]) AND uploaded_by IS NOT DISTINCT FROM $2 AND attached_at IS NULL AND ${THERE}
       ORDER BY array_position($1::uuid[], id)`,
      [ids, uploadedBy],
    );
    return rows.map(toAttachment);
  }

  /** Those of these that are there, in this order. */
  async named(ids: readonly string[]): Promise<Attachment[]> {
    const rows: AttachmentRow[] = await this.dataSource.query(
      `SELECT ${COLUMNS} FROM attachments WHERE id = ANY ($1::uuid[]) AND ${THERE} ORDER BY array_position($1::uuid[], id)`,
      [ids],
    );
    return rows.map(toAttachment);
  }

  /** Gives waiting ones to what is no message; how many of them there were. */
  async give(transaction: Transaction, ids: readonly string[], uploadedBy: number): Promise<number> {
    const [, count] = await transaction.query<[unknown, number]>(
      `UPDATE attachments SET attached_at = now()
       WHERE id = ANY ($1::uuid[]) AND uploaded_by = $2 AND attached_at IS NULL AND ${THERE}`,
      [ids, uploadedBy],
    );
    return count;
  }

  /** Gives waiting ones to a message, in this order; how many of them there were. */
  async attach(
    transaction: Transaction,
    ids: readonly string[],
    { ticketId, number }: MessagePlace,
    uploadedBy: number | null,
  ): Promise<number> {
    const [, count] = await transaction.query<[unknown, number]>(
      `UPDATE attachments SET ticket_id = $2, message_number = $3, attached_at = now(), position = array_position($1::uuid[], id)
       WHERE id = ANY ($1::uuid[]) AND uploaded_by IS NOT DISTINCT FROM $4 AND attached_at IS NULL AND ${THERE}`,
      [ids, ticketId, number, uploadedBy],
    );
    return count;
  }

  /** Those of the messages of a ticket from one number to another, by these numbers, in the order in which they were sent. */
  async between(ticketId: number, first: number, last: number): Promise<Map<number, Attachment[]>> {
    const rows: AttachmentRow[] = await this.dataSource.query(
      `SELECT ${COLUMNS} FROM attachments
       WHERE ticket_id = $1 AND message_number BETWEEN $2 AND $3 ORDER BY message_number, position`,
      [ticketId, first, last],
    );
    const grouped = Map.groupBy(rows, ({ message_number: number }) => number);
    return new Map([...grouped].map(([number, ofMessage]) => [Number(number), ofMessage.map(toAttachment)]));
  }

  /** Has those of a message wait for another one; their ids, in the order in which they were sent. */
  async release(transaction: Transaction, { ticketId, number }: MessagePlace): Promise<string[]> {
    const [rows] = await transaction.query<[{ id: string; position: number }[], number]>(
      `UPDATE attachments SET ticket_id = NULL, message_number = NULL, attached_at = NULL
       WHERE ticket_id = $1 AND message_number = $2 RETURNING id, position`,
      [ticketId, number],
    );
    return rows.sort((one, other) => one.position - other.position).map(({ id }) => id);
  }

  /** Takes them from a message, so that they go for good. */
  async detach(transaction: Transaction, { ticketId, number }: MessagePlace): Promise<void> {
    await transaction.query('UPDATE attachments SET ticket_id = NULL WHERE ticket_id = $1 AND message_number = $2', [
      ...[ticketId, number],
    ]);
  }

  /** What the files of messages are called. */
  async namesOf(
    transaction: Transaction,
    { ticketId, numbers }: { readonly ticketId: number; readonly numbers: readonly number[] },
  ): Promise<string[]> {
    const rows: { name: string }[] = await transaction.query(
      'SELECT name FROM attachments WHERE ticket_id = $1 AND message_number = ANY ($2::int[])',
      [ticketId, numbers],
    );
    return rows.map(({ name }) => name);
  }

  /** Takes those of some messages away for good, and their names and small pictures at once. */
  async disown(
    transaction: Transaction,
    { ticketId, numbers }: { readonly ticketId: number; readonly numbers: readonly number[] },
  ): Promise<void> {
    await transaction.query(
      `UPDATE attachments SET ticket_id = NULL, name = 'removed', thumbnail = NULL
       WHERE ticket_id = $1 AND message_number = ANY ($2::int[])`,
      [ticketId, numbers],
    );
  }

  /** Those that no message has and none will have any more, by their ids, from one on. */
  async orphans(after: string, limit: number): Promise<string[]> {
    const rows: { id: string }[] = await this.dataSource.query(
      `SELECT id FROM attachments
       WHERE ticket_id IS NULL AND id > $1
         AND (removing_at IS NOT NULL OR attached_at IS NOT NULL OR created_at < now() - ${PATIENCE})
       ORDER BY id LIMIT $2`,
      [after, limit],
    );
    return rows.map(({ id }) => id);
  }

  /** Marks one that no message has as about to go, and tells where its content is; null when there is no such one. */
  async claim(id: string): Promise<StorageKind | null> {
    return this.mark('UPDATE attachments SET removing_at = now() WHERE id = $1 AND ticket_id IS NULL', [id]);
  }

  /** The same of one that somebody uploaded and has not sent. */
  async claimWaiting(id: string, uploadedBy: number): Promise<StorageKind | null> {
    return this.mark(
      `UPDATE attachments SET removing_at = now()
       WHERE id = $1 AND uploaded_by = $2 AND attached_at IS NULL AND ${THERE}`,
      [id, uploadedBy],
    );
  }

  async delete(id: string): Promise<void> {
    await this.dataSource.query('DELETE FROM attachments WHERE id = $1 AND removing_at IS NOT NULL', [id]);
  }

  /** The small picture of an attachment: empty when none can be made, null while nobody has tried. */
  async thumbnail(id: string): Promise<Buffer | null> {
    const rows: { thumbnail: Buffer | null }[] = await this.dataSource.query(
      'SELECT thumbnail FROM attachments WHERE id = $1',
      [id],
    );
    return rows[0]?.thumbnail ?? null;
  }

  async keepThumbnail(id: string, thumbnail: Buffer): Promise<void> {
    await this.dataSource.query('UPDATE attachments SET thumbnail = $2 WHERE id = $1', [id, thumbnail]);
  }

  private async mark(statement: string, parameters: unknown[]): Promise<StorageKind | null> {
    const [rows] = await this.dataSource.query<[{ storage: StorageKind }[], number]>(
      `${statement} RETURNING storage`,
      parameters,
    );
    return rows[0]?.storage ?? null;
  }
}

function toAttachment({ id, name, type, size }: AttachmentRow): Attachment {
  return { id, name, type, size: Number(size) };
}

function toStored(row: AttachmentRow): StoredAttachment {
  return {
    ...toAttachment(row),
    sha256: row.sha256,
    storage: row.storage,
    uploadedBy: row.uploaded_by === null ? null : Number(row.uploaded_by),
    ticketId: row.ticket_id === null ? null : Number(row.ticket_id),
    number: row.message_number,
    attached: row.attached,
  };
}
