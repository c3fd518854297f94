import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Transaction } from '../database/unit-of-work.ts';
import { API_TOKEN_COLUMNS, type ApiTokenRow, toApiToken } from './api-token-row.ts';
import { readTokenCursor, tokenCursor } from './api-token-cursor.ts';
import { TOKEN_IS_GOOD } from './credential-validity.sql.ts';
import type { ApiToken, ApiTokenPage, ApiTokenPageRequest, NewApiToken } from './domain/api-token.ts';

@Injectable()
export class ApiTokenRepository {
  constructor(private readonly dataSource: DataSource) {}

  async insert(transaction: Transaction, userId: number, token: NewApiToken, tokenHash: string): Promise<ApiToken> {
    const rows: ApiTokenRow[] = await transaction.query(
      `INSERT INTO api_tokens AS t (user_id, name, scopes, token_hash, expires_at)
       VALUES ($1, $2, $3, $4, now() + make_interval(days => $5)) RETURNING ${API_TOKEN_COLUMNS}`,
      [userId, token.name, token.scopes, tokenHash, token.expiresInDays],
    );
    if (!rows[0]) throw new Error('The database returned no API token');
    return toApiToken(rows[0]);
  }

  /** Those of a person that were not revoked, newest first. */
  async findOf(userId: number): Promise<ApiToken[]> {
    const rows: ApiTokenRow[] = await this.dataSource.query(
      `SELECT ${API_TOKEN_COLUMNS} FROM api_tokens t WHERE t.user_id = $1 AND t.revoked_at IS NULL
       ORDER BY t.created_at DESC, t.id DESC`,
      [userId],
    );
    return rows.map(toApiToken);
  }

  /** Those that were not revoked, newest first; ids are in the order of creation. */
  async findPage({ user, limit, cursor }: ApiTokenPageRequest): Promise<ApiTokenPage> {
    const after = cursor === undefined ? null : readTokenCursor(cursor);
    const rows: ApiTokenRow[] = await this.dataSource.query(
      `SELECT ${API_TOKEN_COLUMNS} FROM api_tokens t
       WHERE t.revoked_at IS NULL AND ($1::bigint IS NULL OR t.user_id = $1) AND ($2::uuid IS NULL OR t.id < $2)
       ORDER BY t.id DESC LIMIT $3`,
      [user ?? null, after, limit + 1],
    );
    const [counted]: { count: number }[] = await this.dataSource.query(
      `SELECT count(*)::int AS count FROM api_tokens t WHERE t.revoked_at IS NULL AND ($1::bigint IS NULL OR t.user_id = $1)`,
      [user ?? null],
    );
    const tokens = rows.slice(0, limit).map(toApiToken);
    const last = tokens.at(-1);
    return { tokens, count: counted?.count ?? 0, next: last && rows.length > limit ? tokenCursor(last.id) : null };
  }

  /** How many usable tokens each of these people has; those without any are missing. */
  async countUsable(userIds: readonly number[], transaction?: Transaction): Promise<Map<number, number>> {
    const rows: { user_id: string; count: number }[] = await (transaction ?? this.dataSource).query(
      `SELECT t.user_id, count(*)::int AS count FROM api_tokens t
       WHERE t.user_id = ANY($1) AND ${TOKEN_IS_GOOD} GROUP BY t.user_id`,
      [userIds],
    );
    return new Map(rows.map(({ user_id, count }) => [Number(user_id), count]));
  }

  /** Revokes a token, of this person only if one is named. @returns the token, or null when there is none to revoke. */
  async revoke(transaction: Transaction, id: string, userId: number | null): Promise<ApiToken | null> {
    const [rows]: [ApiTokenRow[], number] = await transaction.query(
      `UPDATE api_tokens t SET revoked_at = now()
       WHERE t.id = $1 AND t.revoked_at IS NULL AND ($2::bigint IS NULL OR t.user_id = $2)
       RETURNING ${API_TOKEN_COLUMNS}`,
      [id, userId],
    );
    return rows[0] ? toApiToken(rows[0]) : null;
  }

  /** @returns how many there were. */
  async revokeAllOf(transaction: Transaction, userId: number): Promise<number> {
    const [, count]: [unknown[], number] = await transaction.query(
      'UPDATE api_tokens SET revoked_at = now() WHERE user_id = $1 AND revoked_at IS NULL',
      [userId],
    );
    return count;
  }
}
