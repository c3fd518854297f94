import { Injectable } from '@nestjs/common';
import type { AuditKind } from '../audit/audit-kind.ts';
import { AuditLog } from '../audit/audit-log.service.ts';
import { AccountAccess } from '../auth/account-access.service.ts';
import type { Author } from '../common/author.ts';
import type { ChangeRequest } from '../common/change-request.ts';
import { DomainError } from '../common/problems/domain-error.ts';
import { type Transaction, UnitOfWork } from '../database/unit-of-work.ts';
import { type UserChanges, userChanges } from './domain/user-change.ts';
import type { ManagedUser, NewUser, UserPage, UserPageRequest, UserPatch } from '../users/managed-user.ts';
import { userVersion } from '../users/domain/user-version.ts';
import type { User } from '../users/user.ts';
import { AccountRepository } from './account.repository.ts';
import { UsersService } from '../users/users.service.ts';

type Details = Readonly<Record<string, unknown>>;

/** What else is to be done for somebody who leaves, and who else must stay as they are for it, if anybody. */
export interface Leaving {
  readonly beside: number | null;
  readonly settle: (transaction: Transaction) => Promise<Details>;
}

const NOTHING_ELSE: Leaving = { beside: null, settle: () => Promise.resolve({}) };

/** What admins do with the people of the desk. Everything is kept in the audit log together with the change. */
@Injectable()
export class AccountsService {
  constructor(
    private readonly records: AccountRepository,
    private readonly users: UsersService,
    private readonly access: AccountAccess,
    private readonly audit: AuditLog,
    private readonly unitOfWork: UnitOfWork,
  ) {}

  /** People by username. @throws ValidationFailed for a cursor that is none. */
  async page(request: UserPageRequest): Promise<UserPage<ManagedUser>> {
    const page = await this.records.findPage(request);
    return { ...page, users: await this.withAccess(page.users) };
  }

  /** @throws DomainError `user_not_found` */
  async get(id: number): Promise<ManagedUser> {
    const user = await this.users.find(id);
    if (!user) throw noSuchUser(id);
    return this.managed(user);
  }

  /**
   * Makes a person, who signs in with the one-time password given back and then has to choose their own. It is kept
   * nowhere in readable form.
   *
   * @throws DomainError `username_taken`
   */
  async create(wanted: NewUser, actor: Author): Promise<{ user: ManagedUser; oneTimePassword: string }> {
    const { oneTimePassword, password } = await this.access.makeOneTimePassword();
    const user = await this.unitOfWork.run(async (transaction) => {
      const created = await this.records.insert(transaction, wanted, password);
      transaction.tell('user_created', { id: created.id });
      const details = { display_name: created.displayName, role: created.role };
      await this.record(transaction, 'user_created', actor, created, details);
      return created;
    });
    return { user: await this.managed(user), oneTimePassword };
  }

  /**
   * Changes what is given. Whoever is deactivated is signed out everywhere and loses their API tokens; a new role counts
   * from the next request on. What `leaving` settles is done with the person inactive, in the same transaction, also when
   * they had left before; what it gives stands in the audit log beside the rest.
   *
   * @throws DomainError `user_not_found`, `username_taken`, or `last_admin` when no active admin would be left.
   * @throws DomainError `stale_version` when the person is at none of the accepted versions.
   */
  async change(
    id: number,
    patch: UserPatch,
    { by: actor, accepts }: ChangeRequest,
    leaving: Leaving = NOTHING_ELSE,
  ): Promise<ManagedUser> {
    const user = await this.unitOfWork.run(async (transaction) => {
      const before = await this.hold(transaction, id, leaving.beside);
      if (accepts && !accepts.includes(userVersion(before))) throw staleVersion(before);
      const changes = userChanges(before, patch);
      const changed = Object.keys(changes).length > 0;
      const after = changed ? await this.records.update(transaction, { ...before, ...given(patch) }) : before;
      const left = after.active ? {} : await leaving.settle(transaction);
      if (!changed) return after;
      transaction.tell('user_changed', { id });
      await this.recordChange(transaction, actor, after, { changes, left });
      return after;
    });
    return this.managed(user);
  }

  /**
   * Gives a person a one-time password in place of their own, and signs them out everywhere.
   *
   * @throws DomainError `user_not_found`
   */
  async resetPassword(id: number, actor: Author): Promise<string> {
    const { oneTimePassword, password } = await this.access.makeOneTimePassword();
    await this.unitOfWork.run(async (transaction) => {
      const user = await this.hold(transaction, id);
      await this.records.setPassword(transaction, id, password);
      transaction.tell('user_changed', { id });
      const details = { sessions_ended: await this.access.endSessions(transaction, id) };
      await this.record(transaction, 'password_reset', actor, user, details);
    });
    return oneTimePassword;
  }

  private async recordChange(
    transaction: Transaction,
    actor: Author,
    user: User,
    { changes: { active, ...changes }, left }: { changes: UserChanges; left: Details },
  ): Promise<void> {
    if (Object.keys(changes).length > 0) await this.record(transaction, 'user_changed', actor, user, { changes });
    if (!active) return;
    const [kind, details] = user.active
      ? (['user_reactivated', {}] as const)
      : (['user_deactivated', { ...(await this.access.withdraw(transaction, user.id)), ...left }] as const);
    await this.record(transaction, kind, actor, user, details);
  }

  private async record(
    transaction: Transaction,
    kind: AuditKind,
    actor: Author,
    user: User,
    details: Details,
  ): Promise<void> {
    const subject = { type: 'user', id: user.id, label: user.username } as const;
    await this.audit.record({ kind, actor, subject, details }, transaction);
  }

  private async hold(transaction: Transaction, id: number, beside: number | null = null): Promise<User> {
    const user = await this.users.hold(transaction, id, beside);
    if (!user) throw noSuchUser(id);
    return user;
  }

  private async managed(user: User): Promise<ManagedUser> {
    const [managed] = await this.withAccess([user]);
    return managed ?? { ...user, sessions: 0, tokens: 0 };
  }

  private async withAccess(users: readonly User[]): Promise<ManagedUser[]> {
    const { sessions, tokens } = await this.access.count(users.map(({ id }) => id));
    return users.map((user) => ({
      ...user,
      sessions: sessions.get(user.id) ?? 0,
      tokens: tokens.get(user.id) ?? 0,
    }));
  }
}

function given(patch: UserPatch): UserPatch {
  return Object.fromEntries(Object.entries(patch).filter(([, value]) => value !== undefined));
}

function noSuchUser(id: number): DomainError {
  return new DomainError('user_not_found', `There is no user with the number ${String(id)}.`);
}

/** The person is not what the one who wants to change them has seen. */
function staleVersion({ displayName }: User): DomainError {
  return new DomainError(
    'stale_version',
    `Somebody changed ${displayName} in the meantime. Read them again, then decide.`,
  );
}
