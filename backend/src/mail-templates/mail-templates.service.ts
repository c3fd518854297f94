import { Injectable } from '@nestjs/common';
import { AuditLog } from '../audit/audit-log.service.ts';
import { type ChangeRequest, requireVersion } from '../common/change-request.ts';
import { markdownToHtml } from '../common/markdown.ts';
import { ValidationFailed } from '../common/problems/domain-error.ts';
import { UnitOfWork } from '../database/unit-of-work.ts';
import { changesBetween } from '../mail-accounts/domain/changes-between.ts';
import { Senders } from '../mail-accounts/senders.service.ts';
import { deskName } from './answer-mails.service.ts';
import type { MailTemplate, TemplateKind, TemplateWords } from './domain/mail-template.ts';
import { ALONE, type RenderedMail, renderedMail } from './domain/rendered-mail.ts';
import { templateFaults } from './domain/template-faults.ts';
import { MailTemplateRepository } from './mail-template.repository.ts';
import { SignatureRepository } from './signature.repository.ts';

/** Nobody's: what a preview is made of. */
const EXAMPLE = {
  ...{ ticketId: 4821, title: 'Invoice PDFs download as empty files', customer: 'Ruth Adler' },
  answer: 'your invoices are intact; only the **download link** was broken. Please try it again.',
  sender: { fromName: 'Example Support', fromAddress: 'support@example.com' },
};

/** How mails look when they leave. */
@Injectable()
export class MailTemplates {
  constructor(
    private readonly templates: MailTemplateRepository,
    private readonly signatures: SignatureRepository,
    private readonly senders: Senders,
    private readonly audit: AuditLog,
    private readonly unitOfWork: UnitOfWork,
  ) {}

  read(kind: TemplateKind): Promise<MailTemplate> {
    return this.templates.read(kind);
  }

  /**
   * Sets all of it; null is the default again. It counts for mails that are written from then on.
   *
   * @throws ValidationFailed
   * @throws DomainError `stale_version` when it is at none of the accepted versions.
   */
  save(kind: TemplateKind, words: TemplateWords | null, { by, accepts }: ChangeRequest): Promise<MailTemplate> {
    if (words !== null) requireRules(kind, words);
    return this.unitOfWork.run(async (transaction) => {
      const before = await this.templates.hold(transaction, kind);
      requireVersion(before.version, accepts, 'the template');
      const after = await this.templates.write(transaction, kind, words);
      const details = { changes: changesBetween(before, after) };
      const subject = { type: 'mail_template', label: kind } as const;
      await this.audit.record({ kind: 'mail_template_changed', actor: by, subject, details }, transaction);
      transaction.tell('settings_changed', {});
      return after;
    });
  }

  /**
   * What would be sent in an example: of an answer, one of theirs, where they have no signature with their name in its place.
   *
   * @throws ValidationFailed
   */
  async preview(
    kind: TemplateKind,
    words: TemplateWords,
    by: { readonly id: number; readonly displayName: string },
  ): Promise<RenderedMail> {
    requireRules(kind, words);
    const { ticketId, title, customer, answer, sender } = EXAMPLE;
    const desk = deskName((await this.senders.current()) ?? sender);
    if (kind === 'acknowledgement') return renderedMail(words, { ...ALONE, ticketId, title, customer, desk });
    return renderedMail(words, {
      ...{ ticketId, title, customer, agent: by.displayName, desk },
      answer: { text: answer, html: markdownToHtml(answer) },
      signature: (await this.signatures.read(by.id)) || by.displayName,
    });
  }
}

function requireRules(kind: TemplateKind, words: TemplateWords): void {
  const faults = templateFaults(kind, words);
  if (faults.length > 0) throw new ValidationFailed(faults);
}
