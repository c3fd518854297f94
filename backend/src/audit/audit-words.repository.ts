import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { Transaction } from '../database/unit-of-work.ts';
import { Forgetting } from '../forgetting/forgetting.ts';
import {
  DESCRIPTION,
  type ForgottenMessages,
  type ForgottenPerson,
  type WordKeeper,
} from '../forgetting/word-keeper.ts';

/**
 * What the audit log calls tickets by, their titles, and what people looked for or typed as a name. Nothing else of an event ever
 * changes.
 */
@Injectable()
export class AuditWords implements OnModuleInit, WordKeeper {
  constructor(private readonly forgetting: Forgetting) {}

  onModuleInit(): void {
    this.forgetting.add(this);
  }

  async forgetMessages(transaction: Transaction, { ticketId, numbers }: ForgottenMessages): Promise<void> {
    if (!numbers.includes(DESCRIPTION)) return;
    await transaction.query(
      `UPDATE audit_events SET subject_label = NULL
       WHERE subject_type = 'ticket' AND subject_id = $1 AND subject_label IS NOT NULL`,
      [String(ticketId)],
    );
  }

  async forgetPerson(transaction: Transaction, { names, addresses }: ForgottenPerson): Promise<void> {
    await transaction.query(
      `UPDATE audit_events SET details = details #- '{filter,search}' WHERE EXISTS (
         SELECT FROM unnest($1::text[]) AS known WHERE position(lower(known) IN lower(details #>> '{filter,search}')) > 0)`,
      [[...names, ...names.flatMap(partsOf), ...addresses]],
    );
    // Customers take the desk's own sign-in for theirs.
    await transaction.query(
      `UPDATE audit_events SET subject_label = NULL
       WHERE kind = 'sign_in_failed' AND subject_id IS NULL AND lower(btrim(subject_label)) = ANY ($1::text[])`,
      [[...names.map((name) => name.toLowerCase()), ...addresses]],
    );
  }
}

/** The words of a name: people look for one of them. Of initials and particles nobody is known. */
function partsOf(name: string): readonly string[] {
  return (name.match(/[\p{L}\p{M}\p{N}]+/gu) ?? []).filter((part) => [...part].length > 2);
}
