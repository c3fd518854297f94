import { Injectable } from '@nestjs/common';
import { AuditLog } from '../audit/audit-log.service.ts';
import type { Author } from '../common/author.ts';
import { cutPage, decodeCursor, encodeCursor } from '../common/http/keyset-cursor.ts';
import { UnitOfWork } from '../database/unit-of-work.ts';
import { MailNotFound } from './domain/mail-not-found.ts';
import type { QuarantinePage } from './domain/quarantined-mail.ts';
import { MailMaking } from './mail-making.service.ts';
import { MailTaking } from './mail-taking.service.ts';
import { QuarantineRepository } from './quarantine.repository.ts';

/** What admins do with the mails that wait for them. */
@Injectable()
export class Quarantine {
  constructor(
    private readonly waiting: QuarantineRepository,
    private readonly taking: MailTaking,
    private readonly making: MailMaking,
    private readonly audit: AuditLog,
    private readonly unitOfWork: UnitOfWork,
  ) {}

  /** @throws ValidationFailed for a cursor that is none. */
  async page({ limit, cursor }: { readonly limit: number; readonly cursor?: string }): Promise<QuarantinePage> {
    const after = cursor === undefined ? null : decodeCursor(cursor).id;
    const found = await this.waiting.page(after, limit + 1);
    const { shown: mails, next } = cutPage(found, limit, ({ keptAt, id }) => encodeCursor({ createdAt: keptAt, id }));
    return { mails, next };
  }

  /**
   * A mail as it came.
   *
   * @throws MailNotFound
   */
  async source(id: number): Promise<Buffer> {
    const source = await this.waiting.source(id);
    if (!source) throw new MailNotFound(id);
    return source;
  }

  /**
   * Has a mail read once more; it may come back.
   *
   * @throws MailNotFound
   */
  retry(id: number, by: Author): Promise<void> {
    return this.unitOfWork.run(async (transaction) => {
      if (!(await this.waiting.release(transaction, id))) throw new MailNotFound(id);
      await this.taking.haveRead(transaction, id);
      transaction.tell('quarantine_changed', {});
      await this.audit.record({ kind: 'mail_retried', actor: by, subject: { type: 'mail', id } }, transaction);
    });
  }

  /**
   * Makes a ticket of a mail, whatever speaks against it, and gives its number.
   *
   * @throws MailNotFound
   */
  async makeTicket(id: number, by: Author): Promise<number> {
    const ticket = await this.making.asTicket(id, (transaction, number) =>
      this.audit.record(
        { kind: 'mail_made_ticket', actor: by, subject: { type: 'mail', id }, details: { ticket: number } },
        transaction,
      ),
    );
    if (ticket === null) throw new MailNotFound(id);
    return ticket;
  }

  /** @throws MailNotFound */
  remove(id: number, by: Author): Promise<void> {
    return this.unitOfWork.run(async (transaction) => {
      if (!(await this.waiting.drop(transaction, id))) throw new MailNotFound(id);
      transaction.tell('quarantine_changed', {});
      await this.audit.record({ kind: 'mail_deleted', actor: by, subject: { type: 'mail', id } }, transaction);
    });
  }
}
