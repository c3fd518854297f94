import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { Transaction } from '../database/unit-of-work.ts';
import { Forgetting } from '../forgetting/forgetting.ts';
import type { ForgottenPerson, WordKeeper } from '../forgetting/word-keeper.ts';

/** By what customers sign in, and files that they have not sent: whoever is erased has none of it any more. */
@Injectable()
export class PortalWords implements OnModuleInit, WordKeeper {
  constructor(private readonly forgetting: Forgetting) {}

  onModuleInit(): void {
    this.forgetting.add(this);
  }

  async forgetPerson(transaction: Transaction, { contacts, addresses }: ForgottenPerson): Promise<void> {
    for (const table of ['portal_links', 'portal_sessions'])
      await transaction.query(`DELETE FROM ${table} WHERE lower(address) = ANY ($1::text[])`, [addresses]);
    await transaction.query(
      `UPDATE attachments SET name = 'removed', thumbnail = NULL, removing_at = now()
       WHERE attached_at IS NULL AND id IN (SELECT attachment_id FROM portal_uploads WHERE contact_id = ANY ($1::bigint[]))`,
      [contacts],
    );
  }
}
