import type { DataSource } from 'typeorm';
import { AuditEventRepository } from '../audit/audit-event.repository.ts';
import { hashPassword } from '../auth/password-hasher.ts';
import { badPassword } from '../auth/password-rules.ts';
import { SYSTEM } from '../common/author.ts';
import { InvalidEnvironmentError } from '../config/environment.ts';
import type { FirstPeopleSettings } from '../config/settings.ts';
import { DEMO_AGENTS, FIRST_ADMIN } from '../users/domain/first-people.ts';
import { demoPasswordTerms } from './demo-sign-in.ts';
import { inTransaction } from '../database/unit-of-work.ts';
import type { NewUser } from '../users/managed-user.ts';
import type { NewPassword } from '../users/user-credentials.ts';
import { AccountRepository } from '../accounts/account.repository.ts';

export interface FirstPeople extends FirstPeopleSettings {
  readonly demo: boolean;
}

/**
 * Makes the first admin of a desk that has no people, and the agents of the demo if asked.
 *
 * @throws InvalidEnvironmentError when ADMIN_PASSWORD is not good enough.
 */
export async function seedFirstPeople(dataSource: DataSource, settings: FirstPeople): Promise<void> {
  const [desk]: { empty: boolean }[] = await dataSource.query('SELECT NOT EXISTS (SELECT FROM users) AS empty');
  if (!desk?.empty) return;
  const people: [NewUser, NewPassword][] = [[FIRST_ADMIN, await adminPassword(settings)]];
  if (settings.demo) {
    for (const agent of DEMO_AGENTS) people.push([agent, await demoPassword(agent.knownPassword, settings)]);
  }
  const users = new AccountRepository(dataSource);
  const events = new AuditEventRepository(dataSource);
  await inTransaction(dataSource, async (transaction) => {
    for (const [person, password] of people) {
      const { id, username, displayName, role } = await users.insert(transaction, person, password);
      const subject = { type: 'user', id, label: username } as const;
      const details = { display_name: displayName, role };
      await events.insert({ kind: 'user_created', actor: SYSTEM, subject, details }, transaction);
    }
  });
}

/** The password that everybody knows works once: it has to be changed before anything else. */
async function adminPassword({ adminPassword: chosen }: FirstPeople): Promise<NewPassword> {
  if (chosen === null)
    return { hash: await hashPassword(FIRST_ADMIN.knownPassword), mustChange: true, expiresAt: null };
  const password = chosen.reveal();
  const bad = await badPassword(password, [FIRST_ADMIN.username, FIRST_ADMIN.displayName]);
  if (bad) throw new InvalidEnvironmentError(`Invalid settings: ADMIN_PASSWORD ${bad.words}`);
  return { hash: await hashPassword(password), mustChange: false, expiresAt: null };
}

async function demoPassword(password: string, { demoSignIn }: FirstPeople): Promise<NewPassword> {
  return { hash: await hashPassword(password), ...demoPasswordTerms(demoSignIn) };
}
