import { Injectable } from '@nestjs/common';
import { AccountsService } from '../../accounts/accounts.service.ts';
import type { Author } from '../../common/author.ts';
import type { ChangeRequest } from '../../common/change-request.ts';
import { ValidationFailed } from '../../common/problems/domain-error.ts';
import type { Transaction } from '../../database/unit-of-work.ts';
import type { BulkRun } from '../../tickets/bulk/domain/bulk-run.ts';
import { HandOver } from '../../tickets/hand-over.service.ts';
import type { ManagedUser, UserPage, UserPageRequest, UserPatch } from '../../users/managed-user.ts';

/** A person as admins see them, with how many unresolved tickets are theirs. */
export interface PersonAtWork extends ManagedUser {
  readonly unresolvedTickets: number;
}

/** What becomes of the unresolved tickets of somebody who leaves: they stay theirs, or they go to somebody else or to nobody. */
export type TicketsLeft = { readonly keep: true } | { readonly to: number | null };

/** The people of the desk as admins see and change them: each with the work that is theirs. */
@Injectable()
export class People {
  constructor(
    private readonly accounts: AccountsService,
    private readonly handOver: HandOver,
  ) {}

  /** People by username. @throws ValidationFailed for a cursor that is none. */
  async page(request: UserPageRequest): Promise<UserPage<PersonAtWork>> {
    const page = await this.accounts.page(request);
    return { ...page, users: await this.atWork(page.users) };
  }

  /** @throws DomainError `user_not_found` */
  async get(id: number): Promise<PersonAtWork> {
    return this.one(await this.accounts.get(id));
  }

  /**
   * Changes what is given. The tickets of a person who is inactive then are handed over in the background, settled in the
   * same transaction; the run that does it, or null when there is nothing to hand over.
   *
   * @throws DomainError `user_not_found`, `username_taken`, or `last_admin` when no active admin would be left.
   * @throws DomainError `stale_version` when the person is at none of the accepted versions.
   * @throws ValidationFailed when the one who shall get the tickets is no active user.
   */
  async change(
    id: number,
    patch: UserPatch,
    ticketsLeft: TicketsLeft,
    request: ChangeRequest,
  ): Promise<{ readonly person: PersonAtWork; readonly run: BulkRun | null }> {
    let run: BulkRun | null = null;
    const to = 'keep' in ticketsLeft ? null : ticketsLeft.to;
    const settle = async (transaction: Transaction) => {
      if ('keep' in ticketsLeft) return {};
      run = await this.start(transaction, { from: id, to }, request.by);
      return run ? { tickets_handed_over: run.total, assignee: to } : {};
    };
    const user = await this.accounts.change(id, patch, request, { beside: to, settle });
    return { person: await this.one(user), run };
  }

  private async start(
    transaction: Transaction,
    way: { readonly from: number; readonly to: number | null },
    actor: Author,
  ): Promise<BulkRun | null> {
    try {
      return await this.handOver.start(transaction, way, actor);
    } catch (error) {
      if (!(error instanceof ValidationFailed)) throw error;
      const field = 'unresolved_tickets.assign_to';
      throw new ValidationFailed(error.errors.map((one) => ({ ...one, field })));
    }
  }

  private async one(user: ManagedUser): Promise<PersonAtWork> {
    const [person] = await this.atWork([user]);
    return person ?? { ...user, unresolvedTickets: 0 };
  }

  private async atWork(users: readonly ManagedUser[]): Promise<PersonAtWork[]> {
    const unresolved = await this.handOver.unresolvedOf(users.map(({ id }) => id));
    return users.map((user) => ({ ...user, unresolvedTickets: unresolved.get(user.id) ?? 0 }));
  }
}
