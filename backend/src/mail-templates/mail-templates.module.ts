import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { AuditModule } from '../audit/audit.module.ts';
import { ContactsModule } from '../contacts/contacts.module.ts';
import { MailAccountsModule } from '../mail-accounts/mail-accounts.module.ts';
import { AcknowledgementMails } from './acknowledgement-mails.service.ts';
import { AnswerMails } from './answer-mails.service.ts';
import { MailTemplateEntity } from './mail-template.entity.ts';
import { MailTemplateRepository } from './mail-template.repository.ts';
import { MailTemplates } from './mail-templates.service.ts';
import { SignatureController } from './signature.controller.ts';
import { SignatureEntity } from './signature.entity.ts';
import { SignatureRepository } from './signature.repository.ts';
import { Signatures } from './signatures.service.ts';

/** How answers look as mails. */
@Module({
  imports: [
    TypeOrmModule.forFeature([MailTemplateEntity, SignatureEntity]),
    AuditModule,
    ContactsModule,
    MailAccountsModule,
  ],
  controllers: [SignatureController],
  providers: [
    AcknowledgementMails,
    AnswerMails,
    MailTemplateRepository,
    MailTemplates,
    SignatureRepository,
    Signatures,
  ],
  exports: [AcknowledgementMails, AnswerMails, MailTemplates],
})
export class MailTemplatesModule {}
