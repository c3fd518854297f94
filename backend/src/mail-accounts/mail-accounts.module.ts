import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { AuditModule } from '../audit/audit.module.ts';
import { SecretsModule } from '../secrets/secrets.module.ts';
import { MailboxAccountEntity } from './mailbox-account.entity.ts';
import { MailboxAccountRepository } from './mailbox-account.repository.ts';
import { MailSetup } from './mail-setup.service.ts';
import { MailTrials } from './mail-trials.service.ts';
import { Mailboxes } from './mailboxes.service.ts';
import { OwnAddresses } from './own-addresses.service.ts';

/** How the desk reads and sends mail. */
@Module({
  imports: [TypeOrmModule.forFeature([MailboxAccountEntity]), AuditModule, SecretsModule],
  providers: [MailSetup, MailTrials, MailboxAccountRepository, Mailboxes, OwnAddresses],
  exports: [MailSetup, MailTrials, Mailboxes, OwnAddresses],
})
export class MailAccountsModule {}
