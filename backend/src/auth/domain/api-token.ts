import type { Scope } from './scope.ts';

/** An API token, without its secret. */
export interface ApiToken {
  readonly id: string;
  readonly userId: number;
  readonly name: string;
  readonly scopes: readonly Scope[];
  readonly createdAt: Date;
  readonly expiresAt: Date;
  readonly lastUsedAt: Date | null;
  readonly expired: boolean;
}

/** An API token about to be made. */
export interface NewApiToken {
  readonly name: string;
  readonly scopes: readonly Scope[];
  readonly expiresInDays: number;
}

/** Which API tokens to show: of everybody or of one person. */
export interface ApiTokenPageRequest {
  readonly user?: number;
  readonly limit: number;
  /** The `next` of the page before. */
  readonly cursor?: string;
}

export interface ApiTokenPage {
  readonly tokens: readonly ApiToken[];
  /** How many there are on all pages. */
  readonly count: number;
  /** What to ask the next page with, as `cursor`; null on the last one. */
  readonly next: string | null;
}
