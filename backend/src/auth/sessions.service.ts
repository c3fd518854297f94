import { Injectable } from '@nestjs/common';
import { AuditLog } from '../audit/audit-log.service.ts';
import { DomainError } from '../common/problems/domain-error.ts';
import { Settings } from '../config/settings.ts';
import { type Transaction, UnitOfWork } from '../database/unit-of-work.ts';
import type { Caller } from './domain/caller.ts';
import { hashToken, makeOpaqueToken } from './domain/opaque-token.ts';
import type { Origin, Session, StartedSession } from './domain/session.ts';
import { SessionRepository } from './session.repository.ts';

/** The browsers in which people are signed in. */
@Injectable()
export class SessionsService {
  constructor(
    private readonly sessions: SessionRepository,
    private readonly audit: AuditLog,
    private readonly unitOfWork: UnitOfWork,
    private readonly settings: Settings,
  ) {}

  /** Starts a session with a secret of its own, and clears away sessions that are over. */
  async start(transaction: Transaction, userId: number, origin: Origin): Promise<StartedSession> {
    const { idleMinutes, maxMinutes } = this.settings.session;
    await this.sessions.deleteDead(transaction, idleMinutes);
    const token = makeOpaqueToken();
    const { expiresAt } = await this.sessions.insert(transaction, {
      ...{ userId, tokenHash: hashToken(token), maxMinutes },
      ...{ address: origin.address, userAgent: origin.userAgent },
    });
    transaction.tell('sessions_changed', { userId });
    return { token, expiresAt };
  }

  /** The live sessions of a person, newest first. */
  list(userId: number): Promise<Session[]> {
    return this.sessions.findAlive(userId, this.settings.session.idleMinutes);
  }

  /** How many live sessions each of these people has; those without any are missing. */
  countOf(userIds: readonly number[]): Promise<Map<number, number>> {
    return this.sessions.countAlive(userIds, this.settings.session.idleMinutes);
  }

  /**
   * Ends one of the caller's own sessions.
   *
   * @throws DomainError `session_not_found`
   */
  async end(id: string, caller: Caller): Promise<void> {
    await this.unitOfWork.run(async (transaction) => {
      const ended = await this.sessions.delete(transaction, caller.userId, id);
      if (!ended) throw new DomainError('session_not_found', 'You have no such session; it may have ended by itself.');
      await this.audit.record({ kind: 'session_ended', actor: caller, subject: { type: 'session', id } }, transaction);
      transaction.tell('sessions_changed', { userId: caller.userId });
    });
  }

  /** Signs the caller out. */
  async signOut(caller: Caller): Promise<void> {
    await this.unitOfWork.run(async (transaction) => {
      if (caller.sessionId !== null) await this.sessions.delete(transaction, caller.userId, caller.sessionId);
      await this.audit.record({ kind: 'sign_out', actor: caller }, transaction);
      transaction.tell('sessions_changed', { userId: caller.userId });
    });
  }

  /** Ends the session that a browser still carries when somebody signs in there. */
  async endPresented(transaction: Transaction, token: string): Promise<void> {
    const userId = await this.sessions.deleteByToken(transaction, hashToken(token));
    if (userId !== null) transaction.tell('sessions_changed', { userId });
  }

  /** Ends every session of a person. @returns how many there were. */
  endAllOf(transaction: Transaction, userId: number): Promise<number> {
    transaction.tell('sessions_changed', { userId });
    return this.sessions.deleteAllOf(transaction, userId);
  }
}
