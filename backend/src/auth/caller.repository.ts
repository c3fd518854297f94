import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { USER_COLUMNS, type UserRow, toUser } from '../users/user-row.ts';
import type { User } from '../users/user.ts';
import { TOKEN_IS_GOOD, sessionIsGood } from './credential-validity.sql.ts';
import type { Scope } from './domain/scope.ts';

export interface KnownSession {
  readonly sessionId: string;
  readonly user: User;
  /** Whether it is time to note that it was used. */
  readonly stale: boolean;
}

export interface KnownToken {
  readonly tokenId: string;
  readonly user: User;
  readonly scopes: readonly Scope[];
  readonly stale: boolean;
}

interface SessionOfUserRow extends UserRow {
  readonly session_id: string;
  readonly stale: boolean;
}

interface TokenOfUserRow extends UserRow {
  readonly token_id: string;
  readonly scopes: Scope[];
  readonly stale: boolean;
}

/**
 * Finds who is calling, in one statement for each request. That is why it reads `users` as well, of which it takes the
 * columns that the users room names.
 */
@Injectable()
export class CallerRepository {
  constructor(private readonly dataSource: DataSource) {}

  /** The live session with this secret, of a person who may still sign in. */
  async findSession(tokenHash: string, idleMinutes: number, noteSeconds: number): Promise<KnownSession | null> {
    const [row]: SessionOfUserRow[] = await this.dataSource.query(
      `SELECT ${USER_COLUMNS}, s.id AS session_id, s.last_seen_at <= now() - make_interval(secs => $3) AS stale
       FROM sessions s JOIN users u ON u.id = s.user_id
       WHERE s.token_hash = $1 AND ${sessionIsGood('$2')} AND u.active`,
      [tokenHash, idleMinutes, noteSeconds],
    );
    return row ? { sessionId: row.session_id, user: toUser(row), stale: row.stale } : null;
  }

  /** The usable API token with this secret, of a person who may still sign in. */
  async findToken(tokenHash: string, noteSeconds: number): Promise<KnownToken | null> {
    const [row]: TokenOfUserRow[] = await this.dataSource.query(
      `SELECT ${USER_COLUMNS}, t.id AS token_id, t.scopes,
         t.last_used_at IS NULL OR t.last_used_at <= now() - make_interval(secs => $2) AS stale
       FROM api_tokens t JOIN users u ON u.id = t.user_id
       WHERE t.token_hash = $1 AND ${TOKEN_IS_GOOD} AND u.active`,
      [tokenHash, noteSeconds],
    );
    return row ? { tokenId: row.token_id, user: toUser(row), scopes: row.scopes, stale: row.stale } : null;
  }

  async noteSessionUse(id: string): Promise<void> {
    await this.dataSource.query('UPDATE sessions SET last_seen_at = now() WHERE id = $1', [id]);
  }

  async noteTokenUse(id: string): Promise<void> {
    await this.dataSource.query('UPDATE api_tokens SET last_used_at = now() WHERE id = $1', [id]);
  }
}
