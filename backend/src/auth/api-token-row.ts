import type { ApiToken } from './domain/api-token.ts';
import type { Scope } from './domain/scope.ts';

export const API_TOKEN_COLUMNS = `t.id, t.user_id, t.name, t.scopes, t.created_at, t.expires_at, t.last_used_at,
  t.expires_at <= now() AS expired`;

export interface ApiTokenRow {
  readonly id: string;
  readonly user_id: string;
  readonly name: string;
  readonly scopes: Scope[];
  readonly created_at: Date;
  readonly expires_at: Date;
  readonly last_used_at: Date | null;
  readonly expired: boolean;
}

export function toApiToken(row: ApiTokenRow): ApiToken {
  return {
    id: row.id,
    userId: Number(row.user_id),
    name: row.name,
    scopes: row.scopes,
    createdAt: row.created_at,
    expiresAt: row.expires_at,
    lastUsedAt: row.last_used_at,
    expired: row.expired,
  };
}
