import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { KeysetPosition } from '../common/http/keyset-cursor.ts';
import type { Transaction } from '../database/unit-of-work.ts';
import {
  type Notification,
  type NotificationAuthor,
  type NotificationKind,
  type ReadOnes,
  UNREAD_MAX,
} from './domain/notification.ts';

/** So many characters of a note or an answer are told. */
const EXCERPT = 300;
/** How long is kept what was read, and what was not. */
const KEPT = { read: '90 days', unread: '1 year' };
const PURGE_SIZE = 1_000;

interface NotificationRow {
  readonly id: string;
  readonly kind: NotificationKind;
  readonly ticket_id: string;
  readonly title: string;
  readonly number: number;
  readonly tickets: number;
  readonly actor_id: string | null;
  readonly actor_name: string | null;
  readonly excerpt: string | null;
  readonly created_at: Date;
  readonly read_at: Date | null;
}

/** Of tickets that are deleted nothing is told until they are restored. */
const TOLD = 'notifications AS n JOIN tickets AS t ON t.id = n.ticket_id AND t.deleted_at IS NULL';

/** Reads and writes what people are told. It reads the history, messages and contacts as well. */
@Injectable()
export class NotificationRepository {
  constructor(private readonly dataSource: DataSource) {}

  /** What a person is told, newest first. */
  async page(
    userId: number,
    { unread, after, limit }: { unread: boolean; after: KeysetPosition | null; limit: number },
  ): Promise<Notification[]> {
    const rows: NotificationRow[] = await this.dataSource.query(
      `SELECT n.id, n.kind, n.ticket_id, t.title, n.number, n.tickets, e.actor_id, coalesce(u.display_name, c.name) AS actor_name,
         left(words_of_pictures(m.text), ${String(EXCERPT)}) AS excerpt, n.created_at, n.read_at
       FROM ${TOLD}
       LEFT JOIN ticket_events AS e ON e.ticket_id = n.ticket_id AND e.version = n.number
       LEFT JOIN users AS u ON u.id = e.actor_id
       LEFT JOIN messages AS m ON m.ticket_id = n.ticket_id AND m.number = n.number AND n.kind <> 'assigned'
       LEFT JOIN contacts AS c ON c.id = m.author_contact
       WHERE n.user_id = $1 ${unread ? 'AND n.read_at IS NULL' : ''}
         ${after ? 'AND (n.created_at, n.id) < ($3::timestamptz, $4::bigint)' : ''}
       ORDER BY n.created_at DESC, n.id DESC LIMIT $2`,
      [userId, limit, ...(after ? [after.createdAt, after.id] : [])],
    );
    return rows.map(toNotification);
  }

  /** How many a person has not read, at most `UNREAD_MAX`. */
  async countUnread(userId: number): Promise<number> {
    const [row]: { count: number }[] = await this.dataSource.query(
      `SELECT count(*)::int AS count FROM (
         SELECT FROM ${TOLD} WHERE n.user_id = $1 AND n.read_at IS NULL LIMIT ${String(UNREAD_MAX)}
       ) AS unread`,
      [userId],
    );
    return row?.count ?? 0;
  }

  /** Notes that a person has read some of what they were told, and gives how many those were. */
  async markRead(transaction: Transaction, userId: number, read: ReadOnes): Promise<number> {
    const [which, value] = 'ids' in read ? ['id = ANY ($2::bigint[])', read.ids] : ['id <= $2', read.until];
    const [, count]: [unknown[], number] = await transaction.query(
      `UPDATE notifications SET read_at = now() WHERE user_id = $1 AND read_at IS NULL AND ${which}`,
      [userId, value],
    );
    return count;
  }

  /** Tells people that a message mentions them. */
  async mention(transaction: Transaction, people: readonly number[], ticketId: number, number: number): Promise<void> {
    await transaction.query(
      `INSERT INTO notifications (user_id, ticket_id, number, kind)
       SELECT user_id, $2::bigint, $3::int, 'mention' FROM unnest($1::bigint[]) AS user_id`,
      [people, ticketId, number],
    );
  }

  /**
   * Tells whose ticket it is, or who wrote the answer where it is nobody's, that an answer did not reach everybody, once; gives whom
   * it told.
   */
  async undelivered(transaction: Transaction, ticketId: number, number: number): Promise<number[]> {
    const rows: { user_id: string }[] = await transaction.query(
      `INSERT INTO notifications (user_id, ticket_id, number, kind)
       SELECT coalesce(t.assignee, e.actor_id), t.id, e.version, 'undelivered'
       FROM tickets AS t JOIN ticket_events AS e ON e.ticket_id = t.id AND e.version = $2
       WHERE t.id = $1 AND coalesce(t.assignee, e.actor_id) IS NOT NULL
       ON CONFLICT ON CONSTRAINT notifications_event_unique DO NOTHING RETURNING user_id`,
      [ticketId, number],
    );
    return rows.map(({ user_id: id }) => Number(id));
  }

  /** Lets go of what was read, or told, long ago. */
  async purge(): Promise<void> {
    let gone: unknown[];
    do {
      [gone] = await this.dataSource.query<[unknown[], number]>(
        `DELETE FROM notifications WHERE id IN (
           SELECT id FROM notifications
           WHERE read_at < now() - interval '${KEPT.read}' OR created_at < now() - interval '${KEPT.unread}'
           LIMIT ${String(PURGE_SIZE)} FOR UPDATE SKIP LOCKED
         ) RETURNING id`,
      );
    } while (gone.length === PURGE_SIZE);
  }
}

function toNotification(row: NotificationRow): Notification {
  return {
    ...{ id: Number(row.id), kind: row.kind, number: row.number, tickets: row.tickets, excerpt: row.excerpt },
    ticket: { id: Number(row.ticket_id), title: row.title },
    by: authorOf(row),
    createdAt: row.created_at,
    isRead: row.read_at !== null,
  };
}

function authorOf({ actor_id: id, actor_name: name }: NotificationRow): NotificationAuthor | null {
  return name === null ? null : { id: id === null ? null : Number(id), name };
}
