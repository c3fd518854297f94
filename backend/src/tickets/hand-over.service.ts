import { Injectable } from '@nestjs/common';
import type { Author } from '../common/author.ts';
import type { Transaction } from '../database/unit-of-work.ts';
import { UNRESOLVED_STATUSES } from '../vocabulary/ticket-status.ts';
import { BulkRunLauncher } from './bulk/bulk-run-launcher.service.ts';
import type { BulkRun } from './bulk/domain/bulk-run.ts';
import { TicketChoices } from './ticket-choices.service.ts';
import { TicketWorkload } from './ticket-workload.repository.ts';

/** Hands over what somebody has left undone. */
@Injectable()
export class HandOver {
  constructor(
    private readonly workload: TicketWorkload,
    private readonly choices: TicketChoices,
    private readonly launcher: BulkRunLauncher,
  ) {}

  /** How many unresolved tickets each of these people has; who has none is missing. */
  unresolvedOf(people: readonly number[]): Promise<ReadonlyMap<number, number>> {
    return this.workload.unresolvedOf(people);
  }

  /**
   * Gives all unresolved tickets of a person to somebody else, or to nobody, by a change of many tickets: as part of the
   * transaction that holds the person, so that none is forgotten, and however many they are. Which they are is settled
   * now; a ticket that is resolved or given to others until its turn comes is left alone. Null when there are none.
   *
   * @throws ValidationFailed when the one who shall get them is no active user.
   */
  async start(
    transaction: Transaction,
    { from, to }: { readonly from: number; readonly to: number | null },
    actor: Author,
  ): Promise<BulkRun | null> {
    await this.choices.require(transaction, { assignee: to });
    const unresolved = await this.workload.unresolvedOf([from], transaction);
    if (!unresolved.has(from)) return null;
    const filter = { assignee: [from], status: UNRESOLVED_STATUSES };
    return this.launcher.launch(transaction, {
      run: { kind: 'change', action: { kind: 'change', changes: { assignee: to }, handed_over_from: from } },
      tickets: { query: { filter, categories: [], search: null } },
      by: actor,
      auditKind: 'tickets_bulk_changed',
    });
  }
}
