import type { DataSource } from 'typeorm';
import { AuditEventRepository } from '../audit/audit-event.repository.ts';
import { makeOneTimePassword, oneTimePasswordEnd } from '../auth/domain/one-time-password.ts';
import { hashPassword } from '../auth/password-hasher.ts';
import { SessionRepository } from '../auth/session.repository.ts';
import { SYSTEM } from '../common/author.ts';
import { inTransaction } from '../database/unit-of-work.ts';
import { UserRepository } from '../users/user.repository.ts';
import { AccountRepository } from '../accounts/account.repository.ts';

/** Why nobody got a password; the message is fit for a terminal. */
export class NobodyToHelp extends Error {}

/**
 * Gives somebody a one-time password and ends their sessions, for the day when no admin can sign in any more. The audit
 * log tells that the desk itself did it. Resolves to the password, which is kept nowhere.
 *
 * @throws NobodyToHelp when no person who may sign in has this username.
 */
export async function resetPassword(dataSource: DataSource, username: string): Promise<string> {
  const active = (await new UserRepository(dataSource).findAll()).filter((one) => one.active);
  const person = active.find((one) => one.username.toLowerCase() === username.toLowerCase());
  if (!person) throw new NobodyToHelp(`Name one of ${active.map((one) => one.username).join(', ')}.`);
  const oneTimePassword = makeOneTimePassword();
  const password = { hash: await hashPassword(oneTimePassword), mustChange: true, expiresAt: oneTimePasswordEnd() };
  await inTransaction(dataSource, async (transaction) => {
    await new AccountRepository(dataSource).setPassword(transaction, person.id, password);
    const ended = await new SessionRepository(dataSource).deleteAllOf(transaction, person.id);
    const subject = { type: 'user', id: String(person.id), label: person.username } as const;
    const details = { sessions_ended: ended };
    await new AuditEventRepository(dataSource).insert(
      { kind: 'password_reset', actor: SYSTEM, subject, details },
      transaction,
    );
  });
  return oneTimePassword;
}
