import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Activity, TicketPresence } from './domain/presence.ts';

/** Whoever has not said so again within this time is not there any more: a tab dies without a word. */
export const PRESENT_SECONDS = 25;
/** A person has so many places; of more, those that were silent for the longest give way. */
export const PLACES_MAX = 20;

/** Where somebody is, and what they do there. */
export interface Place {
  readonly userId: number;
  readonly sessionId: string | null;
  /** Names the place among those of the person: a tab of a browser. */
  readonly place: string;
  readonly ticketId: number;
  readonly activity: Activity;
}

interface PresenceRow {
  readonly ticket_id: string;
  readonly people: TicketPresence['people'];
}

/** A person at several places is one; of `presence AS p`, with whom they are. */
const PEOPLE = `jsonb_agg(jsonb_build_object('id', id, 'name', name, 'activity', activity) ORDER BY name, id) AS people
  FROM (
    SELECT p.ticket_id, u.id, u.display_name AS name,
      CASE WHEN bool_or(p.activity = 'changing') THEN 'changing' WHEN bool_or(p.activity = 'writing') THEN 'writing'
        ELSE 'looking' END AS activity
    FROM presence AS p JOIN users AS u ON u.id = p.user_id
    JOIN tickets AS t ON t.id = p.ticket_id AND t.deleted_at IS NULL
    WHERE p.expires_at > now() AND u.active`;

/** Who has which ticket open, for all processes; time is the database's. It reads `users` and `tickets` as well. */
@Injectable()
export class PresenceRepository {
  constructor(private readonly dataSource: DataSource) {}

  /**
   * Notes where somebody is, until they are silent for too long.
   *
   * @returns whether others are told something new by it; null when there is no such ticket.
   */
  async note({ userId, sessionId, place, ticketId, activity }: Place): Promise<boolean | null> {
    const [row]: { is_news: boolean }[] = await this.dataSource.query(
      `WITH given_up AS (
         DELETE FROM presence WHERE user_id = $1 AND place IN (
           SELECT place FROM presence WHERE user_id = $1 AND place <> $2 ORDER BY expires_at DESC OFFSET ${String(PLACES_MAX - 1)}
         )
       )
       INSERT INTO presence AS p (user_id, place, session_id, ticket_id, activity, expires_at)
       SELECT $1::bigint, $2::uuid, $3::uuid, t.id, $5::text, now() + interval '${String(PRESENT_SECONDS)} seconds'
       FROM tickets AS t WHERE t.id = $4 AND t.deleted_at IS NULL
       ON CONFLICT (user_id, place) DO UPDATE SET session_id = excluded.session_id, ticket_id = excluded.ticket_id,
         activity = excluded.activity, expires_at = excluded.expires_at
       RETURNING (old.ticket_id, old.activity, old.expires_at > now())
         IS DISTINCT FROM (new.ticket_id, new.activity, true) AS is_news`,
      [userId, place, sessionId, ticketId, activity],
    );
    return row?.is_news ?? null;
  }

  /** @returns whether somebody was there. */
  async forget(userId: number, place: string): Promise<boolean> {
    const [, count]: [unknown[], number] = await this.dataSource.query(
      'DELETE FROM presence WHERE user_id = $1 AND place = $2',
      [userId, place],
    );
    return count > 0;
  }

  /** Who has this ticket open. */
  async at(ticketId: number): Promise<TicketPresence['people']> {
    const [row]: Pick<PresenceRow, 'people'>[] = await this.dataSource.query(
      `SELECT ${PEOPLE} AND p.ticket_id = $1 GROUP BY p.ticket_id, u.id) AS present HAVING count(*) > 0`,
      [ticketId],
    );
    return row?.people ?? [];
  }

  /** Everybody who is present, ticket by ticket. */
  async all(): Promise<TicketPresence[]> {
    const rows: PresenceRow[] = await this.dataSource.query(
      `SELECT ticket_id, ${PEOPLE} GROUP BY p.ticket_id, u.id) AS present GROUP BY ticket_id ORDER BY ticket_id`,
    );
    return rows.map(({ ticket_id, people }) => ({ ticket_id: Number(ticket_id), people }));
  }

  /** Takes away what is over; two processes do not wait for each other. */
  async tidy(): Promise<void> {
    await this.dataSource.query(
      `DELETE FROM presence WHERE (user_id, place) IN (
         SELECT user_id, place FROM presence WHERE expires_at <= now() FOR UPDATE SKIP LOCKED
       )`,
    );
  }
}
