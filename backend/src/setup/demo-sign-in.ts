import type { DataSource } from 'typeorm';
import { AuditEventRepository } from '../audit/audit-event.repository.ts';
import { isPasswordOf } from '../auth/password-hasher.ts';
import { SessionRepository } from '../auth/session.repository.ts';
import { SYSTEM } from '../common/author.ts';
import { inTransaction } from '../database/unit-of-work.ts';
import { CredentialsRepository } from '../users/credentials.repository.ts';
import { DEMO_AGENTS } from '../users/domain/first-people.ts';
import { type UserCredentials, hasExpired } from '../users/user-credentials.ts';

/**
 * Makes the passwords of the demo agents, which everybody can look up, work or not, as the setting says at this start;
 * `allowed` is false on every desk that others can reach. They then sign in with a one-time password that an admin gives
 * them. Agents with a password of their own are left alone.
 */
export async function applyDemoSignIn(dataSource: DataSource, allowed: boolean): Promise<void> {
  for (const agent of DEMO_AGENTS) {
    const credentials = await new CredentialsRepository(dataSource).findByUsername(agent.username);
    if (
      !credentials ||
      works(credentials) === allowed ||
      !(await isPasswordOf(credentials.passwordHash, agent.knownPassword))
    )
      continue;
    await change(dataSource, credentials, allowed);
  }
}

/** The terms on which a known password is kept. */
export function demoPasswordTerms(allowed: boolean): { readonly mustChange: boolean; readonly expiresAt: Date | null } {
  return { mustChange: !allowed, expiresAt: allowed ? null : new Date() };
}

/** Whether somebody who knows the password gets in, be it only to choose another. */
function works(credentials: UserCredentials): boolean {
  const { user, passwordExpiresAt } = credentials;
  return passwordExpiresAt === null ? !user.mustChangePassword : !hasExpired(credentials);
}

async function change(dataSource: DataSource, credentials: UserCredentials, allowed: boolean): Promise<void> {
  const { user, passwordHash: hash } = credentials;
  await inTransaction(dataSource, async (transaction) => {
    const terms = { hash, ...demoPasswordTerms(allowed) };
    await new CredentialsRepository(dataSource).replacePassword(transaction, credentials, terms);
    // Whoever came in with it while it worked could choose another and stay.
    if (!allowed) await new SessionRepository(dataSource).deleteAllOf(transaction, user.id);
    const subject = { type: 'user', id: user.id, label: user.username } as const;
    const details = { changes: { demo_sign_in: { from: !allowed, to: allowed } } };
    const events = new AuditEventRepository(dataSource);
    await events.insert({ kind: 'user_changed', actor: SYSTEM, subject, details }, transaction);
  });
}
