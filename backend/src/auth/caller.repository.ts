import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Settings } from '../config/settings.ts';
import { anyOf } from '../database/any-of.ts';
import { together } from '../database/together.ts';
import { USER_COLUMNS, type UserRow, toUser } from '../users/user-row.ts';
import type { Role, User } from '../users/user.ts';
import { TOKEN_IS_GOOD, sessionIsGood } from './credential-validity.sql.ts';
import type { Scope } from './domain/scope.ts';

/** How often it is noted that something was used: noting it each time would turn every read into a write. */
const NOTE_SECONDS_MAX = 60;

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
  readonly token_hash: string;
  readonly session_id: string;
  readonly stale: boolean;
}

interface TokenOfUserRow extends UserRow {
  readonly token_hash: string;
  readonly token_id: string;
  readonly scopes: Scope[];
  readonly stale: boolean;
}

type Look<Known> = (tokenHash: string) => Promise<Known | null>;

/**
 * Finds who is calling. Those who ask while others are looked up are looked up together, in one statement that begins after
 * the last of them has come (see `together`): nobody gets in by what was true before. It reads `users` as well, of which it
 * takes the columns that the users room names.
 */
@Injectable()
export class CallerRepository {
  private readonly idleMinutes: number;
  private readonly noteSeconds: number;

  /** The live session with this secret, of a person who may still sign in. */
  readonly findSession: Look<KnownSession> = together((hashes) => this.sessions(hashes));

  /** The usable API token with this secret, of a person who may still sign in. */
  readonly findToken: Look<KnownToken> = together((hashes) => this.tokens(hashes));

  constructor(
    private readonly dataSource: DataSource,
    { session }: Settings,
  ) {
    this.idleMinutes = session.idleMinutes;
    // Well within the time after which an unused session ends.
    this.noteSeconds = Math.min(NOTE_SECONDS_MAX, session.idleMinutes * 6);
  }

  async noteSessionUse(id: string): Promise<void> {
    await this.dataSource.query('UPDATE sessions SET last_seen_at = now() WHERE id = $1', [id]);
  }

  async noteTokenUse(id: string): Promise<void> {
    await this.dataSource.query('UPDATE api_tokens SET last_used_at = now() WHERE id = $1', [id]);
  }

  /** Of these sessions and tokens, those that still open the desk to people who need no new password, with their role. */
  async roles(sessionIds: readonly string[], tokenIds: readonly string[]): Promise<ReadonlyMap<string, Role>> {
    const rows: { id: string; role: Role }[] = await this.dataSource.query(
      `SELECT s.id, u.role FROM sessions s JOIN users u ON u.id = s.user_id
       WHERE s.id = ${anyOf('$1', 'uuid')} AND ${sessionIsGood('$3')} AND u.active AND NOT u.must_change_password
       UNION ALL
       SELECT t.id, u.role FROM api_tokens t JOIN users u ON u.id = t.user_id
       WHERE t.id = ${anyOf('$2', 'uuid')} AND ${TOKEN_IS_GOOD} AND u.active AND NOT u.must_change_password`,
      [sessionIds, tokenIds, this.idleMinutes],
    );
    return new Map(rows.map(({ id, role }) => [id, role]));
  }

  private async sessions(hashes: readonly string[]): Promise<readonly (KnownSession | null)[]> {
    const rows: SessionOfUserRow[] = await this.dataSource.query(
      `SELECT ${USER_COLUMNS}, s.token_hash, s.id AS session_id,
         s.last_seen_at <= now() - make_interval(secs => $3) AS stale
       FROM sessions s JOIN users u ON u.id = s.user_id
       WHERE s.token_hash = ${anyOf('$1', 'text')} AND ${sessionIsGood('$2')} AND u.active`,
      [hashes, this.idleMinutes, this.noteSeconds],
    );
    const found = new Map(
      rows.map((row) => [row.token_hash, { sessionId: row.session_id, user: toUser(row), stale: row.stale }]),
    );
    return hashes.map((hash) => found.get(hash) ?? null);
  }

  private async tokens(hashes: readonly string[]): Promise<readonly (KnownToken | null)[]> {
    const rows: TokenOfUserRow[] = await this.dataSource.query(
      `SELECT ${USER_COLUMNS}, t.token_hash, t.id AS token_id, t.scopes,
         t.last_used_at IS NULL OR t.last_used_at <= now() - make_interval(secs => $2) AS stale
       FROM api_tokens t JOIN users u ON u.id = t.user_id
       WHERE t.token_hash = ${anyOf('$1', 'text')} AND ${TOKEN_IS_GOOD} AND u.active`,
      [hashes, this.noteSeconds],
    );
    const found = new Map(
      rows.map((row) => [
        row.token_hash,
        { tokenId: row.token_id, user: toUser(row), scopes: row.scopes, stale: row.stale },
      ]),
    );
    return hashes.map((hash) => found.get(hash) ?? null);
  }
}
