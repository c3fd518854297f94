import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Transaction } from '../database/unit-of-work.ts';
import { sessionIsGood } from './credential-validity.sql.ts';
import type { Origin, Session } from './domain/session.ts';
import { SESSION_COLUMNS, type SessionRow, toSession } from './session-row.ts';

interface NewSession extends Origin {
  readonly userId: number;
  readonly tokenHash: string;
  readonly maxMinutes: number;
}

const ALIVE = sessionIsGood('$1');

@Injectable()
export class SessionRepository {
  constructor(private readonly dataSource: DataSource) {}

  async insert(transaction: Transaction, session: NewSession): Promise<Session> {
    const rows: SessionRow[] = await transaction.query(
      `INSERT INTO sessions AS s (user_id, token_hash, expires_at, address, user_agent)
       VALUES ($1, $2, now() + make_interval(mins => $3), $4, $5) RETURNING ${SESSION_COLUMNS}`,
      [session.userId, session.tokenHash, session.maxMinutes, session.address, session.userAgent],
    );
    if (!rows[0]) throw new Error('The database returned no session');
    return toSession(rows[0]);
  }

  async findAlive(userId: number, idleMinutes: number): Promise<Session[]> {
    const rows: SessionRow[] = await this.dataSource.query(
      `SELECT ${SESSION_COLUMNS} FROM sessions s WHERE ${ALIVE} AND s.user_id = $2 ORDER BY s.created_at DESC, s.id DESC`,
      [idleMinutes, userId],
    );
    return rows.map(toSession);
  }

  /** How many live sessions each of these people has; those without any are missing. */
  async countAlive(userIds: readonly number[], idleMinutes: number): Promise<Map<number, number>> {
    const rows: { user_id: string; count: number }[] = await this.dataSource.query(
      `SELECT s.user_id, count(*)::int AS count FROM sessions s WHERE ${ALIVE} AND s.user_id = ANY($2) GROUP BY s.user_id`,
      [idleMinutes, userIds],
    );
    return new Map(rows.map(({ user_id, count }) => [Number(user_id), count]));
  }

  /** Ends one session of a person. @returns whether there was one. */
  async delete(transaction: Transaction, userId: number, id: string): Promise<boolean> {
    const [, count]: [unknown[], number] = await transaction.query(
      'DELETE FROM sessions WHERE id = $1 AND user_id = $2',
      [id, userId],
    );
    return count > 0;
  }

  /** @returns whose it was; null when there was none. */
  async deleteByToken(transaction: Transaction, tokenHash: string): Promise<number | null> {
    const [[row]]: [{ user_id: string }[], number] = await transaction.query(
      'DELETE FROM sessions WHERE token_hash = $1 RETURNING user_id',
      [tokenHash],
    );
    return row ? Number(row.user_id) : null;
  }

  /** @returns how many there were. */
  async deleteAllOf(transaction: Transaction, userId: number): Promise<number> {
    const [, count]: [unknown[], number] = await transaction.query('DELETE FROM sessions WHERE user_id = $1', [userId]);
    return count;
  }

  /** Clears away what nobody can use any more; rows that another transaction clears away are left to it. */
  async deleteDead(transaction: Transaction, idleMinutes: number): Promise<void> {
    await transaction.query(
      `DELETE FROM sessions WHERE id IN
         (SELECT s.id FROM sessions s WHERE NOT (${ALIVE}) LIMIT 1000 FOR UPDATE SKIP LOCKED)`,
      [idleMinutes],
    );
  }
}
