import { Injectable } from '@nestjs/common';
import { AuditLog } from '../audit/audit-log.service.ts';
import type { Author } from '../common/author.ts';
import { DomainError, ValidationFailed } from '../common/problems/domain-error.ts';
import { type Transaction, UnitOfWork } from '../database/unit-of-work.ts';
import { UsersService } from '../users/users.service.ts';
import { ApiTokenRepository } from './api-token.repository.ts';
import { makeApiTokenSecret } from './domain/api-token-secret.ts';
import type { ApiToken, ApiTokenPage, ApiTokenPageRequest, NewApiToken } from './domain/api-token.ts';
import type { Caller } from './domain/caller.ts';
import { hashToken } from './domain/opaque-token.ts';

/** How many usable API tokens one person may have. */
export const API_TOKENS_MAX = 20;

/** The API tokens with which programs work in people's names. */
@Injectable()
export class ApiTokensService {
  constructor(
    private readonly tokens: ApiTokenRepository,
    private readonly users: UsersService,
    private readonly audit: AuditLog,
    private readonly unitOfWork: UnitOfWork,
  ) {}

  /** The caller's tokens that were not revoked, expired ones too, newest first. */
  listOf(userId: number): Promise<ApiToken[]> {
    return this.tokens.findOf(userId);
  }

  /**
   * Makes a token for the caller. The secret is given back here and kept nowhere.
   *
   * @throws ValidationFailed for the scope `admin` when the caller is no admin, or for one token too many.
   */
  async create(wanted: NewApiToken, caller: Caller): Promise<{ token: ApiToken; secret: string }> {
    const secret = makeApiTokenSecret();
    const token = await this.unitOfWork.run(async (transaction) => {
      await this.requireAllowed(transaction, wanted, caller);
      const created = await this.tokens.insert(transaction, caller.userId, wanted, hashToken(secret));
      const details = { scopes: created.scopes, expires_at: created.expiresAt.toISOString() };
      await this.audit.record(
        { kind: 'token_created', actor: caller, subject: subjectOf(created), details },
        transaction,
      );
      transaction.tell('tokens_changed', { userId: caller.userId });
      return created;
    });
    return { token, secret };
  }

  /** Revokes one of the caller's own tokens. @throws DomainError `token_not_found` */
  async revokeOwn(id: string, caller: Caller): Promise<void> {
    await this.revokeOne(id, caller.userId, caller);
  }

  /** For admins: everybody's tokens that were not revoked, newest first. */
  page(request: ApiTokenPageRequest): Promise<ApiTokenPage> {
    return this.tokens.findPage(request);
  }

  /** For admins: revokes anybody's token. @throws DomainError `token_not_found` */
  async revokeAny(id: string, actor: Author): Promise<void> {
    await this.revokeOne(id, null, actor);
  }

  /** Revokes every token of a person. @returns how many there were. */
  revokeAllOf(transaction: Transaction, userId: number): Promise<number> {
    transaction.tell('tokens_changed', { userId });
    return this.tokens.revokeAllOf(transaction, userId);
  }

  /** How many usable tokens each of these people has; those without any are missing. */
  countOf(userIds: readonly number[]): Promise<Map<number, number>> {
    return this.tokens.countUsable(userIds);
  }

  private async revokeOne(id: string, userId: number | null, actor: Author): Promise<void> {
    await this.unitOfWork.run(async (transaction) => {
      const token = await this.tokens.revoke(transaction, id, userId);
      if (!token) throw new DomainError('token_not_found', 'There is no such API token; it may have been revoked.');
      const details = { owner: token.userId };
      await this.audit.record({ kind: 'token_revoked', actor, subject: subjectOf(token), details }, transaction);
      transaction.tell('tokens_changed', { userId: token.userId });
    });
  }

  /** Holds the person, so that nobody deactivates or demotes them, or makes another token, at the same moment. */
  private async requireAllowed(transaction: Transaction, { scopes }: NewApiToken, caller: Caller): Promise<void> {
    const owner = await this.users.hold(transaction, caller.userId);
    if (!owner?.active) throw new DomainError('unauthenticated', 'Your account may not sign in any more.');
    if (scopes.includes('admin') && owner.role !== 'admin') {
      const message = 'Only admins may give a token the scope admin.';
      throw new ValidationFailed([{ field: 'scopes', code: 'scope_not_allowed', message }]);
    }
    const usable = (await this.tokens.countUsable([owner.id], transaction)).get(owner.id) ?? 0;
    if (usable >= API_TOKENS_MAX) {
      const message = `You have ${String(API_TOKENS_MAX)} API tokens already. Revoke one first.`;
      throw new ValidationFailed([{ field: 'body', code: 'too_many_tokens', message }]);
    }
  }
}

function subjectOf({ id, name }: ApiToken): { type: 'token'; id: string; label: string } {
  return { type: 'token', id, label: name };
}
